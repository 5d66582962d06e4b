namespace Terecht.Modules.Catalogue.Search;

/// <summary>Where a word of a topic stands; its value is what a match there counts.</summary>
internal enum Field
{
    Parent = 1,
    Keywords = 3,
    NameEn = 4,
    Name = 8,
}

internal readonly record struct Word(string Text, Field Field);

/// <summary>How well a typed word fits a word of a topic; 0 when it does not.</summary>
internal static class WordMatch
{
    private const int ShortestPart = 4;

    /// <summary>The whole word, its beginning, or a part of it: parkeervergunning is found by vergunning.</summary>
    public static int Plain(string typed, Word own) =>
        typed == own.Text ? 4 * (int)own.Field
        : own.Text.StartsWith(typed, StringComparison.Ordinal) ? 3 * (int)own.Field
        : typed.Length >= ShortestPart && own.Text.Contains(typed, StringComparison.Ordinal) ? (int)own.Field
        : 0;

    /// <summary>The same, with one letter wrong, missing, too many, or changed places with its neighbour.</summary>
    public static int Forgiving(string typed, Word own) =>
        Plain(typed, own) is > 0 and var plain ? plain
        : typed.Length >= ShortestPart && BeginsAlmost(typed, own.Text) ? (int)own.Field
        : 0;

    private static bool BeginsAlmost(string typed, string own)
    {
        var same = typed.AsSpan().CommonPrefixLength(own);
        var rest = typed.AsSpan(same);
        var left = own.AsSpan(same);
        return left.Length == 0
            ? rest.Length <= 1
            : left[1..].StartsWith(rest[1..])
                || left.StartsWith(rest[1..])
                || left[1..].StartsWith(rest)
                || (
                    rest.Length > 1
                    && left.Length > 1
                    && rest[0] == left[1]
                    && rest[1] == left[0]
                    && left[2..].StartsWith(rest[2..])
                );
    }
}
