using Terecht.Platform.Import;

namespace Terecht.Modules.Catalogue.ImportTopics.Forms;

/// <summary>The reference table for reports about public space of VNG: three levels, a number for each item.</summary>
internal static class BorForm
{
    private const string Source = "bor";

    public static IReadOnlyList<TopicLine> Read(ImportRun run) => [.. Lines(run)];

    private static IEnumerable<TopicLine> Lines(ImportRun run)
    {
        var above = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in run.JsonItems())
        {
            var (main, sub, own) = (item.OneLine("hoofd"), item.OneLine("sub"), item.OneLine("item"));
            if (main.Length == 0 || sub.Length == 0 || item.OneLine("id").Length == 0)
            {
                run.Reject(item.Number, own, "De velden 'id', 'hoofd', 'sub' en 'item' moeten gevuld zijn.");
                continue;
            }
            var mainCode = TopicLine.CodeOf(Source, main);
            var subCode = TopicLine.CodeOf(Source, main, sub);
            if (above.Add(mainCode))
            {
                yield return new TopicLine(item.Number, mainCode, TopicLine.Capitalised(main), Source);
            }
            if (above.Add(subCode))
            {
                yield return new TopicLine(item.Number, subCode, TopicLine.Capitalised(sub), Source)
                {
                    ParentCode = mainCode,
                };
            }
            yield return new TopicLine(
                item.Number,
                $"{Source}-{item.OneLine("id")}",
                TopicLine.Capitalised(own),
                Source
            )
            {
                ParentCode = subCode,
            };
        }
    }
}
