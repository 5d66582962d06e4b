using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises.Walk;

/// <summary>Draws an act, right or wrong: what a rule refuses must change nothing either.</summary>
internal sealed class WalkActs(TestClock clock, Random random)
{
    private const string Phone = "+31612345678";
    private static readonly string[] Numbers = [Phone, "+31687654321", "+31611111111"];

    private static readonly (string Name, int Weight)[] Open =
    [
        ("take", 8),
        ("give back", 6),
        ("attempt", 22),
        ("renew by citizen", 8),
        ("renew by us", 8),
        ("told", 5),
        ("repeat", 6),
        ("bounce", 7),
        ("move", 6),
        ("assign", 4),
        ("join", 9),
        ("undo", 8),
        ("change number", 3),
        ("number is right", 3),
        ("add to", 1),
        ("ask not owed", 3),
        ("owed after all", 3),
        ("stale", 2),
        ("reached", 34),
        ("delivered", 17),
        ("attempts done", 4),
        ("withdrawn", 14),
        ("answered by contact", 9),
        ("answered by promise", 9),
        ("not owed", 9),
    ];

    private static readonly (string Name, int Weight)[] Ended =
    [
        ("reopen", 10),
        ("undo", 4),
        ("told", 2),
        ("take", 1),
        ("move", 1),
        ("renew by us", 1),
    ];

    /// <summary>Of one whom nobody can reach.</summary>
    private static readonly (string Name, int Weight)[] Unreachable =
    [
        ("attempt", 60),
        ("attempts done", 25),
        ("told", 5),
        ("bounce", 5),
        ("renew by citizen", 5),
    ];

    public (string Name, PromiseAct Act) Draw(Walked one, IReadOnlyList<Walked> sisters)
    {
        var name = Name(
            !one.IsOpen ? Ended
            : one.IsUnreachable ? Unreachable
            : Open
        );
        // What can be taken back mostly comes just after; what fits mostly comes before what a rule refuses.
        var fits = random.Next(8) > 0;
        name = name switch
        {
            _ when one.LastActAt + UndoRule.Longest > clock.Now() && random.Next(5) == 0 => "undo",
            "attempts done" when fits && one.IsUnreachable && one.Tries < 3 => "attempt",
            "reached" or "delivered" when fits => one.Kind == "call" ? "reached" : "delivered",
            "join" or "answered by promise" when fits && sisters.Count == 0 => "take",
            "undo" when fits => "repeat",
            "number is right" when fits && !one.IsUnchecked => "change number",
            "owed after all" when fits && !one.IsAsked => "ask not owed",
            _ when one.IsUnchecked && random.Next(6) == 0 => "number is right",
            "give back" when fits && !one.IsHeld => "take",
            _ => name,
        };
        return (name, Act(name, one, sisters));
    }

    /// <param name="kind">0 to 9.</param>
    public MakePromise Make(WalkTown town, Guid matter, int kind)
    {
        var team = town.Team;
        var when = When(town);
        var word =
            when is PromiseWhen.OpenDoor ? "open_door"
            : kind < 6 ? "call"
            : kind < 8 ? "write"
            : "do";
        return new MakePromise(
            town.Municipality,
            matter,
            null,
            team,
            null,
            word,
            "uw vraag",
            "een burger",
            null,
            word == "call" ? Phone : null,
            random.Next(2) == 0 ? "cannot" : "not_allowed",
            "nl",
            "phone",
            town.Agent
        )
        {
            When = when,
        };
    }

    private PromiseWhen When(WalkTown town) =>
        random.Next(20) switch
        {
            < 3 => new PromiseWhen.ByChoice(Chosen()),
            < 6 when town.Happenings.Count > 0 => new PromiseWhen.BeforeHappening(
                town.Happenings[^Math.Min(town.Happenings.Count, random.Next(1, 6))],
                random.Next(8)
            ),
            6 => new PromiseWhen.OpenDoor(clock.Today().PlusDays(random.Next(0, 30)), null),
            _ => PromiseWhen.Norm,
        };

