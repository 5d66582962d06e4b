using System.Globalization;
using System.Text.RegularExpressions;

namespace Terecht.Benchmarks.Plans;

/// <summary>One statement with the plan by which it was run.</summary>
/// <param name="Duration">In milliseconds.</param>
internal sealed partial record SeenPlan(string Query, double Duration, string Plan)
{
    private const int ManyRows = 500;

    public static SeenPlan? Parse(string notice) =>
        Notice().Match(notice) is { Success: true } match
            ? new SeenPlan(
                Space().Replace(match.Groups["query"].Value, " ").Trim(),
                double.Parse(match.Groups["ms"].Value, CultureInfo.InvariantCulture),
                match.Groups["plan"].Value.TrimEnd()
            )
            : null;

    /// <summary>Lines that ask for a look: whole tables read, and rows in numbers that are sorted, grouped or thrown away.</summary>
    public IEnumerable<string> Suspicious =>
        Plan.Split('\n')
            .Where(line =>
                (Removed().Match(line) is { Success: true } removed && Number(removed, "rows") >= ManyRows)
                || (
                    Actual().Match(line) is { Success: true } actual
                    && Number(actual, "rows") * Number(actual, "loops") >= ManyRows
                    && (Costly().IsMatch(line) || Number(actual, "rows") >= 10 * ManyRows)
                )
            )
            .Select(line => line.Trim());

    private static double Number(Match match, string name) =>
        double.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"duration: (?<ms>[\d.]+) ms  plan:\nQuery Text: (?<query>.*?)\n(?<plan>[^\n]*\(cost=.*)",
        RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Notice();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();

    [GeneratedRegex(@"actual time=\S+ rows=(?<rows>\d+) loops=(?<loops>\d+)", RegexOptions.None, 1000)]
    private static partial Regex Actual();

    [GeneratedRegex(@"Rows Removed by [^:]+: (?<rows>\d+)", RegexOptions.None, 1000)]
    private static partial Regex Removed();

    [GeneratedRegex("Seq Scan|Sort|Aggregate|Materialize|Hash ", RegexOptions.None, 1000)]
    private static partial Regex Costly();
}
