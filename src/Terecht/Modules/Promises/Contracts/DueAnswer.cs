using NodaTime;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>A due moment, or why there is none.</summary>
internal abstract record DueAnswer
{
    private DueAnswer() { }

    public static readonly Refused NoCalendar = new(
        "no_calendar",
        "Deze norm heeft een agenda met openingstijden nodig.",
        "This norm needs a calendar with opening hours."
    );

    public static readonly Refused NeverOpen = new(
        "never_open",
        "Deze agenda gaat het komende jaar niet vaak genoeg open. Kies een andere agenda.",
        "This calendar does not open often enough within a year. Choose another calendar."
    );

    public static readonly Refused NothingChosen = new(
        "nothing_chosen",
        "Er is nog geen moment gekozen. Kies een moment.",
        "No moment has been chosen yet. Choose a moment."
    );

    public static readonly Refused ChosenIsPast = new(
        "chosen_is_past",
        "Dit moment is al voorbij. Kies een later moment.",
        "This moment has passed. Choose a later moment."
    );

    public static readonly Refused ChosenIsClosed = new(
        "chosen_is_closed",
        "Dan is het team dicht. Kies een ander moment.",
        "The team is closed then. Choose another moment."
    );

    /// <summary>The instant, or null when refused.</summary>
    public Instant? Moment => (this as Due)?.At;

    internal sealed record Due(Instant At) : DueAnswer;

    /// <param name="Code">For tests and the API.</param>
    internal sealed record Refused(string Code, string Nl, string En) : DueAnswer;
}
