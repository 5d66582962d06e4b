using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Norms;
using Terecht.Modules.Promises.Steps;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Make;

/// <summary>Makes promises: norm and calendar give the moment, the moment gives the sentence.</summary>
internal sealed class MakeHandler(
    TerechtDb db,
    TimeProvider clock,
    EventLog events,
    IOrganisation organisation,
    NormBook norms,
    StepPlanner steps
)
{
    public async ValueTask<PromisePlan> PlanAsync(PlanPromise plan, CancellationToken ct)
    {
        var team = (await organisation.NowAsync(ct)).Team(plan.TeamId);
        if (await norms.ForAsync(plan.MunicipalityId, plan.TeamId, plan.TopicId, ct) is not { } norm)
        {
            return new PromisePlan.Impossible(
                "Er is nog geen servicenorm ingesteld. Vraag de beheerder om dat te doen.",
                "No service norm has been set yet."
            );
        }
        var now = clock.Now();
        return DueMoment.Of(norm.Rule, now, team.Calendar, StatutoryCalendar.Shipped) switch
        {
            DueAnswer.Due(var due) => new PromisePlan.Possible(
                due,
                norm,
                team.CalendarVersionId,
                SpokenSentence.Nl(plan.Kind, due, team, plan.Phone, now),
                SpokenSentence.En(plan.Kind, due, team, plan.Phone, now)
            ),
            DueAnswer.Refused refused => new PromisePlan.Impossible(refused.Nl, refused.En),
            _ => throw new InvalidOperationException("An unknown answer."),
        };
    }

    public async Task<MadePromise> MakeAsync(MakePromise make, CancellationToken ct)
    {
        var plan = await PlanAsync(
            new PlanPromise(make.MunicipalityId, make.TeamId, make.TopicId, make.Kind, make.ToPhone),
            ct
        );
        if (plan is not PromisePlan.Possible possible)
        {
            return new MadePromise(null, null, null, ((PromisePlan.Impossible)plan).Nl);
        }

        var now = clock.Now();
        var team = (await organisation.NowAsync(ct)).Team(make.TeamId);
        var promise = new Promise
        {
            Id = clock.NewId(),
            MunicipalityId = make.MunicipalityId,
            MatterId = make.MatterId,
            QuestionId = make.QuestionId,
            Kind = make.Kind,
            Subject = make.Subject,
            ToName = make.ToName,
            ToPartyId = make.ToPartyId,
            ToPhone = make.ToPhone,
            WhyNot = make.WhyNot,
            Words = SpokenSentence.Whole(possible.Nl),
            WordsEn = SpokenSentence.Whole(possible.En),
            Language = make.Language,
            Channel = make.Channel,
            MadeAt = now,
            MadeBy = make.MadeBy,
            NormId = possible.Norm.Id,
            NormAttempts = (short)(possible.Norm.Attempts.Attempts ?? 0),
            NormDayparts = (short)possible.Norm.Attempts.Dayparts,
            CalendarVersionId = possible.CalendarVersionId,
            FirstDue = possible.Due,
            Due = possible.Due,
            LimitAt = possible.Due,
            TeamId = make.TeamId,
            TeamSince = now,
            Seq = 1,
        };
        await steps.PlanAsync(promise, now, ct);
        db.Add(promise);
        events.Record(
            new PromiseMade(promise.Id, promise.MatterId, team.Id, team.Code, promise.FirstDue, make.Kind, make.WhyNot)
        );
        return new MadePromise(promise.Id, promise.Due, promise.Words, null);
    }
}
