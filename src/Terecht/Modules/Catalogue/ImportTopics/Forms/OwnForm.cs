using Terecht.Platform.Import;

namespace Terecht.Modules.Catalogue.ImportTopics.Forms;

/// <summary>Our own CSV: code, naam, naam_en, bovenliggend, team, lijn, soort, trefwoorden, upl.</summary>
internal static class OwnForm
{
    private const string Acquisition = "acquisitie";

    private static readonly string[] Needed = ["code", "naam"];
    private static readonly string[] Other = ["naam_en", "bovenliggend", "team", "lijn", "soort", "trefwoorden", "upl"];

    public static IReadOnlyList<TopicLine> Read(ImportRun run)
    {
        if (!run.File.Csv.Has(Needed))
        {
            throw new ImportRefused(
                $"In dit bestand vinden we geen onderwerpen. De kolommen code en naam moeten er zijn. We zien: {string.Join(", ", run.File.Csv.Columns)}."
            );
        }
        var saysTeam = run.File.Csv.Has("team");
        var lines = new List<TopicLine>();
        foreach (var row in run.Rows(Needed, Other))
        {
            if (Problem(row) is { } problem)
            {
                run.Reject(row.Number, row.OneLine("code"), problem);
                continue;
            }
            var team = row.OneLine("team");
            lines.Add(
                new TopicLine(row.Number, row.OneLine("code"), row.OneLine("naam"), TopicLine.OwnSource)
                {
                    NameEn = row.OneLine("naam_en"),
                    ParentCode = row.OneLine("bovenliggend") is { Length: > 0 } parent ? parent : null,
                    IsAcquisition = IsAcquisition(row.OneLine("soort")),
                    Keywords = row.OneLine("trefwoorden"),
                    UplName = row.OneLine("upl"),
                    Team = saysTeam
                        ? new TopicTeam(team.Length > 0 ? [team] : [], row.OneLine("lijn") is "1" ? 1 : 2, IsOurs: true)
                        : null,
                }
            );
        }
        return lines;
    }

    private static string? Problem(CsvRow row) =>
        row.OneLine("lijn") is not ("" or "1" or "2") ? $"De lijn is 1 of 2, niet '{row.OneLine("lijn")}'."
        : row.OneLine("soort") is var kind && kind is not "" && !IsAcquisition(kind) && !IsOrdinary(kind)
            ? $"De soort is gewoon of acquisitie, niet '{kind}'."
        : null;

    private static bool IsAcquisition(string kind) =>
        string.Equals(kind, Acquisition, StringComparison.OrdinalIgnoreCase);

    private static bool IsOrdinary(string kind) => string.Equals(kind, "gewoon", StringComparison.OrdinalIgnoreCase);
}
