using System.Text.Json;
using NodaTime;
using Terecht.Modules.Citizens.Status;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Events;

namespace Terecht.Modules.Citizens.Act;

/// <param name="What">What the citizen did.</param>
/// <param name="Next">What follows from it; may be empty.</param>
internal sealed record DoneWords(string What, string Next);

/// <summary>Says that it is done. Only of what did happen a short while ago: an address can be made up, or kept.</summary>
internal sealed class DoneWriter(Wording say)
{
    private static readonly Duration Shown = Duration.FromHours(1);

    public DoneWords? Write(string? word, Guid? promiseId, MatterFacts facts)
    {
        if (
            CitizenActWords.Parse(word) is not { } act
            || facts.Promises.FirstOrDefault(p => p.Row.PromiseId == promiseId) is not { } promise
            || promise.Acts.Concat(promise.Facts).LastOrDefault(a => Is(act, a)) is not { } happened
        )
        {
            return null;
        }
        var who = StepsAhead.Who(promise, facts, say);
        return act switch
        {
            CitizenAct.Number => new DoneWords(say["Done_nummer", promise.Row.PhoneEnd ?? ""], say["Done_nummer_next"]),
            CitizenAct.Moment => Moment(JsonSerializer.Deserialize<PromiseRenewed>(happened.Data, EventLog.Json)!),
            CitizenAct.Add => new DoneWords(say["Done_aanvullen"], say["Done_aanvullen_next", who]),
            CitizenAct.Withdraw => new DoneWords(
                say["Done_stoppen"],
                say["Done_stoppen_next", say.DayOf(happened.At + Offer.ReopenFor)]
            ),
            _ => new DoneWords(say["Done_heropen"], say["Done_heropen_next", who]),
        };
    }

    private DoneWords Moment(PromiseRenewed renewed) =>
        new(say["Done_moment", say.DueDay(renewed.Due), say.Time(renewed.Due)], "");

    private bool Is(CitizenAct act, PromiseActRow happened) =>
        happened.ActorKind == "citizen"
        && say.Now <= happened.At + Shown
        && happened.Type
            == act switch
            {
                CitizenAct.Number => PromiseNumberChanged.Type,
                CitizenAct.Moment => PromiseRenewed.Type,
                CitizenAct.Add => PromiseAddedTo.Type,
                CitizenAct.Withdraw => PromiseEnded.Type,
                _ => PromiseReopened.Type,
            };
}
