using Microsoft.EntityFrameworkCore;
using Npgsql;
using Terecht.Modules.Citizens.Status;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Web.Forms;

namespace Terecht.Modules.Citizens.Act;

/// <summary>How an act of a citizen went.</summary>
internal abstract record CitizenOutcome
{
    private CitizenOutcome() { }

    internal sealed record Done : CitizenOutcome;

    /// <param name="Field">Of the form.</param>
    internal sealed record Wrong(string Field, string Sentence) : CitizenOutcome;

    /// <summary>Something happened after the citizen looked; nothing of this was written.</summary>
    internal sealed record Changed(string Sentence) : CitizenOutcome;
}

/// <summary>Does what a citizen asks of a promise, once, in one transaction with the words that go with it.</summary>
internal sealed class CitizenActs(
    TerechtDb db,
    IPromises promises,
    IContacts contacts,
    RequestKeys keys,
    Actor actor,
    ActReader reader,
    Wording say
)
{
    public async Task<CitizenOutcome> RunAsync(
        CitizenAct act,
        CitizenForm form,
        GivenPromise promise,
        MatterFacts facts,
        CancellationToken ct
    )
    {
        if (await keys.EarlierAsync(form.RequestKey, ct) is not null)
        {
            return new CitizenOutcome.Done();
        }
        if (News(act, form, promise) is { } news)
        {
            return news;
        }
        var (read, wrong) = reader.Read(act, form, promise, facts);
        if (read is null)
        {
            return wrong!;
        }
        actor.IsCitizen();
        switch (await promises.ActAsync(read, ct))
        {
            case ActResult.Done done:
                contacts.AddRemark(done.MatterId, done.EventId, null, act == CitizenAct.Add ? form.Words : "");
                return await SaveAsync(act, form, read, ct);
            case ActResult.Refused:
                db.ChangeTracker.Clear();
                return reader.Refused(act);
            case ActResult.Stale stale:
                return await FirstOrChangedAsync(form, stale.Type, ct);
            default:
                return Changed(null);
        }
    }

    /// <summary>
    /// What the citizen must know before this can be done. Who took it inside the team and what we told changes nothing for
    /// them; what is added is welcome as long as the question is open.
    /// </summary>
    private CitizenOutcome.Changed? News(CitizenAct act, CitizenForm form, GivenPromise promise)
    {
        var last = promise.Acts.LastOrDefault(a => a.Seq > form.Seq && !StepsOfPromise.ChangesNothing(a));
        return !Offer.Has(promise, act, say.Now) ? Changed((last ?? promise.Acts[^1]).Type)
            : last is null || act == CitizenAct.Add ? null
            : Changed(last.Type);
    }

    private async Task<CitizenOutcome> SaveAsync(
        CitizenAct act,
        CitizenForm form,
        PromiseAct read,
        CancellationToken ct
    )
    {
        try
        {
            await keys.SaveOnceAsync(form.RequestKey, act.Word(), null, ct);
            return new CitizenOutcome.Done();
        }
        catch (DbUpdateException e)
            when (e is DbUpdateConcurrencyException
                || e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }
            )
        {
            db.ChangeTracker.Clear();
            return await FirstOrChangedAsync(form, (await promises.StaleAsync(read, ct) as ActResult.Stale)?.Type, ct);
        }
    }

    /// <summary>It may be this very form that was faster: pressed twice at once.</summary>
    private async Task<CitizenOutcome> FirstOrChangedAsync(CitizenForm form, string? type, CancellationToken ct) =>
        await keys.EarlierAsync(form.RequestKey, ct) is not null ? new CitizenOutcome.Done() : Changed(type);

    private CitizenOutcome.Changed Changed(string? type)
    {
        var key = $"Changed_{type?[(type.IndexOf('.', StringComparison.Ordinal) + 1)..]}";
        return new CitizenOutcome.Changed(say[say.Knows(key) ? key : "Changed"]);
    }
}
