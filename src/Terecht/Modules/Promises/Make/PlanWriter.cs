using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Happenings;
using Terecht.Modules.Promises.Norms;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Make;

/// <summary>The moment and the sentence that a promise would get if it were made now, or why it cannot be made.</summary>
internal sealed class PlanWriter(TerechtDb db, TimeProvider clock, IOrganisation organisation, NormBook norms)
{
    private const int LongestDoorDays = 366;

    public async ValueTask<PromisePlan> PlanAsync(PlanPromise plan, CancellationToken ct)
    {
        var team = (await organisation.NowAsync(ct)).Team(plan.TeamId);
        if (await norms.ForAsync(plan.MunicipalityId, plan.TeamId, plan.TopicId, plan.Kind, ct) is not { } norm)
        {
            return new PromisePlan.Impossible(
                "Er is nog geen servicenorm ingesteld. Vraag de beheerder om dat te doen.",
                "No service norm has been set yet."
            );
        }
        return plan.When switch
        {
            PromiseWhen.ByNorm => AtMoment(plan, team, norm, norm.Rule, null),
            PromiseWhen.ByChoice(var chosen) => AtMoment(plan, team, norm, new DueRule.ChosenMoment(), chosen),
            PromiseWhen.BeforeHappening(var id, var days) => Before(
                plan,
                await db
                    .Happenings.AsNoTracking()
                    .SingleOrDefaultAsync(h => h.Id == id && h.MunicipalityId == plan.MunicipalityId, ct),
                days,
                team,
                norm
            ),
            PromiseWhen.BeforeNewHappening added => Before(
                plan,
                await AddedAsync(plan, added, ct),
                added.Days,
                team,
                norm
            ),
            PromiseWhen.OpenDoor door => await DoorAsync(plan, door, team, norm, ct),
            _ => throw new InvalidOperationException("An unknown origin of a moment."),
        };
    }

    private PromisePlan AtMoment(PlanPromise plan, TeamCard team, Norm norm, DueRule rule, Chosen? chosen)
    {
        var now = clock.Now();
        if (DueMoment.Of(rule, now, team.Calendar, StatutoryCalendar.Shipped, chosen) is not DueAnswer.Due(var due))
        {
            var refused = (DueAnswer.Refused)DueMoment.Of(rule, now, team.Calendar, StatutoryCalendar.Shipped, chosen);
            return new PromisePlan.Impossible(refused.Nl, refused.En);
        }
        var notBefore = KeepableMoments.NotBefore(chosen, team.Calendar);
        return new PromisePlan.Possible(
            due,
            due,
            norm,
            team.CalendarVersionId,
            SpokenSentence.Nl(plan.Kind, SpokenMoment.Nl(due, notBefore, now), team, plan.Phone),
            SpokenSentence.En(plan.Kind, SpokenMoment.En(due, notBefore, now), team, plan.Phone)
        )
        {
            NotBefore = notBefore,
        };
    }

    /// <summary>As it will be; where somebody added it meanwhile, that one with its date.</summary>
    private async Task<Happening> AddedAsync(
        PlanPromise plan,
        PromiseWhen.BeforeNewHappening added,
        CancellationToken ct
    ) =>
        await db
            .Happenings.AsNoTracking()
            .SingleOrDefaultAsync(h => h.MunicipalityId == plan.MunicipalityId && h.Name == added.Name, ct)
        ?? new Happening
        {
            Id = Guid.Empty,
            MunicipalityId = plan.MunicipalityId,
            Name = added.Name,
            NameEn = added.NameEn,
            CheckAt = added.CheckAt,
            RecordedAt = clock.Now(),
        };

    private PromisePlan Before(PlanPromise plan, Happening? happening, int days, TeamCard team, Norm norm)
    {
        var now = clock.Now();
        if (happening is null || days is < 0 or > HappeningMoment.MostDays)
        {
            return new PromisePlan.Impossible(
                "Kies waar het moment van afhangt, en hoeveel dagen ervoor.",
                "Choose what the moment depends on, and how many days before."
            );
        }
        Instant? due = null;
        if (happening.StartsOn is { } starts)
        {
            due = HappeningMoment.Of(starts, days, team.Calendar);
            if (due is null || due <= now)
            {
                return new PromisePlan.Impossible(
                    "Dat moment is al voorbij. Kies een ander moment.",
                    "That moment has passed. Choose another moment."
                );
            }
        }
        return new PromisePlan.Possible(
            due,
            due ?? happening.CheckAt,
            norm,
            team.CalendarVersionId,
            HappeningSentence.Nl(plan, happening, days, due, team, now),
            HappeningSentence.En(plan, happening, days, due, team, now)
        );
    }

    private async Task<PromisePlan> DoorAsync(
        PlanPromise plan,
        PromiseWhen.OpenDoor door,
        TeamCard team,
        Norm norm,
        CancellationToken ct
    )
    {
        var (organisationNow, today) = (await organisation.NowAsync(ct), clock.Today());
        if (door.Until < today || door.Until > today.PlusDays(LongestDoorDays))
        {
            return new PromisePlan.Impossible(
                "Kies een einddatum vanaf vandaag, binnen een jaar.",
                "Choose an end date from today on, within a year."
            );
        }
        var person = organisationNow.FindStaff(door.StaffId);
        if (door.StaffId is not null && person?.Teams.Contains(team.Id) != true)
        {
            return new PromisePlan.Impossible(
                "Deze collega hoort niet bij het team. Kies iemand van het team.",
                "This colleague is not in the team. Choose somebody of the team."
            );
        }
        var phone = organisationNow.Municipality(plan.MunicipalityId).Phone;
        return new PromisePlan.Possible(
            null,
            door.Until.PlusDays(1).StartInAmsterdam(),
            norm,
            team.CalendarVersionId,
            DoorSentence.Nl(team, person, door.Until, phone, today),
            DoorSentence.En(team, person, door.Until, phone, today)
        );
    }
}
