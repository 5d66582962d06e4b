using NodaTime;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Norms;

/// <summary>What an attempt must be to count, and when it may have happened.</summary>
internal static class AttemptRule
{
    /// <summary>Happened and recorded this far apart is shown with both times.</summary>
    private static readonly Duration ShownApart = Duration.FromMinutes(15);

    /// <summary>
    /// The reason that is recorded with an attempt that will not count; null when it counts or made contact. It is
    /// judged once, by the calendar of that moment: a later version of the calendar changes nothing.
    /// </summary>
    public static string? WhyNotCounting(
        Instant happened,
        AttemptOutcome outcome,
        bool toAgreedNumber,
        ServiceCalendar calendar,
        Instant? limit
    ) =>
        outcome switch
        {
            AttemptOutcome.Reached => null,
            AttemptOutcome.WrongNumber => AttemptReason.WrongNumber,
            _ when !toAgreedNumber => AttemptReason.OtherNumber,
            _ when happened > limit => AttemptReason.AfterLimit,
            _ when !calendar.IsOpenAt(happened) => AttemptReason.OutsideCalendar,
            _ => null,
        };

    /// <summary>
    /// What is wrong with the time an attempt is said to have happened; null when nothing. It may be set back within
    /// the local day of recording, never before the promise was made or was last opened again.
    /// </summary>
    public static string? WrongTime(Instant happened, Instant recorded, Instant madeAt, Instant? reopenedAt)
    {
        if (happened > recorded)
        {
            return "Deze tijd moet nog komen. Vul de tijd in waarop u belde.";
        }

        if (happened.Local().Date != recorded.Local().Date)
        {
            return "U kunt een poging alleen op dezelfde dag vastleggen.";
        }

        if (happened < madeAt)
        {
            return "Deze tijd ligt voor de toezegging. Vul een latere tijd in.";
        }

        return happened < reopenedAt ? "Deze tijd ligt voor het heropenen. Vul een latere tijd in." : null;
    }

    public static bool ShowsBothTimes(Instant happened, Instant recorded) => recorded - happened > ShownApart;
}
