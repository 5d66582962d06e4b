using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Citizens.Tell;

/// <summary>What a message tells of. Codes are stored.</summary>
/// <param name="What">As the history of the promise names it: a word of <see cref="ToldAbout"/>.</param>
/// <param name="Name">On the page where texts are written.</param>
/// <param name="When">The same in a sentence: when a citizen gets this.</param>
/// <param name="MustBeTold">Somebody calls when it cannot be told in writing.</param>
/// <param name="OverWhenEnded">It says nothing any more once the promise has ended.</param>
/// <param name="Needs">Fields without which the text would not tell it.</param>
/// <param name="May">Fields that it may hold beside those.</param>
internal sealed record Occasion(
    string Code,
    string What,
    string Name,
    string When,
    bool MustBeTold,
    bool OverWhenEnded,
    IReadOnlyList<string> Needs,
    IReadOnlyList<string> May
)
{
    public static readonly Occasion Made = new(
        "made",
        ToldAbout.Made,
        "Bevestiging",
        "Als we iets beloven, en de burger een bevestiging wil.",
        false,
        true,
        [Field.Moment, Field.Link],
        [Field.Municipality]
    );

    public static readonly Occasion RenewedByUs = new(
        "renewed_us",
        ToldAbout.Renewed,
        "Ander moment, door ons",
        "Als wij een ander moment noemen, omdat we het niet halen.",
        true,
        true,
        [Field.Moment, Field.Link],
        [Field.Municipality, Field.Reason]
    );

    public static readonly Occasion RenewedByEvent = new(
        "renewed_event",
        ToldAbout.Renewed,
        "Ander moment, nu de datum bekend is",
        "Als een gebeurtenis een datum krijgt, of een andere datum.",
        true,
        true,
        [Field.Moment, Field.Link],
        [Field.Municipality]
    );

    public static readonly Occasion RenewedByCitizen = new(
        "renewed_citizen",
        ToldAbout.Renewed,
        "Ander moment, op verzoek",
        "Als de burger zelf een ander moment kiest.",
        false,
        true,
        [Field.Moment, Field.Link],
        [Field.Municipality]
    );

    public static readonly Occasion AttemptsDone = new(
        "attempts_done",
        ToldAbout.AttemptsDone,
        "Niet bereikt",
        "Als we vaak genoeg belden en niemand kregen.",
        true,
        false,
        [Field.Attempts, Field.Link],
        [Field.Municipality]
    );

    public static readonly Occasion Progress = new(
        "progress",
        ToldAbout.Progress,
        "Hoe het ervoor staat",
        "Als de norm zegt dat de burger voor het moment iets hoort. Het moment blijft staan.",
        true,
        true,
        [Field.Moment, Field.Link],
        [Field.Municipality]
    );

    public static readonly Occasion Late = new(
        "late",
        ToldAbout.Late,
        "Later dan beloofd",
        "Als het moment voorbij is en de burger nog niets hoorde.",
        true,
        true,
        [Field.Moment, Field.Link],
        [Field.Municipality]
    );

    public static readonly Occasion NumberChanged = new(
        "number_changed",
        ToldAbout.NumberChanged,
        "Ander nummer",
        "Als iemand een ander telefoonnummer opgeeft. Dit gaat naar het oude nummer.",
        false,
        false,
        [Field.Link],
        [Field.Municipality]
    );

    public static readonly Occasion Withdrawn = new(
        "withdrawn",
        ToldAbout.Withdrawn,
        "Niet meer nodig",
        "Als de burger laat weten dat het niet meer hoeft.",
        false,
        false,
        [Field.Link],
        [Field.Municipality]
    );

    public static readonly IReadOnlyList<Occasion> All =
    [
        Made,
        RenewedByUs,
        RenewedByEvent,
        RenewedByCitizen,
        AttemptsDone,
        Progress,
        Late,
        NumberChanged,
        Withdrawn,
    ];

    public static Occasion? Find(string? code) => All.FirstOrDefault(o => o.Code == code);

    /// <summary>When it cannot be delivered, somebody calls: it is about something that we owe.</summary>
    public bool ComesBackAsWork => MustBeTold || this == Made;
}

/// <summary>What a text may leave open, written as <c>((moment))</c>.</summary>
internal static class Field
{
    public const string Municipality = "gemeente";
    public const string Moment = "moment";
    public const string Link = "link";
    public const string Reason = "reden";
    public const string Attempts = "pogingen";
}
