using Terecht.Modules.Catalogue.ImportTopics.Forms;
using Terecht.Platform.Import;

namespace Terecht.Modules.Catalogue.ImportTopics;

/// <summary>The files that topics come from, told apart by their content.</summary>
internal static class TopicForms
{
    /// <exception cref="ImportRefused">It is none of them.</exception>
    public static IReadOnlyList<TopicLine> Read(ImportRun run)
    {
        if (UplForm.Fits(run.File))
        {
            return UplForm.Read(run);
        }
        if (run.File.Form == FileForm.Csv)
        {
            return OwnForm.Read(run);
        }
        var root = run.File.Form == FileForm.Json ? run.File.Json : null;
        return root switch
        {
            _ when root is not null && root.Has("afdelingen", "categorieen") => SignalenForm.ReadTree(run, root),
            { Items: [var first, ..] } => first switch
            {
                _ when first.Has("hoofd", "slug", "naam") => SignalenForm.ReadList(run),
                _ when first.Has("groep", "onderwerpen") => GroupsForm.Read(run),
                _ when first.Has("hoofd", "sub", "item") => BorForm.Read(run),
                _ => throw Unknown(),
            },
            _ => throw Unknown(),
        };
    }

    private static ImportRefused Unknown() =>
        new(
            "In dit bestand vinden we geen onderwerpen. We lezen CSV met de kolommen code en naam, de landelijke productenlijst (UPL), en JSON met categorieën, groepen of de BOR-tabel."
        );
}
