using NodaTime;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Norms;

/// <summary>The moment that a rule gives to a promise. Pure: the same question always has the same answer.</summary>
internal static class DueMoment
{
    /// <summary>Article 4 of the Algemene termijnenwet: longer terms are left as they are.</summary>
    private const int LongestExtendedDays = 90;
    private const int LongestExtendedWeeks = 12;

    /// <summary>Article 2: a term of three days or more holds at least two ordinary days.</summary>
    private const int ShortestWithOrdinaryDays = 3;

    /// <param name="calendar">The service calendar; null where the rule needs none.</param>
    /// <param name="statutory">The statutory days, for statutory terms only.</param>
    /// <param name="chosen">Only for a chosen moment.</param>
    public static DueAnswer Of(
        DueRule rule,
        Instant madeAt,
        ServiceCalendar? calendar,
        StatutoryCalendar statutory,
        Chosen? chosen = null
    )
    {
        var made = madeAt.WholeSecond();
        return rule switch
        {
            DueRule.WithinHours within => new DueAnswer.Due(made + Duration.FromHours(within.Hours)),
            DueRule.StatutoryTerm term => new DueAnswer.Due(EndOfTerm(term, made, statutory)),
            _ when calendar is null => DueAnswer.NoCalendar,
            DueRule.NextWorkingDayBefore next => NextWorkingDay(next, made, calendar),
            DueRule.WithinWorkingDays within => WorkingDays(within, made, calendar),
            DueRule.WithinOpeningMinutes within => calendar.AddWorkingTime(made, Duration.FromMinutes(within.Minutes))
                is { } due
                ? new DueAnswer.Due(due)
                : DueAnswer.NeverOpen,
            DueRule.ChosenMoment => OfChoice(chosen, made, calendar),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "An unknown kind of due rule."),
        };
    }

    private static DueAnswer NextWorkingDay(
        DueRule.NextWorkingDayBefore rule,
        Instant made,
        ServiceCalendar calendar
    ) =>
        calendar.NextWorkingDay(made.Local().Date) is { } day
            ? new DueAnswer.Due(rule.Time.InstantOn(day))
            : DueAnswer.NeverOpen;

    private static DueAnswer WorkingDays(DueRule.WithinWorkingDays rule, Instant made, ServiceCalendar calendar)
    {
        var day = made.Local().Date;
        for (var count = 0; count < rule.Days; count++)
        {
            if (calendar.NextWorkingDay(day) is not { } next)
            {
                return DueAnswer.NeverOpen;
            }

            day = next;
        }

        return calendar.LastClosing(day) is { } closing ? new DueAnswer.Due(closing) : DueAnswer.NeverOpen;
    }

    private static DueAnswer OfChoice(Chosen? chosen, Instant made, ServiceCalendar calendar)
    {
        switch (chosen)
        {
            case Chosen.At(var moment):
                var at = moment.WholeSecond();
                return at <= made ? DueAnswer.ChosenIsPast
                    : calendar.WorkingTime(made, at) > Duration.Zero ? new DueAnswer.Due(at)
                    : DueAnswer.ChosenIsClosed;
            case Chosen.Part(var date, var daypart):
                return calendar.LastClosingIn(date, daypart) is not { } due ? DueAnswer.ChosenIsClosed
                    : due <= made ? DueAnswer.ChosenIsPast
                    : calendar.WorkingTime(made, due) > Duration.Zero ? new DueAnswer.Due(due)
                    : DueAnswer.ChosenIsClosed;
            default:
                return DueAnswer.NothingChosen;
        }
    }

    /// <summary>The last closing inside a part of the day, or the end of the part when still open then; null when closed all of it.</summary>
    private static Instant? LastClosingIn(this ServiceCalendar calendar, LocalDate date, Daypart daypart)
    {
        var open = calendar
            .OpenBlocks(date)
            .Select(block => block.And(daypart.Block()))
            .LastOrDefault(b => b is not null);
        return open?.To.InstantOn(date);
    }

    private static Instant EndOfTerm(DueRule.StatutoryTerm term, Instant made, StatutoryCalendar statutory)
    {
        var first = made.Local().Date.PlusDays(1);
        var days = term.Unit == TermUnit.Weeks ? term.Count * 7 : term.Count;
        var last = first.PlusDays(days - 1);
        var longest = term.Unit == TermUnit.Weeks ? LongestExtendedWeeks : LongestExtendedDays;
        if (term.Count <= longest)
        {
            var ordinary = days < ShortestWithOrdinaryDays ? 0 : OrdinaryDays(first, last, statutory);
            while (statutory.IsFree(last) || (days >= ShortestWithOrdinaryDays && ordinary < 2))
            {
                last = last.PlusDays(1);
                ordinary += statutory.IsFree(last) ? 0 : 1;
            }
        }

        return last.PlusDays(1).StartInAmsterdam();
    }

    private static int OrdinaryDays(LocalDate first, LocalDate last, StatutoryCalendar statutory)
    {
        var count = 0;
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            count += statutory.IsFree(date) ? 0 : 1;
        }

        return count;
    }
}
