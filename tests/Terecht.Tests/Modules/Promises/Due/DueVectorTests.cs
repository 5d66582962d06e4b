using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using Terecht.Modules.Promises.Due;

namespace Terecht.Tests.Modules.Promises.Due;

/// <summary>
/// Every case of the vectors file in the outside data, one row each; without that data the cases of the table in
/// the rules, written out here in the same form.
/// </summary>
public sealed class DueVectorTests
{
    private static readonly Lazy<JsonDocument> File = new(() =>
        JsonDocument.Parse(
            Environment.GetEnvironmentVariable("TERECHT_DATA") is { Length: > 0 } data
                ? System.IO.File.ReadAllText(Path.Combine(data, "08_calendar", "due_vectors_dev.json"))
                : OwnVectors.Json
        )
    );

    private static readonly Lazy<DueVectors> Vectors = new(() =>
        DueVectors.Read(File.Value.RootElement).ShouldNotBeNull()
    );

    public static TheoryData<int, string> Cases()
    {
        var rows = new TheoryData<int, string>();
        foreach (var (index, vector) in Vectors.Value.Cases.Index())
        {
            rows.Add(index, vector.GetProperty("id").GetRawText());
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_case_has_its_due_moment_to_the_second(int index, string id)
    {
        var vector = Vectors.Value.Cases[index];
        var (answeredId, due, problem) = Vectors.Value.Answer(vector);
        problem.ShouldBeNull();
        answeredId.ShouldBe(id.Trim('"'));
        due.ShouldBe(OffsetDateTimePattern.ExtendedIso.Parse(vector.GetProperty("due").GetString()!).Value.ToInstant());
    }

    [Fact]
    public void The_command_answers_every_case_in_order_as_csv()
    {
        using var folder = new TemporaryFile(File.Value.RootElement.GetRawText());
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        DueCommand.Run(folder.Path, output, error).ShouldBe(0);
        error.ToString().ShouldBeEmpty();
        var lines = output.ToString().Split('\n');
        lines[0].ShouldBe("id,due");
        lines[^1].ShouldBeEmpty();
        lines[1..^1]
            .ShouldBe(
                Vectors.Value.Cases.Select(vector =>
                    $"{vector.GetProperty("id").GetRawText().Trim('"')},{vector.GetProperty("due").GetString()}"
                )
            );
    }
}
