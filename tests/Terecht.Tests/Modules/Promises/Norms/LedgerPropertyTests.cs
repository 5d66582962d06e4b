using CsCheck;
using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Norms;

namespace Terecht.Tests.Modules.Promises.Norms;

public sealed class LedgerPropertyTests
{
    private static readonly Gen<(List<PromiseEvent> Events, Instant AsOf)> LivesAsOf =
        from events in LedgerWalk.Lives
        from later in Gen.Int[0, 300_000]
        select (events, events[^1].RecordedAt + Duration.FromSeconds(later));

    [Fact]
    public void Team_times_and_closed_time_add_up_to_the_citizens_time_to_the_second() =>
        LivesAsOf.Sample(
            life =>
            {
                var clocks = Fold(life).Clocks;
                (clocks.TeamSeconds.Values.Sum() + clocks.ClosedSeconds).ShouldBe(clocks.CitizenSeconds);
                clocks.TeamSeconds.Values.ShouldAllBe(seconds => seconds >= 0);
            },
            iter: 5_000
        );

    [Fact]
    public void The_clocks_equal_asking_at_every_act_who_had_it_until_the_next() =>
        LivesAsOf.Sample(
            life =>
            {
                var (team, closed) = SecondReading(life.Events, life.AsOf);
                var clocks = Fold(life).Clocks;
                clocks.ClosedSeconds.ShouldBe(closed);
                clocks
                    .TeamSeconds.Where(pair => pair.Value > 0)
                    .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .ShouldBe(team.Where(pair => pair.Value > 0).OrderBy(pair => pair.Key, StringComparer.Ordinal));
            },
            iter: 3_000
        );

    [Fact]
    public void Re_routing_never_touches_the_verdict_or_a_moment() =>
        LivesAsOf.Sample(
            life =>
            {
                var stayed = Fold((Without(life.Events, IsRouting), life.AsOf));
                var moved = Fold(life);
                moved.Verdict.ShouldBe(stayed.Verdict);
                moved.ByMomentInForce.ShouldBe(stayed.ByMomentInForce);
                moved.Moments.ShouldBe(stayed.Moments);
                moved.Clocks.CitizenSeconds.ShouldBe(stayed.Clocks.CitizenSeconds);
                moved.Clocks.ClosedSeconds.ShouldBe(stayed.Clocks.ClosedSeconds);
            },
            iter: 3_000
        );

    [Fact]
    public void A_renewal_by_us_never_changes_on_time_once_there_is_a_moment() =>
        LivesAsOf
            .Where(life => life.Events[0].Due is not null)
            .Sample(
                life =>
                {
                    var kept = Fold((Without(life.Events, IsOurRenewal), life.AsOf));
                    var renewed = Fold(life);
                    renewed.Verdict.ShouldBe(kept.Verdict);
                    renewed.Moments.Limit.ShouldBe(kept.Moments.Limit);
                },
                iter: 3_000
            );

    [Fact]
    public void The_first_moment_never_changes() =>
        LivesAsOf
            .Where(life => life.Events[0].Due is not null)
            .Sample(life => Fold(life).Moments.First.ShouldBe(life.Events[0].Due), iter: 3_000);

    [Fact]
    public void The_limit_is_what_a_plain_reading_of_the_rule_gives() =>
        LivesAsOf.Sample(life => Fold(life).Moments.Limit.ShouldBe(PlainLimit(life.Events)), iter: 5_000);

    [Fact]
    public void No_act_but_an_end_makes_an_open_late_promise_good() =>
        LivesAsOf.Sample(
            life =>
            {
                foreach (var act in life.Events.Where(act => act.Type is not PromiseEventType.Made))
                {
                    var before = Fold((life.Events.Take(act.Seq - 1).ToList(), act.RecordedAt));
                    var after = Fold((life.Events.Take(act.Seq).ToList(), act.RecordedAt));
                    if (before.Verdict != KeptVerdict.OpenLate || act.Type is PromiseEventType.End)
                    {
                        continue;
                    }

                    // An attempt may have happened before the limit, but an open promise stays open and late.
                    after.Verdict.ShouldBe(KeptVerdict.OpenLate);
                }
            },
            iter: 1_000
        );

    [Fact]
    public void On_time_is_true_only_for_an_ended_promise_with_a_limit() =>
        LivesAsOf.Sample(
            life =>
            {
                var state = Fold(life);
                if (state.OnTime == true)
                {
                    state.EndedAt.ShouldNotBeNull();
                    state.Moments.Limit.ShouldNotBeNull();
                }

                (state.Verdict == KeptVerdict.OpenLate).ShouldBe(
                    state.EndedAt is null && life.AsOf > state.Moments.Limit
                );
            },
            iter: 3_000
        );

