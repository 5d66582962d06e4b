using System.Globalization;
using System.Text.RegularExpressions;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Platform.Import;
using Terecht.Platform.Text;

namespace Terecht.Modules.Catalogue.ImportTopics.Forms;

/// <summary>
/// Categories of Signalen, in two exports: a tree with its departments (codes), or a list with names of departments. A
/// category becomes a topic under its main category; what it says about itself becomes its keywords; the first department
/// that is a team of ours becomes its team, second line; its term becomes its norm.
/// </summary>
internal static partial class SignalenForm
{
    private const string Source = "signalen";

    public static IReadOnlyList<TopicLine> ReadTree(ImportRun run, JsonItem root)
    {
        var departments = root.List("afdelingen")
            .DistinctBy(d => d.OneLine("code"))
            .ToDictionary(d => d.OneLine("code"), d => d.OneLine("naam"), StringComparer.OrdinalIgnoreCase);
        return
        [
            .. Lines(
                run,
                root.List("categorieen"),
                mainName: item => TopicLine.Capitalised(Fold.Of(item.OneLine("hoofd"))),
                teams: item =>
                    item.List("afdelingen_verantwoordelijk")
                        .Select(code => departments.GetValueOrDefault(code.OneLine(), code.OneLine())),
                term: item => item.Field("servicetermijn") is { } given ? Term(given) : null
            ),
        ];
    }

    public static IReadOnlyList<TopicLine> ReadList(ImportRun run) =>
        [
            .. Lines(
                run,
                run.JsonItems(),
                mainName: item => TopicLine.Capitalised(item.OneLine("hoofd")),
                // "Beheer Reiniging (RE)"; a team may also have such an end to its own name.
                teams: item =>
                    item.List("afdelingen")
                        .SelectMany(name => new[] { name.OneLine(), CodeAfterName().Replace(name.OneLine(), "") }),
                term: item =>
                    WorkingDays().Match(item.OneLine("termijn_tekst")) is { Success: true } written
                        ? Days(written.Groups["days"].Value, working: true)
                        : null
            ),
        ];

    private static IEnumerable<TopicLine> Lines(
        ImportRun run,
        IEnumerable<JsonItem> items,
        Func<JsonItem, string> mainName,
        Func<JsonItem, IEnumerable<string>> teams,
        Func<JsonItem, TopicTerm?> term
    )
    {
        var mains = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var (main, slug) = (TopicLine.CodeOf(item.OneLine("hoofd")), TopicLine.CodeOf(item.OneLine("slug")));
            if (item.IsNot("actief"))
            {
                run.Skip("De categorie is niet meer in gebruik.");
                continue;
            }
            if (main.Length == 0 || slug.Length == 0)
            {
                run.Reject(item.Number, item.OneLine("naam"), "De velden 'hoofd' en 'slug' moeten gevuld zijn.");
                continue;
            }
            if (mains.Add(main))
            {
                yield return new TopicLine(item.Number, main, mainName(item), Source);
            }
            yield return new TopicLine(
                item.Number,
                $"{main}-{slug}",
                TopicLine.Capitalised(item.OneLine("naam")),
                Source
            )
            {
                ParentCode = main,
                Keywords = item.OneLine("omschrijving"),
                Team = new TopicTeam([.. teams(item)], 2, IsOurs: false),
                Term = term(item),
            };
        }
    }

    private static TopicTerm? Term(JsonItem given) =>
        Days(given.OneLine("dagen"), given.OneLine("eenheid") == "werkdagen");

    private static TopicTerm? Days(string text, bool working) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 1000
            ? new TopicTerm(days, working)
            : null;

    [GeneratedRegex(@"^binnen (?<days>\d+) werkdag", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WorkingDays();

    [GeneratedRegex(@" *\([^()]+\)$", RegexOptions.None, 1000)]
    private static partial Regex CodeAfterName();
}