    private PromiseAct Act(string name, Walked one, IReadOnlyList<Walked> sisters)
    {
        var (id, seq, town) = (one.Id, one.Seq, one.Town);
        var staff = town.SomebodyOf(one.TeamId);
        return name switch
        {
            "take" => new PromiseAct.Take(id, seq, staff),
            "give back" => new PromiseAct.GiveBack(id, seq, staff),
            "attempt" => new PromiseAct.Attempt(
                id,
                seq,
                staff,
                one.IsUnreachable ? AttemptOutcome.NoAnswer : (AttemptOutcome)random.Next(4),
                clock.Now() - Back(),
                random.Next(8) == 0 ? "+31611111111" : Phone,
                ""
            ),
            "renew by citizen" => new PromiseAct.Renew(id, seq, staff, Chosen(), WishedBy.Citizen, RenewReason.Asked),
            "renew by us" => new PromiseAct.Renew(id, seq, staff, Chosen(), WishedBy.Us, RenewReason.Busy),
            "told" => new PromiseAct.Told(id, staff, "phone", ToldAbout.Progress),
            "repeat" => new PromiseAct.Repeat(id, seq, staff, one.Contact),
            "bounce" => new PromiseAct.Bounce(
                id,
                seq,
                staff,
                random.Next(3) == 0 ? null : town.Team,
                BounceReason.OtherTeam,
                ""
            ),
            "move" => new PromiseAct.Move(id, seq, staff, town.Team, MoveReason.Wrong),
            "assign" => new PromiseAct.Assign(id, seq, staff, town.SomebodyOf(one.TeamId)),
            "join" => new PromiseAct.Join(id, seq, staff, sisters.Count == 0 ? id : sisters[0].Id),
            "undo" => new PromiseAct.Undo(id, seq, one.LastActor ?? staff),
            "change number" => new PromiseAct.ChangeNumber(
                id,
                seq,
                staff,
                Numbers[random.Next(Numbers.Length)],
                random.Next(2) == 0
            ),
            "number is right" => new PromiseAct.NumberIsRight(id, seq, staff),
            "add to" => new PromiseAct.AddTo(id, seq, staff),
            "ask not owed" => new PromiseAct.AskNotOwed(id, seq, staff, NotOwedReason.Mistake),
            "owed after all" => new PromiseAct.RefuseNotOwed(id, seq, staff),
            "stale" => new PromiseAct.Take(id, seq - 1, staff),
            "reopen" => new PromiseAct.Reopen(id, seq, staff, ReopenReason.NotDone)
            {
                ToTeamId = random.Next(4) == 0 ? town.Team : null,
            },
            _ => End(name, one, sisters, staff),
        };
    }

    private PromiseAct.End End(string name, Walked one, IReadOnlyList<Walked> sisters, Guid staff)
    {
        var (end, reason) = name switch
        {
            "reached" => (PromiseEnd.Reached, null),
            "delivered" => (PromiseEnd.Delivered, null),
            "attempts done" => (PromiseEnd.AttemptsDone, null),
            "withdrawn" => (PromiseEnd.Withdrawn, (string?)null),
            "answered by contact" => (PromiseEnd.AnsweredElsewhere, EndReason.Contact),
            "answered by promise" => (PromiseEnd.AnsweredElsewhere, EndReason.Promise),
            _ => (PromiseEnd.NotOwed, NotOwedReason.Double),
        };
        return new PromiseAct.End(one.Id, one.Seq, staff, end, reason, clock.Now() - Back(), "")
        {
            AnsweredBy =
                reason == EndReason.Contact ? one.Contact
                : sisters.Count > 0 ? sisters[^1].Id
                : null,
            RegieAgrees = random.Next(4) > 0,
        };
    }

    /// <summary>Mostly now, else some time ago, which may be too long.</summary>
    private Duration Back() => Duration.FromSeconds(random.Next(3) == 0 ? random.Next(14_400) : 0);

    private Chosen Chosen() =>
        random.Next(4) == 0
            ? new Chosen.At(clock.Now() + Duration.FromSeconds(random.Next(-600, 400_000)))
            : new Chosen.Part(clock.Today().PlusDays(random.Next(0, 8)), (Daypart)random.Next(3));

    private string Name((string Name, int Weight)[] choices)
    {
        var draw = random.Next(choices.Sum(c => c.Weight));
        foreach (var (name, weight) in choices)
        {
            draw -= weight;
            if (draw < 0)
            {
                return name;
            }
        }
        return choices[0].Name;
    }
}
