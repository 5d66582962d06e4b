using System.Globalization;

namespace Terecht.Platform.Import;

/// <summary>A report as it is read on a terminal.</summary>
internal static class ReportText
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <param name="what">What was imported, in Dutch.</param>
    public static void Write(ImportReport report, string what, TextWriter output)
    {
        var skipped = report.Skipped.Values.Sum();
        output.WriteLine(
            report.Preview
                ? $"Voorbeeld van {what} uit {Shown(report.FileName)}. Er is niets bewaard."
                : $"Import van {what} uit {Shown(report.FileName)}."
        );
        output.WriteLine(
            $"{Count(report.Total)} gelezen: {Count(report.New)} nieuw, {Count(report.Changed)} gewijzigd, {Count(report.Same)} hetzelfde, "
                + $"{Count(report.Rejected.Count)} afgewezen, {Count(skipped)} overgeslagen."
        );
        Write("Afgewezen", report.Rejected, output);
        Write("Let op", report.Notes, output);
        if (skipped > 0)
        {
            output.WriteLine();
            output.WriteLine("Overgeslagen:");
            foreach (var (why, count) in report.Skipped.OrderByDescending(s => s.Value))
            {
                output.WriteLine($"  {Count(count)} keer: {why}");
            }
        }
    }

    private static void Write(string heading, IReadOnlyList<ImportRemark> remarks, TextWriter output)
    {
        if (remarks.Count == 0)
        {
            return;
        }
        output.WriteLine();
        output.WriteLine($"{heading}:");
        foreach (var remark in remarks.OrderBy(r => r.Number))
        {
            var name = remark.Name.Length > 0 ? $" ({Shown(remark.Name)})" : "";
            var place = remark.Number is { } number ? $"regel {number}{name}" : "hele bestand";
            output.WriteLine($"  {place}: {Shown(remark.Why)}");
        }
    }

    private static string Count(int count) => count.ToString("N0", Dutch);

    /// <summary>Text of a file may hold signs that a terminal obeys.</summary>
    private static string Shown(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '·' : c));
}
