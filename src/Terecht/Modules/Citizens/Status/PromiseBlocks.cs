using NodaTime;
using Terecht.Modules.Citizens.Act;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Citizens.Status;

/// <summary>The promise as it was spoken, and beside it the plain truth of how it stands.</summary>
internal sealed class PromiseBlocks(Wording say)
{
    public IReadOnlyList<PromiseBlock> Of(MatterFacts facts)
    {
        PromiseBlock[] all =
        [
            .. facts.Promises.Where(p => p.IsOpen).OrderBy(p => p.Row.LookAt).Select(p => Open(p, facts)),
            .. facts.Promises.Where(p => !p.IsOpen).OrderByDescending(p => p.State.EndedAt).Select(Ended),
        ];
        return all is [var only] ? [only with { About = null }] : all;
    }

    private PromiseBlock Open(GivenPromise promise, MatterFacts facts)
    {
        var has = Has(promise, facts);
        if (promise.Row.DoorUntil is { } until)
        {
            return Block(promise, "", "phone", say["Due_door", say.DueDay(until)], [say["Due_door_more"], has]);
        }
        if (promise.Row.Due is not { } due)
        {
            return Block(
                promise,
                "",
                "calendar",
                say["Due_waits"],
                [say["Due_waits_more", say.DueDay(promise.Row.LookAt)], has]
            );
        }
        if (promise.State.Verdict == KeptVerdict.OpenLate)
        {
            var next = due > say.Now ? [Renewed(promise, due)] : new List<string>();
            return Block(promise, "late", "alert", say["Late"], [say[$"Late_{promise.Kind}"], .. next, has]);
        }
        var more = due != promise.Row.FirstDue ? [Renewed(promise, due), has] : new List<string> { has };
        return Block(
            promise,
            "",
            say.IsToday(due) ? "clock" : "calendar",
            say["Due", say.DueDay(due), say.Time(due)],
            more
        );
    }

    /// <summary>The moment in force, where it is not the first one; the words on the page keep the first.</summary>
    private string Renewed(GivenPromise promise, Instant due) =>
        say[promise.Row.LimitAt == due ? "Renewed_counts" : "Renewed", say.DueDay(due), say.Time(due)];

    /// <summary>Who has it, and the number where that is another one than the words say.</summary>
    private string Has(GivenPromise promise, MatterFacts facts)
    {
        var team = facts.Organisation.FindTeam(promise.Row.TeamId);
        var has = StepsAhead.Holder(promise, facts, say) is { } holder
            ? say["Holder_has", holder.Short, say.Team(team)]
            : say["Team_has", say.TeamFirst(team)];
        return promise.Row.PhoneEnd is { } end && promise.Facts.Any(f => f.Type == PromiseNumberChanged.Type)
            ? $"{has} {say["Call_on", end]}"
            : has;
    }

    private PromiseBlock Ended(GivenPromise promise)
    {
        var late = promise.State.Verdict == KeptVerdict.Late;
        var at = promise.State.ContactAt ?? promise.State.EndedAt ?? promise.Row.MadeAt;
        var on = new object[] { say.DayOf(at), say.Time(at) };
        var kind = promise.Kind;
        return promise.End switch
        {
            PromiseEnd.Delivered when promise.Row.DoorUntil is { } until => Block(
                promise,
                "closed",
                "phone",
                say["Door_closed"],
                [say["Door_closed_more", say.DueDay(until)]]
            ),
            PromiseEnd.Reached or PromiseEnd.Delivered when late => Block(
                promise,
                "late",
                "alert",
                say["Kept_late"],
                [say[$"Kept_{kind}", on], say["Kept_late_more"]]
            ),
            PromiseEnd.Reached or PromiseEnd.Delivered => Block(
                promise,
                "kept",
                "kept",
                say["Kept"],
                [say[$"Kept_{kind}", on]]
            ),
            PromiseEnd.AttemptsDone => Block(
                promise,
                "closed",
                "phone",
                promise.State.Attempts.Count == 1 ? say["Tried_once"] : say["Tried", promise.State.Attempts.Count],
                [say["Tried_more"]]
            ),
            PromiseEnd.Withdrawn => Block(promise, "closed", "close", say["Withdrawn"], [say["Withdrawn_more", on]]),
            PromiseEnd.AnsweredElsewhere => Block(
                promise,
                "kept",
                "kept",
                say["Elsewhere"],
                [say["Elsewhere_more", on]]
            ),
            _ => Block(promise, "closed", "close", say["Stopped"], [say["Stopped_more", on]]),
        };
    }

    private PromiseBlock Block(
        GivenPromise promise,
        string look,
        string icon,
        string big,
        IReadOnlyList<string> more
    ) =>
        new(Caption(promise), Words(promise), look, icon, big, more)
        {
            About = promise.About,
            PromiseId = promise.Row.PromiseId,
            Seq = promise.Row.Seq,
            MayReopen = Offer.Has(promise, CitizenAct.Reopen, say.Now),
        };

    private string Caption(GivenPromise promise)
    {
        var caption = say["Promised_on", say.DayOf(promise.Row.MadeAt)];
        var saidInDutch = promise.Row.Language == "nl";
        return saidInDutch == Wording.IsEnglish ? $"{caption}. {say["Promised_in_other"]}" : caption;
    }

    private static string Words(GivenPromise promise) =>
        Unbroken.In(Discreet.Words(Wording.IsEnglish ? promise.Row.WordsEn : promise.Row.Words));
}
