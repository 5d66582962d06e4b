using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.Promises.Export;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises.Export;

/// <summary>Compares every figure of an export with what the second computation makes of its events.</summary>
internal static class ExportCheck
{
    public static void Check(JsonDocument export, int atLeast)
    {
        var asOf = Recomputed.Seconds(export.RootElement, "asOf")!.Value;
        var promises = export.RootElement.GetProperty("promises").EnumerateArray().ToList();
        promises.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        var verdicts = new List<(string Team, Recomputed Promise)>();
        foreach (var promise in promises)
        {
            var again = new Recomputed(promise, asOf);
            Stored(promise).ShouldBe(Again(again), promise.GetRawText());
            (again.TeamSeconds.Values.Sum() + again.ClosedSeconds).ShouldBe(again.CitizenSeconds);
            verdicts.Add((again.FigureTeam, again));
        }
        var figures = export.RootElement.GetProperty("figures");
        Counts(figures.GetProperty("total")).ShouldBe(Counts(verdicts.Select(v => v.Promise)));
        var teams = figures.GetProperty("teams").EnumerateObject().ToDictionary(t => t.Name, t => Counts(t.Value));
        teams.ShouldBe(
            verdicts.GroupBy(v => v.Team).ToDictionary(t => t.Key, t => Counts(t.Select(v => v.Promise))),
            ignoreOrder: true
        );
    }

    private static string Stored(JsonElement p) =>
        string.Join(
            ' ',
            Recomputed.Seconds(p, "firstDue"),
            Recomputed.Seconds(p, "due"),
            Recomputed.Seconds(p, "limit"),
            Recomputed.Seconds(p, "endedAt"),
            p.GetProperty("end").GetString(),
            p.GetProperty("onTime").GetRawText(),
            p.GetProperty("citizenSeconds").GetInt64(),
            p.GetProperty("closedSeconds").GetInt64(),
            Teams(p.GetProperty("teamSeconds").EnumerateObject().ToDictionary(t => t.Name, t => t.Value.GetInt64()))
        );

    private static string Again(Recomputed p) =>
        string.Join(
            ' ',
            p.First,
            p.Due,
            p.Limit,
            p.EndedAt,
            p.End,
            JsonSerializer.Serialize(p.OnTime),
            p.CitizenSeconds,
            p.ClosedSeconds,
            Teams(p.TeamSeconds)
        );

    private static string Teams(Dictionary<string, long> seconds) =>
        string.Join(',', seconds.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}:{t.Value}"));

    private static string Counts(JsonElement figures) =>
        string.Join(
            ' ',
            new[] { "onTime", "late", "openLate", "withdrawn", "notOwed", "byMomentInForce" }.Select(name =>
                $"{name}={figures.GetProperty(name).GetInt32()}"
            )
        );

    private static string Counts(IEnumerable<Recomputed> promises)
    {
        var all = promises.ToList();
        int Of(params string[] verdicts) => all.Count(p => verdicts.Contains(p.Verdict));
        return $"onTime={Of("onTime")} late={Of("late", "openLate")} openLate={Of("openLate")} withdrawn={Of("withdrawn")} "
            + $"notOwed={Of("notOwed")} byMomentInForce={all.Count(p => p.ByMomentInForce)}";
    }

    public static async Task<JsonDocument> ExportAsync(App app, Instant? asOf = null)
    {
        using var output = new MemoryStream();
        await app.InScopeAsync(services =>
            services
                .GetRequiredService<ExportPromises>()
                .WriteAsync(output, asOf ?? app.Clock.Now(), TestContext.Current.CancellationToken)
        );
        output.Position = 0;
        return await JsonDocument.ParseAsync(output, default, TestContext.Current.CancellationToken);
    }
}
