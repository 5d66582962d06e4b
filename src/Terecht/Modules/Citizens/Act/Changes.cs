using Terecht.Modules.Citizens.Status;

namespace Terecht.Modules.Citizens.Act;

/// <summary>"Iets veranderen?": the forms of one promise, in words.</summary>
internal sealed record Changes
{
    public required Guid PromiseId { get; init; }
    public required int Seq { get; init; }
    public required IReadOnlyList<CitizenAct> Acts { get; init; }

    /// <summary>The form that is open.</summary>
    public required CitizenAct? Open { get; init; }

    /// <summary>What was typed.</summary>
    public required CitizenForm Form { get; init; }

    /// <summary>To choose from, by their codes.</summary>
    public required IReadOnlyList<(string Code, string Words)> Moments { get; init; }

    /// <summary>The last two figures of the number we call now.</summary>
    public required string? PhoneEnd { get; init; }

    /// <summary>Fatma, or team Belastingen.</summary>
    public required string Who { get; init; }

    /// <summary>What no longer happens when the citizen stops.</summary>
    public required string Stops { get; init; }

    /// <summary>The open promises of this matter, where there are several.</summary>
    public required IReadOnlyList<(Guid PromiseId, Phrase About)> Others { get; init; }
}

/// <summary>Writes which forms a page offers.</summary>
internal sealed class ChangesWriter(Wording say, ActReader reader)
{
    private const int MostMoments = 8;

    /// <summary>Null when nothing is open.</summary>
    /// <param name="promiseId">The promise of the address; without it that with the nearest moment.</param>
    public Changes? Write(MatterFacts facts, Guid? promiseId, CitizenAct? open, CitizenForm form)
    {
        var all = facts.Promises.Where(p => p.IsOpen).OrderBy(p => p.Row.LookAt).ToList();
        if ((all.Find(p => p.Row.PromiseId == promiseId) ?? all.FirstOrDefault()) is not { } promise)
        {
            return null;
        }
        var holder = StepsAhead.Holder(promise, facts, say)?.Short;
        return new Changes
        {
            PromiseId = promise.Row.PromiseId,
            Seq = promise.Row.Seq,
            Acts = [.. Offer.Of(promise, say.Now)],
            Open = open,
            Form = form,
            Moments = [.. reader.Keepable(promise, facts).Take(MostMoments).Select(m => (m.Code, Words(m)))],
            PhoneEnd = promise.Row.PhoneEnd,
            Who = holder ?? say.Team(facts.Organisation.FindTeam(promise.Row.TeamId)),
            Stops = say[$"Withdraw_{promise.Kind}"],
            Others = all.Count == 1 ? [] : [.. all.Select(p => (p.Row.PromiseId, p.About))],
        };
    }

    private string Words(Terecht.Modules.Promises.Contracts.KeepableMoment moment) =>
        say["Moment_choice", Wording.Capital(say.DueDay(moment.Due)), say.Time(moment.NotBefore), say.Time(moment.Due)];
}
