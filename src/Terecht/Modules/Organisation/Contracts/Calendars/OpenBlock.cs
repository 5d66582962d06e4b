namespace Terecht.Modules.Organisation.Contracts.Calendars;

/// <summary>A part of one local day, half-open: <see cref="From"/> belongs to it, <see cref="To"/> does not.</summary>
internal readonly record struct OpenBlock(ClockTime From, ClockTime To)
{
    public static readonly OpenBlock WholeDay = new(ClockTime.StartOfDay, ClockTime.EndOfDay);

    public bool IsEmpty => From >= To;

    /// <summary>In order, with blocks that touch or overlap made one: between them nothing closes.</summary>
    public static IReadOnlyList<OpenBlock> Merge(IEnumerable<OpenBlock> blocks)
    {
        var merged = new List<OpenBlock>();
        foreach (var block in blocks.Where(b => !b.IsEmpty).OrderBy(b => b.From))
        {
            if (merged.Count > 0 && block.From <= merged[^1].To)
            {
                merged[^1] = merged[^1] with { To = Later(merged[^1].To, block.To) };
            }
            else
            {
                merged.Add(block);
            }
        }

        return merged;
    }

    /// <summary>What is left of this block when the other part is closed: none, one or two blocks.</summary>
    public IEnumerable<OpenBlock> Less(OpenBlock closed)
    {
        var before = this with { To = Earlier(To, closed.From) };
        var after = this with { From = Later(From, closed.To) };
        if (!before.IsEmpty)
        {
            yield return before;
        }

        if (!after.IsEmpty)
        {
            yield return after;
        }
    }

    /// <summary>The part that both have, or null.</summary>
    public OpenBlock? And(OpenBlock other)
    {
        var both = new OpenBlock(Later(From, other.From), Earlier(To, other.To));
        return both.IsEmpty ? null : both;
    }

    private static ClockTime Earlier(ClockTime a, ClockTime b) => a <= b ? a : b;

    private static ClockTime Later(ClockTime a, ClockTime b) => a >= b ? a : b;

    public override string ToString() => $"{From}-{To}";
}
