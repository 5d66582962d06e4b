using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Modules.Citizens.Status;

/// <summary>"Nu" and "Daarna": who does what next, and what the citizen can do after that.</summary>
internal sealed class StepsAhead(Wording say)
{
    public IReadOnlyList<StoryStep> Tell(MatterFacts facts)
    {
        var open = facts.Promises.Where(p => p.IsOpen).OrderBy(p => p.Row.LookAt).ToList();
        if (open.Count == 0)
        {
            return [];
        }
        var about = facts.Promises.Count > 1;
        return
        [
            .. open.Select(p => Next(p, facts) with { About = about ? [p.About] : [] }),
            new StoryStep(null, say["Later"], say["Later_what"], "kept")
            {
                Detail = say["Later_detail"],
                Time = StepTime.Later,
            },
        ];
    }

    private StoryStep Next(GivenPromise promise, MatterFacts facts)
    {
        var who = Who(promise, facts, say);
        var late = promise.State.Verdict == KeptVerdict.OpenLate;
        var tried = promise.State.Attempts.Count > 0;
        var kind = promise.Kind;
        var what =
            promise.Row.DoorUntil is { } until ? say["Next_door", say.DueDay(until)]
            : promise.Row.Due is not { } due ? say["Next_waits", who, say.DueDay(promise.Row.LookAt)]
            : late && due < say.Now ? say[$"Next_late_{kind}", who]
            : tried && kind == "call" ? say["Next_again", who, say.DueDay(due), say.Time(due)]
            : say[$"Next_{kind}", who, say.DueDay(due), say.Time(due)];
        return new StoryStep(
            null,
            say["Now"],
            what,
            kind == "call" ? "phone"
                : kind == "write" ? "letter"
                : "clock"
        )
        {
            Detail =
                late ? say["Next_late_detail"]
                : kind == "call" && MayTryAgain(promise) ? say["Next_call_detail"]
                : null,
            Time = StepTime.Now,
        };
    }

    /// <summary>One more try without contact would not be the last that the norm asks for.</summary>
    private static bool MayTryAgain(GivenPromise promise) =>
        promise.Row.NormAttempts > promise.State.CountingAttempts + 1;

    /// <summary>"Fatma", or "Team Belastingen" while nobody holds it who is still with us.</summary>
    public static string Who(GivenPromise promise, MatterFacts facts, Wording say) =>
        Holder(promise, facts, say)?.Short ?? say.TeamFirst(facts.Organisation.FindTeam(promise.Row.TeamId));

    public static StaffCard? Holder(GivenPromise promise, MatterFacts facts, Wording say) =>
        facts.Organisation.FindStaff(promise.Row.HolderId) is { } holder && holder.WorksOn(say.Now.Local().Date)
            ? holder
            : null;
}
