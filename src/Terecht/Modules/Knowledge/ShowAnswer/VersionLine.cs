using NodaTime;

namespace Terecht.Modules.Knowledge.ShowAnswer;

internal sealed record VersionRow(Guid Id, string Language, int Number, bool Current, Instant PublishedAt);

/// <param name="Until">When the next version took its place; null while it is in use.</param>
internal sealed record VersionLine(Guid Id, int Number, bool Current, Instant Since, Instant? Until)
{
    /// <param name="rows">Versions of one language, newest first.</param>
    public static IReadOnlyList<VersionLine> Of(IEnumerable<VersionRow> rows)
    {
        var lines = new List<VersionLine>();
        Instant? next = null;
        foreach (var row in rows)
        {
            lines.Add(new VersionLine(row.Id, row.Number, row.Current, row.PublishedAt, row.Current ? null : next));
            next = row.PublishedAt;
        }
        return lines;
    }
}
