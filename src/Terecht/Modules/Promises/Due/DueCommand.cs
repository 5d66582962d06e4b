using System.Text.Json;
using NodaTime.Text;

namespace Terecht.Modules.Promises.Due;

/// <summary>Answers every case of a vectors file with its due moment, as CSV: <c>id,due</c>. Needs no database.</summary>
internal static class DueCommand
{
    /// <returns>0; 1 when some cases have no answer (their due stays empty); 2 when the file cannot be used.</returns>
    internal static int Run(string file, TextWriter output, TextWriter error)
    {
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            error.WriteLine($"Het bestand '{file}' kunnen we niet lezen. Bestaat het?");
            return 2;
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text);
        }
        catch (JsonException problem)
        {
            error.WriteLine($"Het bestand '{file}' is geen geldige JSON (regel {(problem.LineNumber ?? 0) + 1}).");
            return 2;
        }

        using (document)
        {
            if (DueVectors.Read(document.RootElement) is not { } vectors)
            {
                error.WriteLine(
                    $"Het bestand '{file}' heeft geen norms, calendars en cases. Dan kunnen we het niet beantwoorden."
                );
                return 2;
            }

            return Answer(vectors, output, error);
        }
    }

    private static int Answer(DueVectors vectors, TextWriter output, TextWriter error)
    {
        var unanswered = 0;
        output.Write("id,due\n");
        foreach (var vector in vectors.Cases)
        {
            var (id, due, problem) = vectors.Answer(vector);
            output.Write($"{Csv(id)},{(due is { } at ? InstantPattern.General.Format(at) : string.Empty)}\n");
            if (problem is not null)
            {
                unanswered++;
                error.WriteLine($"Geval {id}: {problem}");
            }
        }

        return unanswered == 0 ? 0 : 1;
    }

    private static string Csv(string value) =>
        value.AsSpan().IndexOfAny(",\"\n\r") < 0
            ? value
            : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
