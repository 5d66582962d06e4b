using Terecht.Platform.Import;

namespace Terecht.Modules.Catalogue.ImportTopics;

/// <summary>Finds the place of each line in the tree of topics, as it will be after the import.</summary>
internal sealed class TopicTree(IReadOnlyList<TopicLine> lines, TopicShelf shelf)
{
    private const int Deepest = 10;

    private readonly Dictionary<string, TopicLine> _lines = lines.ToDictionary(
        l => l.Code,
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The lines that have a place, each after the one above it; the others are rejected.</summary>
    public IReadOnlyList<TopicLine> InOrder(ImportRun run)
    {
        var placed = new Dictionary<string, TopicLine>(StringComparer.OrdinalIgnoreCase);
        foreach (var (line, depth) in lines.Select(l => (Line: l, Depth: DepthOf(l))).OrderBy(l => l.Depth))
        {
            if (WhyNot(line, depth, placed) is { } why)
            {
                run.Reject(line.Number, line.Code, why);
            }
            else
            {
                placed.Add(line.Code, line);
            }
        }
        return [.. placed.Values];
    }

    private string? WhyNot(TopicLine line, int depth, Dictionary<string, TopicLine> placed)
    {
        if (depth > Deepest)
        {
            return $"Dit onderwerp staat onder zichzelf, of dieper dan {Deepest} lagen. Controleer 'bovenliggend'.";
        }
        if (line.ParentCode is not { } parent || placed.ContainsKey(parent) || shelf.Find(parent) is not null)
        {
            return null;
        }
        return _lines.ContainsKey(parent)
            ? $"Het onderwerp '{parent}' waar dit onder hoort, is ook afgewezen."
            : $"Het onderwerp '{parent}' waar dit onder hoort, kennen we niet.";
    }

    /// <summary>How many topics are above it; one more than may be when there is no end to it.</summary>
    private int DepthOf(TopicLine line)
    {
        var depth = 0;
        for (var code = line.ParentCode; code is not null && depth <= Deepest; code = ParentOf(code))
        {
            depth++;
        }
        return depth;
    }

    /// <summary>What the file says goes before what is there.</summary>
    private string? ParentOf(string code) =>
        _lines.TryGetValue(code, out var line) ? line.ParentCode : shelf.ParentOf(code);
}
