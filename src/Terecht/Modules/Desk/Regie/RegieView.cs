using NodaTime;

namespace Terecht.Modules.Desk.Regie;

/// <summary>Which open promises Regie looks at. Every count on the page opens the list of the same name.</summary>
internal enum RegieView
{
    Late,
    Today,
    RegieDecides,
    Nobody,
    Away,
    Untold,
    Bounced,
    ThirdBounce,
    Repeated,
    NoWriting,
    DayClosed,
    NoDate,
    Day,
}

internal static class RegieViews
{
    private static readonly (RegieView View, string Code, string Title)[] All =
    [
        (RegieView.Late, "te-laat", "Te laat"),
        (RegieView.Today, "vandaag", "Vandaag beloofd"),
        (RegieView.RegieDecides, "beslis", "Regie beslist"),
        (RegieView.Nobody, "niemand", "Van niemand"),
        (RegieView.Away, "afwezig", "Bij afwezigen"),
        (RegieView.Untold, "stil", "Te laat, en de burger weet nog niets"),
        (RegieView.Bounced, "retour", "Retour"),
        (RegieView.ThirdBounce, "derde", "Drie keer retour of vaker"),
        (RegieView.Repeated, "opnieuw", "Belde opnieuw"),
        (RegieView.NoWriting, "bel-zelf", "Bel zelf: schrijven lukt niet"),
        (RegieView.DayClosed, "dicht", "Beloofd op een dag die dicht ging"),
        (RegieView.NoDate, "datum", "Wacht op een datum, kijk nu"),
        (RegieView.Day, "dag", "Beloofd"),
    ];

    public static RegieView Parse(string? code) =>
        Array.Find(All, v => v.Code == code) is { Code: not null } found ? found.View : RegieView.Late;

    public static string Code(this RegieView view) => Array.Find(All, v => v.View == view).Code;

    public static string Title(this RegieView view) => Array.Find(All, v => v.View == view).Title;
}

/// <summary>One line of the list.</summary>
internal sealed record RegieRow(
    Guid PromiseId,
    int Seq,
    string Subject,
    string ToName,
    Instant? Due,
    Instant LookAt,
    Guid TeamId,
    Guid? HolderId,
    short Attempts,
    short NormAttempts,
    short Repeats,
    short Bounces,
    Instant? ToldAt,
    string? ToldChannel,
    Instant? NotOwedAskedAt,
    string Kind
);

/// <summary>A page of the list; <paramref name="More"/> when there is a next one.</summary>
internal sealed record RegiePage(IReadOnlyList<RegieRow> Rows, bool More);
