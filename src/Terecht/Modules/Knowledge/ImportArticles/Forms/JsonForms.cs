using System.Text.Json;

namespace Terecht.Modules.Knowledge.ImportArticles.Forms;

/// <summary>
/// A line of JSON, in one of three forms that tell themselves apart by their names: our own (<c>code</c>, <c>nl</c>, <c>en</c>),
/// questions with answers of the central government (<c>vraag</c>, <c>inleiding</c>, <c>alineas</c>), and answers without
/// their question (<c>tekst</c>).
/// </summary>
internal static class JsonForms
{
    public static ReadLine Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return ReadLine.Rejected("Deze regel is geen antwoord.");
            }
            return root switch
            {
                _ when root.TryGetProperty("vraag", out _) => GovernmentForm.Read(root),
                _ when root.TryGetProperty("tekst", out _) => GovernmentForm.ReadWithoutQuestion(root),
                _ when root.TryGetProperty("code", out _) => OwnForm.Read(root),
                _ => ReadLine.Rejected("Deze regel heeft geen code, vraag of tekst."),
            };
        }
        catch (JsonException)
        {
            return ReadLine.Rejected("Deze regel is geen goede JSON.");
        }
    }

    /// <summary>The words of a field, trimmed; empty where it is not there or no text.</summary>
    public static string Words(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!.Trim()
            : "";

    public static IReadOnlyList<string> List(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ?
            [
                .. list.EnumerateArray()
                    .Where(e => e.ValueKind == JsonValueKind.String)
                    .Select(e => e.GetString()!.Trim())
                    .Where(w => w.Length > 0),
            ]
            : [];
}
