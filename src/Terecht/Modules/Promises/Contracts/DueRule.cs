using Terecht.Modules.Organisation.Contracts.Calendars;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>How a norm gives a promise its moment. These are all there are.</summary>
internal abstract record DueRule
{
    private DueRule() { }

    /// <summary>The first working day after the local day of making, at a clock time, also when the day closes earlier.</summary>
    internal sealed record NextWorkingDayBefore(ClockTime Time) : DueRule;

    /// <summary>The N-th working day after the local day of making, at its last closing time.</summary>
    internal sealed record WithinWorkingDays(int Days) : DueRule;

    /// <summary>So many minutes of opening time; running out at a closing time ends there.</summary>
    internal sealed record WithinOpeningMinutes(int Minutes) : DueRule;

    /// <summary>So many real hours of 3,600 seconds; no calendar.</summary>
    internal sealed record WithinHours(int Hours) : DueRule;

    /// <summary>What the citizen chose: it stands with the promise, see <see cref="Chosen"/>.</summary>
    internal sealed record ChosenMoment : DueRule;

    /// <summary>A term of the law; ends with the midnight that closes its last day.</summary>
    internal sealed record StatutoryTerm(int Count, TermUnit Unit) : DueRule;

    /// <summary>Whether the moment depends on a service calendar.</summary>
    public bool NeedsCalendar =>
        this is NextWorkingDayBefore or WithinWorkingDays or WithinOpeningMinutes or ChosenMoment;
}

internal enum TermUnit
{
    Days,
    Weeks,
}

/// <summary>The moment that a citizen chose from those the team can keep.</summary>
internal abstract record Chosen
{
    private Chosen() { }

    internal sealed record At(NodaTime.Instant Moment) : Chosen;

    /// <summary>The last closing inside the part of that day, or the end of the part when it is still open then.</summary>
    internal sealed record Part(NodaTime.LocalDate Date, Daypart Daypart) : Chosen;
}
