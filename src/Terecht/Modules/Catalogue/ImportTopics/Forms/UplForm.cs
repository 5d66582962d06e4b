using Terecht.Platform.Import;

namespace Terecht.Modules.Catalogue.ImportTopics.Forms;

/// <summary>
/// The national list of product names (UPL), as CSV or JSON. Products that municipalities offer become topics, each once:
/// the list names a product again for every law behind it.
/// </summary>
internal static class UplForm
{
    public const string NameField = "UniformeProductnaam";
    public const string Source = "upl";
    public const string NotMunicipal = "Geen product van gemeenten (kolom Gemeente is leeg).";
    public const string AnotherLaw = "Hetzelfde product nog een keer, met een andere wet erbij.";
    public const string NoProduct = "Geen product, maar een plek voor een naam die nog komt.";

    private const string Placeholder = "UPL-naam nog niet beschikbaar";

    private static readonly string[] Needed = [NameField, "URI", "Gemeente"];
    private static readonly string[] Other =
    [
        "Rijk",
        "Provincie",
        "Waterschap",
        "Burger",
        "Bedrijf",
        "Dienstenwet",
        "SDG",
        "Autonomie",
        "Medebewind",
        "Aanvraag",
        "Subsidie",
        "Melding",
        "Verplichting",
        "DigiDMacht",
        "Grondslag",
        "Grondslaglabel",
        "Grondslaglink",
    ];

    public static bool Fits(ImportFile file) =>
        file.Form == FileForm.Csv
            ? file.Csv.Has(Needed)
            : file.Form == FileForm.Json && file.Json.Items is [var first, ..] && first.Has(NameField);

    public static IReadOnlyList<TopicLine> Read(ImportRun run) => [.. Lines(run)];

    private static IEnumerable<TopicLine> Lines(ImportRun run)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        IEnumerable<IFields> items = run.File.Form == FileForm.Csv ? run.Rows(Needed, Other) : run.JsonItems();
        foreach (var item in items)
        {
            var (name, uri) = (item.OneLine(NameField), item.OneLine("URI"));
            if (name.Length == 0 || !Uri.TryCreate(uri, UriKind.Absolute, out _))
            {
                run.Reject(item.Number, name, $"Een product heeft een naam ({NameField}) en een adres (URI).");
            }
            else if (name == Placeholder)
            {
                run.Skip(NoProduct);
            }
            else if (item.OneLine("Gemeente").Length == 0)
            {
                run.Skip(NotMunicipal);
            }
            else if (!seen.Add(uri))
            {
                run.Skip(AnotherLaw);
            }
            else
            {
                yield return new TopicLine(
                    item.Number,
                    TopicLine.CodeOf(Source, name),
                    TopicLine.Capitalised(name),
                    Source
                )
                {
                    UplName = name,
                    UplUri = uri,
                };
            }
        }
    }
}
