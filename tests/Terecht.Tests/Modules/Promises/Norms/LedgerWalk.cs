using CsCheck;
using NodaTime;
using Terecht.Modules.Promises.Contracts;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Promises.Norms;

/// <summary>Drawn lives of a promise: any act that is possible in the state it is in, often in the same second.</summary>
internal static class LedgerWalk
{
    private static readonly string[] Teams = ["kcc", "regie", "belastingen", "burgerzaken"];

    private static readonly Gen<int> Pause = Gen.Frequency(
        (1, Gen.Const(0)),
        (3, Gen.Int[1, 7_200]),
        (2, Gen.Int[7_201, 200_000])
    );

    private static readonly Gen<(int Act, int Pause, int Number)> Step = Gen.Select(
        Gen.Int[0, 11],
        Pause,
        Gen.Int[0, 999]
    );

    public static readonly Gen<List<PromiseEvent>> Lives =
        from hasMoment in Gen.Frequency((1, Gen.Const(false)), (6, Gen.Const(true)))
        from firstDue in Gen.Int[1, 400_000]
        from steps in Step.Array[0, 25]
        select Walk(hasMoment ? firstDue : null, steps);

    private static List<PromiseEvent> Walk(int? firstDue, (int Act, int Pause, int Number)[] steps)
    {
        // The week of a clock change, so that local and elapsed time differ.
        var now = At("2027-03-26 10:00");
        List<PromiseEvent> events = [];
        Add(
            PromiseEventType.Made,
            act => act with { Team = Teams[0], Due = firstDue is { } s ? now + Seconds(s) : null }
        );
        var open = true;
        var lastReopened = now;
        foreach (var (act, pause, number) in steps)
        {
            now += Seconds(pause);
            if (!open)
            {
                if (act < 6)
                {
                    Add(PromiseEventType.Reopen, e => e with { Team = number % 3 == 0 ? Teams[number % 4] : null });
                    lastReopened = now;
                    open = true;
                }

                continue;
            }

            switch (act)
            {
                case 0 or 1:
                    Add(PromiseEventType.Team, e => e with { Team = Teams[number % 4] });
                    break;
                case 2:
                    Add(PromiseEventType.Bounce, e => e with { Team = Teams[number % 4], Reason = "not_ours" });
                    break;
                case 3:
                    Add(number % 2 == 0 ? PromiseEventType.Hold : PromiseEventType.Release, e => e);
                    break;
                case 4 or 5:
                    var back = Instant.Max(lastReopened, now - Seconds(number));
                    var outcome = (AttemptOutcome)(number % 4);
                    Add(PromiseEventType.Attempt, e => e with { At = back, Outcome = outcome.Word() });
                    break;
                case 6 or 7:
                    Add(
                        PromiseEventType.Renew,
                        e => e with { Due = now + Seconds(number * 500), By = (WishedBy)(number % 3), Reason = "r" }
                    );
                    break;
                case 8:
                    Add(
                        PromiseEventType.Join,
                        e => e with { Due = number % 4 == 0 ? null : now + Seconds(number * 300) }
                    );
                    break;
                case 9:
                    Add(number % 2 == 0 ? PromiseEventType.Told : PromiseEventType.Repeat, e => e);
                    break;
                default:
                    Add(
                        PromiseEventType.End,
                        e => e with { Outcome = ((PromiseEnd)(number % 6)).Word(), Reason = "r" }
                    );
                    open = false;
                    break;
            }
        }

        return events;

        void Add(PromiseEventType type, Func<PromiseEvent, PromiseEvent> with) =>
            events.Add(
                with(
                    new PromiseEvent
                    {
                        Seq = events.Count + 1,
                        At = now,
                        RecordedAt = now,
                        Type = type,
                    }
                )
            );
    }

    private static Duration Seconds(int seconds) => Duration.FromSeconds(seconds);
}
