using Terecht.Platform.Import;

namespace Terecht.Modules.Knowledge.ImportArticles.Forms;

/// <summary>
/// An object of JSON, in one of three forms that tell themselves apart by their fields: questions and answers of the central
/// government (<c>vraag</c>, <c>inleiding</c>, <c>alineas</c>), its answers without their question (<c>tekst</c>), and our
/// own (<c>code</c>, <c>nl</c>, <c>en</c>).
/// </summary>
internal static class JsonForms
{
    public static ReadArticle Read(JsonItem item) =>
        item.Has("vraag") ? GovernmentForm.Read(item)
        : item.Has("tekst") ? GovernmentForm.ReadWithoutQuestion(item)
        : OwnForm.Read(item);
}
