using System.Text.Json;
using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Events;

namespace Terecht.Modules.Citizens.Status;

/// <summary>What we did about one promise, from its events. Who took it or gave it back is not the citizen's story.</summary>
internal sealed class StepsOfPromise(Wording say, StepOfMoves moves)
{
    public IEnumerable<StoryStep> Tell(GivenPromise promise, MatterFacts facts)
    {
        Phrase[] about = facts.Promises.Count > 1 ? [promise.About] : [];
        return Steps(promise, facts)
            .Concat(promise.Facts.Select(fact => Fact(promise, fact, facts)))
            .Select(step => step with { About = about });
    }

    private IEnumerable<StoryStep> Steps(GivenPromise promise, MatterFacts facts)
    {
        var repeats = 0;
        var moved = new List<PromiseActRow>();
        foreach (var act in promise.Acts)
        {
            if (act.Type == PromiseBounced.Type || act.Type == PromiseMoved.Type)
            {
                moved.Add(act);
                continue;
            }
            if (moved.Count > 0 && !IsHandling(act))
            {
                yield return moves.Tell(promise, moved, facts);
                moved.Clear();
            }
            if (act.Type == PromiseRepeated.Type)
            {
                repeats++;
            }
            if (Step(promise, act, repeats, facts) is { } step)
            {
                yield return step;
            }
        }
        if (moved.Count > 0)
        {
            yield return moves.Tell(promise, moved, facts);
        }
        if (promise.State.OnTime == false && promise.State.Moments.Limit is { } limit && limit < say.Now)
        {
            yield return new StoryStep(limit, say.When(limit), say["Passed"], "alert")
            {
                Detail = say[$"Passed_{promise.Kind}"],
            };
        }
    }

    /// <summary>Nothing that a citizen would think again for.</summary>
    public static bool ChangesNothing(PromiseActRow act) => IsHandling(act) || act.Type == PromiseRepeated.Type;

    /// <summary>Inside a team: no news for the citizen, and no reason to tell two moves apart.</summary>
    private static bool IsHandling(PromiseActRow act) =>
        act.Type == PromiseHeld.Type || act.Type == PromiseReleased.Type || act.Type == PromiseTold.Type;

    private StoryStep? Step(GivenPromise promise, PromiseActRow act, int repeats, MatterFacts facts) =>
        act.Type == PromiseAttempted.Type ? Attempt(act, Read<PromiseAttempted>(act), facts)
        : act.Type == PromiseRepeated.Type ? Repeat(act, Read<PromiseRepeated>(act), repeats, facts)
        : act.Type == PromiseEnded.Type ? End(promise, act, Read<PromiseEnded>(act))
        : act.Type == PromiseRenewed.Type ? Renewed(act, Read<PromiseRenewed>(act))
        : act.Type == PromiseJoined.Type && Read<PromiseJoined>(act).Due is not null
            ? new StoryStep(act.At, say.When(act.At), say["Joined"], "link") { Detail = say["Joined_detail"] }
        : act.Type == PromiseReopened.Type
            ? new StoryStep(
                act.At,
                say.When(act.At),
                say[act.ActorKind == "citizen" ? "Reopened_by_citizen" : "Reopened"],
                "undo"
            )
            {
                Detail = say["Reopened_detail"],
            }
        : null;

    private StoryStep Fact(GivenPromise promise, PromiseActRow fact, MatterFacts facts) =>
        fact.Type == PromiseAddedTo.Type
            ? new StoryStep(fact.At, say.When(fact.At), say["Added"], "pencil")
            {
                Detail = promise.IsOpen ? say["Done_aanvullen_next", StepsAhead.Who(promise, facts, say)] : null,
            }
            : new StoryStep(
                fact.At,
                say.When(fact.At),
                say[fact.ActorKind == "citizen" ? "Number_by_citizen" : "Number_by_us"],
                "phone"
            );

    private StoryStep Attempt(PromiseActRow act, PromiseAttempted attempt, MatterFacts facts)
    {
        var key = $"Attempt_{attempt.Outcome}";
        var reached = attempt.Outcome == AttemptOutcome.Reached.Word();
        var what =
            !reached ? say[key]
            : facts.Organisation.FindStaff(act.ActorId) is { } who ? say[key, who.Short]
            : say["End_reached"];
        return new StoryStep(act.At, say.When(act.At), what, reached ? "phone" : "close")
        {
            Detail = say.Knows($"{key}_detail") ? say[$"{key}_detail"] : null,
        };
    }

    /// <summary>A renewal that was taken back is told like any other: it is the moment that holds again.</summary>
    private StoryStep Renewed(PromiseActRow act, PromiseRenewed renewed) =>
        new(
            act.At,
            say.When(act.At),
            say[$"Renewed_by_{renewed.By}", say.DayOf(renewed.Due), say.Time(renewed.Due)],
            "calendar"
        )
        {
            Detail = renewed.By == WishedBy.Us.Word() ? say["Renewed_by_us_detail"] : null,
        };

    private StoryStep Repeat(PromiseActRow act, PromiseRepeated repeat, int repeats, MatterFacts facts)
    {
        var channel = facts.Asked.FirstOrDefault(q => q.ContactId == repeat.ContactId)?.Channel;
        var what = channel is "phone" or null ? "Repeat_phone" : "Repeat";
        return new StoryStep(
            act.At,
            say.When(act.At),
            repeats == 1 ? say[what] : say[what + "_nth", repeats + 1],
            "callback"
        )
        {
            Detail = say["Repeat_detail", say.TeamFirst(facts.Organisation.FindTeam(act.TeamId))],
        };
    }

    /// <summary>A call that reached the citizen was told by its attempt.</summary>
    private StoryStep? End(GivenPromise promise, PromiseActRow act, PromiseEnded end) =>
        end.Outcome == PromiseEnd.Reached.Word() && TellsOfContact(promise, act)
            ? null
            : new StoryStep(act.At, say.When(act.At), say[EndKey(promise, end.Outcome)], "check")
            {
                Detail = say.Knows(EndKey(promise, end.Outcome) + "_detail")
                    ? say[EndKey(promise, end.Outcome) + "_detail"]
                    : null,
            };

    private static bool TellsOfContact(GivenPromise promise, PromiseActRow end) =>
        promise.Acts.Any(a =>
            a.Seq < end.Seq
            && a.Type == PromiseAttempted.Type
            && Read<PromiseAttempted>(a).Outcome == AttemptOutcome.Reached.Word()
        );

    private static string EndKey(GivenPromise promise, string outcome) =>
        outcome == PromiseEnd.Delivered.Word() && promise.Row.DoorUntil is not null ? "End_door"
        : outcome == PromiseEnd.Delivered.Word() ? $"End_delivered_{promise.Kind}"
        : $"End_{outcome}";

    private static T Read<T>(PromiseActRow act) => JsonSerializer.Deserialize<T>(act.Data, EventLog.Json)!;
}
