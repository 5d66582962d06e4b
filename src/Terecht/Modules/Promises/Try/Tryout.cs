using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Make;
using Terecht.Modules.Promises.Norms;

namespace Terecht.Modules.Promises.Try;

internal sealed class Tryout : ITryout
{
    public TryAnswer Say(DueRule rule, ServiceCalendar calendar, TeamCard team, string kind, Instant at) =>
        DueMoment.Of(rule, at, calendar, StatutoryCalendar.Shipped) switch
        {
            DueAnswer.Due(var due) => new TryAnswer(
                due,
                SpokenSentence.Whole(SpokenSentence.Nl(kind, SpokenMoment.Nl(due, at), team, null))
            ),
            DueAnswer.Refused refused => new TryAnswer(null, refused.Nl),
            _ => throw new InvalidOperationException("An unknown answer."),
        };
}
