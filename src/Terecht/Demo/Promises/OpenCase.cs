namespace Terecht.Demo.Promises;

internal enum When
{
    Late,

    /// <summary>On the first day that is still to come: today, while the team is at work.</summary>
    Next,
    Later,
}

/// <summary>A promise as it stands in a work list now.</summary>
/// <param name="Holder">Full name, "iemand", or empty for nobody.</param>
internal sealed record OpenCase(When When, string Holder, int Tries = 0, int Repeats = 0, int Bounces = 0)
{
    public const string Somebody = "iemand";

    /// <summary>The team whose work list a visitor sees first.</summary>
    public static readonly OpenCase[] OfTaxes =
    [
        new(When.Late, "Karin Dijkstra", Tries: 1, Repeats: 1),
        new(When.Late, "Tom Bakker"),
        new(When.Next, "Ruben Smit"),
        new(When.Next, ""),
        new(When.Next, "Loes Visser", Tries: 2),
        new(When.Next, "Fatma Öztürk"),
        new(When.Next, "Priya Kalloe", Tries: 1),
        new(When.Next, ""),
        new(When.Next, "Noor Haddad", Repeats: 1),
        new(When.Next, "Fatma Öztürk", Tries: 1),
        new(When.Later, "", Bounces: 1),
        new(When.Later, "Fatma Öztürk"),
        new(When.Later, "Sem de Graaf", Tries: 1),
        new(When.Later, ""),
        new(When.Later, "Loes Visser"),
        new(When.Later, "Karin Dijkstra", Bounces: 2),
        new(When.Later, ""),
        new(When.Later, "Priya Kalloe", Repeats: 1),
        new(When.Later, "Ruben Smit"),
    ];

    /// <summary>What nobody knew where to leave, or what was sent on three times.</summary>
    public static readonly OpenCase[] OfRegie =
    [
        new(When.Late, "Marjan Kuipers", Tries: 1, Repeats: 1, Bounces: 3),
        new(When.Next, "", Bounces: 3),
        new(When.Next, "Robert-Jan Eikelboom", Bounces: 1),
        new(When.Later, "", Bounces: 1),
    ];
}
