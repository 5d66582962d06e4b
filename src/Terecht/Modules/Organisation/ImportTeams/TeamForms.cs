using System.Text.Json;
using System.Text.RegularExpressions;
using Terecht.Platform.Import;

namespace Terecht.Modules.Organisation.ImportTeams;

/// <summary>
/// The files that teams come from, told apart by their content: our own CSV; a list of departments with <c>code</c> and
/// <c>naam</c>; a tree of categories with the departments that handle them.
/// </summary>
internal static partial class TeamForms
{
    private static readonly string[] Needed = ["code", "naam", "afdeling", "kalender"];
    private static readonly string[] Other = ["naam_en", "telefoon", "email"];

    public static IEnumerable<TeamLine> Read(ImportRun run) =>
        run.File.Form switch
        {
            FileForm.Csv => run.Rows(Needed, Other).Select(FromRow),
            FileForm.Json when run.File.Json is { Kind: JsonValueKind.Object } tree && tree.Has("afdelingen") =>
                tree.List("afdelingen").Select(d => FromDepartment(d, d.OneLine("code"), d.OneLine("naam"))),
            FileForm.Json when IsDepartments(run.File.Json) => run.JsonItems()
                .Select(d => FromDepartment(d, d.OneLine("code"), d.OneLine("naam"))),
            FileForm.Json when run.File.Json.Items is [var first, ..] && first.Has("hoofd", "afdelingen") => Named(run),
            _ => throw new ImportRefused(
                $"In dit bestand vinden we geen teams. We lezen CSV met de kolommen {string.Join(", ", Needed)}, of JSON met een lijst van afdelingen (code en naam)."
            ),
        };

    /// <summary>Districts of Statistics Netherlands have a code and a name too.</summary>
    private static bool IsDepartments(JsonItem root) =>
        root.Items is [var first, ..]
        && first.Has("code", "naam")
        && (
            root.Items.All(i => !DistrictCode().IsMatch(i.OneLine("code")))
                ? true
                : throw new ImportRefused("Dit is een lijst van wijken. Gebruik: ./terecht import districts BESTAND")
        );

    private static TeamLine FromRow(CsvRow row) =>
        new(row.Number, row.OneLine("code"), row.OneLine("naam"))
        {
            NameEn = row.OneLine("naam_en"),
            Department = row.OneLine("afdeling"),
            Calendar = row.OneLine("kalender"),
            Phone = row.OneLine("telefoon"),
            Email = row.OneLine("email"),
        };

    /// <summary>A department that has no teams of its own is a team, within a department of that name.</summary>
    private static TeamLine FromDepartment(JsonItem item, string code, string name) =>
        new(item.Number, code, name) { Department = name };

    /// <summary>Names in a tree, each many times: "Beheer Reiniging (RE)".</summary>
    private static IEnumerable<TeamLine> Named(ImportRun run) =>
        run.JsonItems()
            .SelectMany(category => category.List("afdelingen"))
            .DistinctBy(department => department.OneLine(), StringComparer.OrdinalIgnoreCase)
            .Select(department =>
                Coded().Match(department.OneLine()) is { Success: true } parts
                    ? FromDepartment(department, parts.Groups["code"].Value, parts.Groups["name"].Value)
                    : FromDepartment(department, department.OneLine(), department.OneLine())
            );

    [GeneratedRegex(@"^(WK|BU|GM)\d{4,}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DistrictCode();

    [GeneratedRegex(@"^(?<name>.+?) *\((?<code>[^()]+)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Coded();
}
