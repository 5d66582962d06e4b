using Terecht.Platform.Import;

namespace Terecht.Modules.Catalogue.ImportTopics.Forms;

/// <summary>Groups with their topics, as Rotterdam exports them: from MeldR without codes, from MSB with a code for each.</summary>
internal static class GroupsForm
{
    public static IReadOnlyList<TopicLine> Read(ImportRun run) => [.. run.JsonItems().SelectMany(g => Group(run, g))];

    private static IEnumerable<TopicLine> Group(ImportRun run, JsonItem group)
    {
        var name = group.OneLine("groep");
        if (group.IsNot("actief"))
        {
            run.Skip("De groep is niet meer in gebruik.");
            yield break;
        }
        var source = group.Has("code") ? "msb" : "meldr";
        var parent = group.Has("code") ? $"msb-groep-{group.OneLine("code")}" : TopicLine.CodeOf(source, name);
        yield return new TopicLine(group.Number, parent, TopicLine.Capitalised(name), source);
        foreach (var topic in group.List("onderwerpen"))
        {
            if (topic.IsNot("actief"))
            {
                run.Skip("Het onderwerp is niet meer in gebruik.");
                continue;
            }
            var own = topic.OneLine("naam");
            yield return new TopicLine(
                topic.Number,
                topic.Has("code") ? $"msb-{topic.OneLine("code")}" : TopicLine.CodeOf(source, name, own),
                TopicLine.Capitalised(own),
                source
            )
            {
                ParentCode = parent,
            };
        }
    }
}
