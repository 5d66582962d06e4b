using CsCheck;
using NodaTime;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Norms;
using Terecht.Tests.Modules.Organisation.Calendars;

namespace Terecht.Tests.Modules.Promises.Norms;

/// <summary>
/// Two weeks, the second for some dates only, and promises made at the very minute of an opening or a closing: against a walk
/// minute by minute, 2020 to 2040.
/// </summary>
public sealed class PeriodPropertyTests
{
    /// <summary>A month, in minutes.</summary>
    private const int Long = 31 * 1440;

    private static readonly Gen<Drawn> Any =
        from minute in CalendarGen.Minute
        from usual in CalendarGen.Around(minute)
        from other in CalendarGen.Around(minute)
        from first in Gen.Int[-4, 6]
        from length in Gen.Int[0, 12]
        select new Drawn(minute, usual, other, first, length);

    [Fact]
    public void Opening_minutes_are_counted_in_the_week_of_their_own_date() =>
        Gen.Select(Any, Gen.Int[1, 2_000])
            .Sample(
                (drawn, minutes) =>
                    Due(new DueRule.WithinOpeningMinutes(minutes), drawn, drawn.Minute)
                        .ShouldBe(After(drawn, drawn.Minute, minutes).ToInstant()),
                iter: 500
            );

    [Fact]
    public void A_working_day_is_judged_by_the_week_of_its_own_date() =>
        Any.Sample(
            drawn =>
            {
                var date = LocalDay(drawn.Minute).AddDays(1);
                while (!drawn.At(date).IsWorkingDay(date))
                {
                    date = date.AddDays(1);
                }

                Due(new DueRule.NextWorkingDayBefore(new ClockTime(17, 0)), drawn, drawn.Minute)
                    .ShouldBe(new ClockTime(17, 0).InstantOn(LocalDate.FromDateTime(date)));
            },
            iter: 1_000
        );

    /// <summary>Half-open: the minute of opening counts whole, the minute of closing not at all.</summary>
    [Fact]
    public void Made_at_the_edge_of_a_block_not_a_minute_is_lost_or_won() =>
        Gen.Select(Any, Gen.Int[1, 600])
            .Sample(
                (drawn, minutes) =>
                {
                    var edge = drawn.Minute;
                    // Open round the clock for weeks there is no edge, and any minute will do.
                    while (drawn.IsOpen(edge) == drawn.IsOpen(edge - 1) && edge < drawn.Minute + Long)
                    {
                        edge++;
                    }

                    Due(new DueRule.WithinOpeningMinutes(minutes), drawn, edge)
                        .ShouldBe(After(drawn, edge, minutes).ToInstant());
                },
                iter: 500
            );

    /// <summary>Running out at a closing time is that closing time, also at midnight, and never the next opening.</summary>
    [Fact]
    public void A_block_used_up_to_its_end_is_due_at_its_end() =>
        Any.Sample(
            drawn =>
            {
                var from = drawn.Minute;
                while (!drawn.IsOpen(from))
                {
                    from++;
                }

                var end = from;
                while (drawn.IsOpen(end) && end < from + Long)
                {
                    end++;
                }

                Due(new DueRule.WithinOpeningMinutes((int)(end - from)), drawn, from).ShouldBe(end.ToInstant());
            },
            iter: 500
        );

    private static Instant? Due(DueRule rule, Drawn drawn, long made) =>
        DueMoment.Of(rule, made.ToInstant(), drawn.ForTheProduct(), StatutoryCalendar.Shipped).Moment;

    private static long After(Drawn drawn, long minute, int openMinutes)
    {
        for (var left = openMinutes; left > 0; minute++)
        {
            left -= drawn.IsOpen(minute) ? 1 : 0;
        }

        return minute;
    }

    private static DateTime LocalDay(long minute) =>
        DateTime.UnixEpoch.AddMinutes(NaiveCalendar.LocalMinute(minute)).Date;

    /// <param name="First">The first day of the second week, from the day of making.</param>
    /// <param name="Length">How many days after that it still holds.</param>
    private sealed record Drawn(long Minute, NaiveCalendar Usual, NaiveCalendar Other, int First, int Length)
    {
        private DateTime From => LocalDay(Minute).AddDays(First);
        private DateTime To => From.AddDays(Length);

        public NaiveCalendar At(DateTime date) => date >= From && date <= To ? Other : Usual;

        public bool IsOpen(long minute) => At(LocalDay(minute)).IsOpen(minute);

        public ServiceCalendar ForTheProduct()
        {
            var (usual, other) = (Usual.ForTheProduct(), Other.ForTheProduct());
            var (from, to) = (LocalDate.FromDateTime(From), LocalDate.FromDateTime(To));
            var days = Enumerable.Range(1, 7).Select(d => (IsoDayOfWeek)d);
            return new ServiceCalendar
            {
                Id = Guid.Empty,
                Version = 1,
                Code = "twee-weken",
                Name = "Twee weken",
                Hours =
                [
                    usual.Hours[0],
                    new OpeningHours(days.ToDictionary(d => d, d => other.Hours[0].On(d)), from, to),
                ],
                Closures =
                [
                    .. usual.Closures.Where(c => c.Date < from || c.Date > to),
                    .. other.Closures.Where(c => c.Date >= from && c.Date <= to),
                ],
            };
        }
    }
}
