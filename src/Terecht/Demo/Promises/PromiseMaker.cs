using NodaTime;
using Terecht.Demo.Chance;
using Terecht.Demo.History;
using Terecht.Demo.Inhabitants;
using Terecht.Demo.Rows;
using Terecht.Demo.Town;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Make;
using Terecht.Modules.Promises.Norms;

namespace Terecht.Demo.Promises;

/// <summary>What is promised to whom, before it is made.</summary>
/// <param name="Team">The team it goes to first; not always the right one.</param>
internal sealed record Wanted(
    Story Story,
    TownTopic Topic,
    TeamCard Team,
    string Kind,
    Inhabitant? To,
    string ToName,
    string? Phone,
    string Language
);

/// <summary>Makes promises as the product does: norm and calendar give the moment, the moment gives the sentence.</summary>
internal sealed class PromiseMaker(
    Municipality town,
    DemoRows rows,
    Chronicle chronicle,
    ContactWriter contacts,
    Dice dice
)
{
    private const double NotAllowed = 0.25;

    /// <summary>The moment it would get; null when there is none.</summary>
    public Instant? Due(TownTopic topic, TeamCard team, Instant at) =>
        DueMoment.Of(town.Norms.For(topic.Id, team.Id).Rule, at, team.Calendar, StatutoryCalendar.Shipped).Moment;

    public PromiseLife Make(Wanted wanted, WrittenQuestion question, string channel, Guid staff, Instant at)
    {
        var (team, norm) = (wanted.Team, town.Norms.For(wanted.Topic.Id, wanted.Team.Id));
        var due = Due(wanted.Topic, team, at) ?? throw new InvalidOperationException($"{team.Code} never opens.");
        var promise = new Promise
        {
            Id = dice.Id(at),
            MunicipalityId = town.Id,
            MatterId = question.MatterId,
            QuestionId = question.Id,
            Kind = wanted.Kind,
            Subject = wanted.Story.Subject,
            ToName = wanted.ToName,
            ToPartyId = wanted.To?.Party.Id,
            ToPhone = wanted.Phone,
            WhyNot = dice.Chance(NotAllowed) ? "not_allowed" : "cannot",
            Words = SpokenSentence.Whole(SpokenSentence.Nl(wanted.Kind, SpokenMoment.Nl(due, at), team, wanted.Phone)),
            WordsEn = SpokenSentence.Whole(
                SpokenSentence.En(wanted.Kind, SpokenMoment.En(due, at), team, wanted.Phone)
            ),
            Language = wanted.Language,
            Channel = channel,
            MadeAt = at,
            MadeBy = staff,
            NormId = norm.Id,
            NormVersionId = norm.VersionId,
            NormAttempts = (short)(norm.Attempts.Attempts ?? 0),
            NormDayparts = (short)norm.Attempts.Dayparts,
            CalendarVersionId = team.CalendarVersionId,
            Starting = PromiseMoments.Starting(due),
            TeamId = team.Id,
            TeamSince = at,
            Seq = 1,
        };
        var life = new PromiseLife(town, rows, chronicle, contacts, promise, wanted.Topic, wanted.To, team.Calendar);
        life.Made();
        return life;
    }
}
