using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Steps;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Make;

/// <summary>Makes promises: norm and calendar, a choice or a happening give the moment; the moment gives the sentence.</summary>
internal sealed class MakeHandler(
    TerechtDb db,
    TimeProvider clock,
    EventLog events,
    IOrganisation organisation,
    PlanWriter plans,
    IHappenings happenings,
    StepPlanner steps
)
{
    public ValueTask<PromisePlan> PlanAsync(PlanPromise plan, CancellationToken ct) => plans.PlanAsync(plan, ct);

    public async Task<MadePromise> MakeAsync(MakePromise make, CancellationToken ct)
    {
        var plan = await PlanAsync(
            new PlanPromise(make.MunicipalityId, make.TeamId, make.TopicId, make.Kind, make.ToPhone)
            {
                When = make.When,
            },
            ct
        );
        if (plan is not PromisePlan.Possible possible)
        {
            return new MadePromise(null, null, null, ((PromisePlan.Impossible)plan).Nl);
        }

        var now = clock.Now();
        var team = (await organisation.NowAsync(ct)).Team(make.TeamId);
        var door = make.When as PromiseWhen.OpenDoor;
        var (happeningId, daysBefore) = await HappeningAsync(make, ct);
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
            NormVersionId = possible.Norm.VersionId,
            NormAttempts = (short)(possible.Norm.Attempts.Attempts ?? 0),
            NormDayparts = (short)possible.Norm.Attempts.Dayparts,
            CalendarVersionId = possible.CalendarVersionId,
            LookAt = possible.LookAt,
            Starting = PromiseMoments.Starting(possible.Due),
            NotBefore = possible.NotBefore,
            HappeningId = happeningId,
            DaysBefore = (short?)daysBefore,
            DoorUntil = door is null ? null : possible.LookAt,
            DoorStaffId = door?.StaffId,
            TellChannel = make.TellChannel,
            TellAddress = make.TellAddress,
            TeamId = make.TeamId,
            TeamSince = now,
            Seq = 1,
        };
        await steps.PlanAsync(promise, now, ct);
        db.Add(promise);
        events.Record(
            new PromiseMade(promise.Id, promise.MatterId, team.Id, team.Code, promise.FirstDue, make.Kind, make.WhyNot)
            {
                TellChannel = promise.TellChannel,
            }
        );
        return new MadePromise(promise.Id, promise.Due, promise.Words, null);
    }

    private async Task<(Guid? Id, int? Days)> HappeningAsync(MakePromise make, CancellationToken ct) =>
        make.When switch
        {
            PromiseWhen.BeforeHappening(var id, var days) => (id, days),
            PromiseWhen.BeforeNewHappening(var name, var nameEn, var checkAt, var days) => (
                await happenings.AddAsync(make.MunicipalityId, name, nameEn, checkAt, ct),
                days
            ),
            _ => (null, null),
        };
}
