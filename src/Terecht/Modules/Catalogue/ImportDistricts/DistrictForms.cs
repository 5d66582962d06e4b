using System.Text.Json;
using Terecht.Platform.Import;

namespace Terecht.Modules.Catalogue.ImportDistricts;

/// <summary>One district as a file gives it.</summary>
internal sealed record DistrictLine(int Number, string Code, string Name);

/// <summary>
/// The files that districts come from, told apart by their content: our own CSV; the list of Statistics Netherlands; a list
/// of districts with their neighbourhoods; GeoJSON.
/// </summary>
internal static class DistrictForms
{
    public const string Neighbourhood = "Een buurt binnen een wijk. De wijk is het kleinste gebied dat we bewaren.";

    private static readonly string[] Columns = ["code", "naam"];

    /// <exception cref="ImportRefused">It is none of them.</exception>
    public static IEnumerable<DistrictLine> Read(ImportRun run) =>
        run.File.Form switch
        {
            FileForm.Csv when run.File.Csv.Has(Columns) => run.Rows(Columns).Select(Plain),
            FileForm.Json when run.File.Json is { Kind: JsonValueKind.Object } map && map.Has("features") => Features(
                map
            ),
            FileForm.Json when run.File.Json.Items is [var first, ..] => first switch
            {
                _ when first.Has("wijk", "buurten") => WithNeighbourhoods(run),
                _ when first.Has("cbs", "naam") => throw Municipalities(),
                _ when first.Has(Columns) && IsOf(first, "GM") => throw Municipalities(),
                _ when first.Has(Columns) && IsOf(first, "WK") => run.JsonItems().Select(Plain),
                _ => throw Unknown(),
            },
            _ => throw Unknown(),
        };

    private static bool IsOf(JsonItem item, string kind) =>
        item.OneLine("code").StartsWith(kind, StringComparison.OrdinalIgnoreCase);

    private static DistrictLine Plain(IFields row) => new(row.Number, row.OneLine("code"), row.OneLine("naam"));

    private static IEnumerable<DistrictLine> Features(JsonItem map) =>
        map.List("features").Any(feature => feature.Field("properties") is { } known && known.Has("wk_code", "wk_naam"))
            ? map.List("features")
                .Select(feature => new DistrictLine(
                    feature.Number,
                    feature.Field("properties")?.OneLine("wk_code") ?? "",
                    feature.Field("properties")?.OneLine("wk_naam") ?? ""
                ))
            : throw Unknown();

    /// <summary>A district that Statistics Netherlands does not count has a number of the city only.</summary>
    private static IEnumerable<DistrictLine> WithNeighbourhoods(ImportRun run)
    {
        foreach (var item in run.JsonItems())
        {
            var code = item.OneLine("cbs_wijkcode");
            var name = item.OneLine("cbs_naam");
            yield return new DistrictLine(
                item.Number,
                code.Length > 0 ? code : $"msb-{item.OneLine("msb_code")}",
                name.Length > 0 ? name : item.OneLine("wijk")
            );
            foreach (var _ in item.List("buurten"))
            {
                run.Skip(Neighbourhood);
            }
        }
    }

    private static ImportRefused Municipalities() =>
        new(
            "Dit is een lijst van gemeenten, geen lijst van wijken. Een gemeente voegt u toe met: ./terecht import municipality BESTAND.json"
        );

    private static ImportRefused Unknown() =>
        new(
            "In dit bestand vinden we geen wijken. We lezen CSV met de kolommen code en naam, lijsten van wijken van het CBS (codes die met WK beginnen), en GeoJSON met wk_code en wk_naam."
        );
}