    [Fact]
    public void The_state_at_an_earlier_moment_is_that_of_the_events_known_then() =>
        Gen.Select(LedgerWalk.Lives, Gen.Int[0, 1_000_000])
            .Sample(
                (events, seconds) =>
                {
                    var asOf = events[0].At + Duration.FromSeconds(seconds);
                    var prefix = events.TakeWhile(act => act.RecordedAt <= asOf).ToList();
                    var seen = Fold((events, asOf));
                    var known = Fold((prefix, asOf));
                    seen.Verdict.ShouldBe(known.Verdict);
                    seen.Moments.ShouldBe(known.Moments);
                    seen.FigureTeam.ShouldBe(known.FigureTeam);
                    seen.Clocks.CitizenSeconds.ShouldBe(known.Clocks.CitizenSeconds);
                },
                iter: 3_000
            );

    [Fact]
    public void The_order_in_which_events_are_read_makes_no_difference() =>
        LivesAsOf.Sample(
            life =>
            {
                var shuffled = life.Events.OrderBy(act => (act.Seq * 7_919) % 31).ToList();
                Fold((shuffled, life.AsOf)).Verdict.ShouldBe(Fold(life).Verdict);
                Fold((shuffled, life.AsOf))
                    .Clocks.TeamSeconds.ShouldBe(Fold(life).Clocks.TeamSeconds, ignoreOrder: true);
            },
            iter: 1_000
        );

    [Fact]
    public void Teams_together_are_the_total() =>
        LivesAsOf
            .Array[1, 12]
            .Sample(
                lives =>
                {
                    var states = lives.Select(Fold).ToList();
                    PromiseFigures
                        .ByTeam(states)
                        .Values.Aggregate(PromiseFigures.Zero, (sum, team) => sum + team)
                        .ShouldBe(PromiseFigures.Total(states));
                },
                iter: 500
            );

    private static PromiseState Fold((List<PromiseEvent> Events, Instant AsOf) life) =>
        PromiseLedger.Fold(life.Events, AttemptTerms.Default, life.AsOf);

    private static List<PromiseEvent> Without(List<PromiseEvent> events, Predicate<PromiseEvent> left) =>
        [
            .. events
                .Where(act => !left(act))
                .Select(
                    (act, index) =>
                        act with
                        {
                            Seq = index + 1,
                            // A reopening may also name another team: that is routing too.
                            Team = act.Type == PromiseEventType.Made ? act.Team : null,
                        }
                ),
        ];

    private static bool IsRouting(PromiseEvent act) =>
        act.Type
            is PromiseEventType.Team
                or PromiseEventType.Bounce
                or PromiseEventType.Hold
                or PromiseEventType.Release
                or PromiseEventType.Told
                or PromiseEventType.Repeat;

    private static bool IsOurRenewal(PromiseEvent act) => act is { Type: PromiseEventType.Renew, By: WishedBy.Us };

    /// <summary>
    /// The rule read once more, in another shape: start at the first moment; a wish of the citizen in time sets the
    /// limit, but never before where it stands without wishes; the event in time sets both; a join brings both forward.
    /// </summary>
    private static Instant? PlainLimit(List<PromiseEvent> events)
    {
        Instant? limit = events[0].Due;
        var unwished = limit;
        foreach (var act in events.Where(act => act.Due is not null))
        {
            var due = act.Due!.Value;
            if (act.Type == PromiseEventType.Join)
            {
                (limit, unwished) = limit is null
                    ? (due, due)
                    : (Instant.Min(limit.Value, due), Instant.Min(unwished!.Value, due));
            }
            else if (act.Type == PromiseEventType.Renew && limit is null)
            {
                (limit, unwished) = (due, due);
            }
            else if (act.Type == PromiseEventType.Renew && act.At <= limit && act.By == WishedBy.Citizen)
            {
                limit = Instant.Max(unwished!.Value, due);
            }
            else if (act.Type == PromiseEventType.Renew && act.At <= limit && act.By == WishedBy.Event)
            {
                (limit, unwished) = (due, due);
            }
        }

        return limit;
    }

    private static (Dictionary<string, long> Team, long Closed) SecondReading(List<PromiseEvent> events, Instant asOf)
    {
        var teams = new Dictionary<string, long>(StringComparer.Ordinal);
        long closed = 0;
        var acts = events.Where(act => act.Type != PromiseEventType.Attempt).ToList();
        var lastEnd = acts[^1].Type == PromiseEventType.End ? acts[^1].At : (Instant?)null;
        for (var index = 0; index < acts.Count; index++)
        {
            var until = index + 1 < acts.Count ? acts[index + 1].At : lastEnd ?? asOf;
            var seconds = (long)(until - acts[index].At).TotalSeconds;
            if (acts[index].Type == PromiseEventType.End)
            {
                closed += seconds;
                continue;
            }

            var owner = acts.Take(index + 1).Last(act => act.Team is not null).Team!;
            teams[owner] = teams.GetValueOrDefault(owner) + seconds;
        }

        return (teams, closed);
    }
}
