using NodaTime;
using Terecht.Demo.Chance;
using Terecht.Demo.History;
using Terecht.Demo.Town;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Demo.Promises;

/// <summary>
/// Who left in these months still had a promise on the last day. It went back to the team at the end of that day, and a
/// colleague kept it.
/// </summary>
internal sealed class Leavers(
    Municipality town,
    StoryBook book,
    PromisedContact promised,
    PromiseMaker maker,
    Acts acts,
    Dice dice
)
{
    private const int DaysBack = 80;
    private const int Settled = 8;

    public void Write(Instant now)
    {
        var today = now.Local().Date;
        foreach (var person in town.Staff)
        {
            if (person.EndsOn is { } last && last >= today.PlusDays(-DaysBack) && last <= today.PlusDays(-Settled))
            {
                Write(person, last, now);
            }
        }
    }

    private void Write(StaffCard person, LocalDate last, Instant now)
    {
        var team = town.Team(person.Teams.Order().First());
        var day = Enumerable.Range(0, 7).Select(d => last.PlusDays(-d)).First(team.Calendar.IsWorkingDay);
        var (open, closed) = (new LocalTime(9, 30), new LocalTime(12, 0));
        var made = OpenMoment.Between(
            town.ContactCentre,
            (day + open).InAmsterdam(),
            (day + closed).InAmsterdam(),
            dice
        );
        var left = last.PlusDays(1).StartInAmsterdam();
        if (
            made is not { } at
            || book.PromisesOf(team.Id, day, dice) is not [var story, ..]
            || maker.Due(town.Topics[story.Topic], team, at) is null
            || OpenMoment.Between(team.Calendar, at + Duration.FromMinutes(20), left, dice) is not { } taken
        )
        {
            return;
        }
        var script = new Script();
        var until = left + Duration.FromDays(5);
        var holder = acts.Hold(script, team, taken, until, person);
        var from = Instant.Max(script.End, left) + Duration.FromMinutes(10);
        if (OpenMoment.Between(team.Calendar, from, from + Duration.FromDays(3), dice) is { } end)
        {
            acts.Finish(script, team, holder, end, PromiseEnd.Reached, story.Result);
            promised.Write(story, team, "call", "phone", at, script, now);
        }
    }
}
