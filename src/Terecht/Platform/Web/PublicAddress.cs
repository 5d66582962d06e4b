namespace Terecht.Platform.Web;

/// <summary>The addresses where citizens come, in two languages.</summary>
internal static class PublicAddress
{
    public const string Follow = "/volg";
    public const string FollowEn = "/en/follow";

    public static bool IsEnglish(PathString path) => IsUnder(path, "/en");

    public static bool IsPublic(PathString path) => IsEnglish(path) || IsUnder(path, Follow);

    /// <summary>The same page in Dutch; the way in where there is no such page.</summary>
    public static string InDutch(PathString path) =>
        path.StartsWithSegments(FollowEn, StringComparison.OrdinalIgnoreCase, out var rest)
            ? Follow + rest.ToUriComponent()
        : IsUnder(path, Follow) ? path.ToUriComponent()
        : Follow;

    /// <summary>The same page in English; the way in where there is no such page.</summary>
    public static string InEnglish(PathString path) =>
        path.StartsWithSegments(Follow, StringComparison.OrdinalIgnoreCase, out var rest)
            ? FollowEn + rest.ToUriComponent()
        : IsUnder(path, FollowEn) ? path.ToUriComponent()
        : FollowEn;

    /// <summary>Routes do not look at capitals, so neither does the language.</summary>
    private static bool IsUnder(PathString path, string start) =>
        path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase);
}
