using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>What a norm and a calendar that may not exist yet would say to somebody, by the engine that makes promises.</summary>
internal interface ITryout
{
    /// <param name="kind">call, write or do.</param>
    TryAnswer Say(DueRule rule, ServiceCalendar calendar, TeamCard team, string kind, Instant at);
}

/// <param name="Due">Null when nothing can be promised.</param>
/// <param name="Words">The sentence that is read out, or why there is none.</param>
internal sealed record TryAnswer(Instant? Due, string Words);
