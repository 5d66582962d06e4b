using NodaTime;
using Terecht.Demo.Chance;
using Terecht.Demo.Town;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Norms;

namespace Terecht.Demo.Promises;

/// <summary>How a promise goes, from the team that gets it first up to its end.</summary>
internal sealed record LifePlan(TeamCard First, Script Script);

/// <summary>Thinks out lives that have ended: kept in time, kept late, not reached, withdrawn, bounced, opened again.</summary>
internal sealed class PastLives(Municipality town, PromiseMaker maker, Ways ways, Acts acts, Dice dice)
{
    private static readonly Duration Soon = Duration.FromMinutes(4);

    private static readonly (Fate Fate, double Weight)[] Fates =
    [
        (Fate.Kept, 70),
        (Fate.KeptAfterTries, 13),
        (Fate.TriesDone, 4),
        (Fate.Late, 7.5),
        (Fate.LateAfterTries, 4),
        (Fate.Withdrawn, 2),
        (Fate.WithdrawnLate, 0.5),
    ];

    private enum Fate
    {
        Kept,
        KeptAfterTries,
        TriesDone,
        Late,
        LateAfterTries,
        Withdrawn,
        WithdrawnLate,
    }

    /// <summary>Null when the team is not open for it in time.</summary>
    public LifePlan? Of(Story story, TownTopic topic, string kind, Instant made)
    {
        var right = town.Team(topic.TeamId!.Value);
        return Along(ways.Usually(right), story, topic, kind, made)
            ?? Along(ways.With(right, 0), story, topic, kind, made);
    }

    private LifePlan? Along(Way way, Story story, TownTopic topic, string kind, Instant made)
    {
        if (maker.Due(topic, way.First, made) is not { } due)
        {
            return null;
        }
        var script = new Script();
        // Early enough to be kept.
        var half = made + Duration.FromSeconds((long)((due - made).TotalSeconds * 0.6));
        if (ways.Follow(script, way, topic, made, half) is not { } ready)
        {
            return null;
        }
        var owner = way.Owner(way.Bounces, town.Regie);
        var life = new Life(script, story, kind, way.First, owner, ready, due);
        var fate = dice.Weighted(Fates);
        return Play(life, kind == "call" ? fate : OfDoing(fate)) ? new LifePlan(way.First, script) : null;
    }

    private bool Play(Life life, Fate fate)
    {
        var (from, until) = fate is Fate.Late or Fate.LateAfterTries or Fate.WithdrawnLate
            ? (life.Due + Soon, life.Due + Duration.FromDays(dice.Pick([1, 1, 2, 2, 3, 5])))
            : (life.Ready + Soon, life.Due - Soon);
        var tries = fate switch
        {
            Fate.KeptAfterTries => dice.Between(1, 2),
            Fate.LateAfterTries => dice.Between(1, 3),
            Fate.TriesDone => 3,
            _ => 0,
        };
        var calendar = life.First.Calendar;
        var tried = acts.Moments(
            calendar,
            life.Ready + Soon,
            fate == Fate.TriesDone ? until : Instant.Min(until, life.Due),
            tries
        );
        var after = tried.Count > 0 ? Instant.Max(from, tried[^1] + Soon) : from;
        if (OpenMoment.Between(calendar, after, until, dice) is not { } end)
        {
            return false;
        }
        if (fate == Fate.TriesDone && !Enough(tried, life))
        {
            return false;
        }
        var holder = Hold(life, tried.Count > 0 ? tried[0] : end, end);
        foreach (var (index, at) in tried.Index())
        {
            var outcome =
                fate == Fate.TriesDone
                    ? dice.Pick([AttemptOutcome.NoAnswer, AttemptOutcome.Voicemail])
                    : (AttemptOutcome?)null;
            acts.Try(life.Script, life.Last, holder, at, index + 1 < tried.Count ? tried[index + 1] : end, outcome);
        }
        var how = EndOf(fate, life.Kind);
        var ended = acts.Finish(life.Script, life.Last, holder, end, how, Words(how, life.Story));
        AskAgain(life, fate, end);
        OpenAgain(life, holder, how, ended);
        return true;
    }

    private static bool Enough(List<Instant> tried, Life life)
    {
        var counting = tried.Where(at => life.First.Calendar.IsOpenAt(at));
        return KeptRule.AttemptsDone(counting, life.Due, AttemptTerms.Default);
    }

    /// <summary>Most take it before they call; some give it back, and a colleague takes it.</summary>
    private StaffCard? Hold(Life life, Instant first, Instant end)
    {
        if (!dice.Chance(0.85) || OpenMoment.Between(life.First.Calendar, life.Ready, first, dice) is not { } taken)
        {
            return null;
        }
        var holder = acts.Hold(life.Script, life.Last, taken, end);
        var between = acts.Moments(life.First.Calendar, taken + Soon, first, 2);
        if (between.Count == 2 && holder.EndsOn is null && dice.Chance(0.06))
        {
            Acts.GiveBack(life.Script, holder, between[0]);
            return acts.Hold(life.Script, life.Last, between[1], end);
        }
        return holder;
    }

    private void AskAgain(Life life, Fate fate, Instant end)
    {
        var late = fate is Fate.Late or Fate.LateAfterTries;
        if (!dice.Chance(late ? 0.5 : 0.05) || life.Kind == "do")
        {
            return;
        }
        var times = late && dice.Chance(0.3) ? 2 : 1;
        var latest = end - Duration.FromMinutes(6);
        foreach (var at in acts.Moments(town.ContactCentre, life.Ready + Duration.FromHours(1), latest, times))
        {
            acts.AskAgain(life.Script, at);
        }
    }

    /// <summary>Now and then somebody says afterwards that the question was not answered.</summary>
    private void OpenAgain(Life life, StaffCard? holder, PromiseEnd how, Instant ended)
    {
        if (how is not (PromiseEnd.Reached or PromiseEnd.AttemptsDone) || !dice.Chance(0.015))
        {
            return;
        }
        var again = acts.Moments(life.First.Calendar, ended + Duration.FromHours(1), ended + Duration.FromDays(4), 2);
        if (again is [var opened, var end])
        {
            var worker = acts.Worker(life.Last, holder, opened);
            life.Script.Add(opened, promise => promise.Reopen(worker.Id, opened));
            acts.Finish(
                life.Script,
                life.Last,
                holder,
                end,
                PromiseEnd.Reached,
                "Uitleg nog eens gegeven, nu per mail bevestigd."
            );
        }
    }

    private string Words(PromiseEnd how, Story story) =>
        how switch
        {
            PromiseEnd.AttemptsDone => Remarks.TriesDone(dice),
            PromiseEnd.Withdrawn => Remarks.Withdraw(dice),
            _ => story.Result,
        };

    /// <summary>What is written or done has no attempts.</summary>
    private static Fate OfDoing(Fate fate) =>
        fate switch
        {
            Fate.KeptAfterTries or Fate.TriesDone => Fate.Kept,
            Fate.LateAfterTries => Fate.Late,
            _ => fate,
        };

    private static PromiseEnd EndOf(Fate fate, string kind) =>
        fate switch
        {
            Fate.TriesDone => PromiseEnd.AttemptsDone,
            Fate.Withdrawn or Fate.WithdrawnLate => PromiseEnd.Withdrawn,
            _ => kind == "call" ? PromiseEnd.Reached : PromiseEnd.Delivered,
        };

    private sealed record Life(
        Script Script,
        Story Story,
        string Kind,
        TeamCard First,
        TeamCard Last,
        Instant Ready,
        Instant Due
    );
}
