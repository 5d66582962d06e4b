using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Time;
using Terecht.Platform.Web.Forms;

namespace Terecht.Modules.Desk.Worklist;

/// <summary>How an act on the work list went.</summary>
internal abstract record ActOutcome
{
    private ActOutcome() { }

    internal sealed record Done(string Address) : ActOutcome;

    internal sealed record Wrong(string Field, string Sentence) : ActOutcome;

    /// <summary>A colleague acted first; nothing of this was written.</summary>
    internal sealed record Collided(string Sentence) : ActOutcome;
}

/// <summary>
/// Turns a form under a promise into one act, with the contact and the words for colleagues that go with it, in one
/// transaction.
/// </summary>
internal sealed class ActRunner(
    TerechtDb db,
    IPromises promises,
    IContacts contacts,
    IOrganisation organisation,
    ActOfForm forms,
    RequestKeys keys,
    TimeProvider clock
)
{
    private const int MostTries = 3;
    private static readonly LocalTimePattern[] Times =
    [
        LocalTimePattern.CreateWithInvariantCulture("H.mm"),
        LocalTimePattern.CreateWithInvariantCulture("H:mm"),
    ];

    /// <summary>Where the form with this key led, if it was handled before.</summary>
    public Task<string?> EarlierAsync(Guid key, CancellationToken ct) => keys.EarlierAsync(key, ct);

    /// <param name="mayDirect">Leads the team that owns it, or coordinates.</param>
    /// <param name="address">Where the screen goes when it is done; the same for every later sending of the form.</param>
    public async Task<ActOutcome> RunAsync(
        ActForm form,
        PromiseRow promise,
        string address,
        CurrentUser me,
        bool mayDirect,
        CancellationToken ct
    )
    {
        // That the citizen was told or asked again at this very moment is in nobody's way: then once more.
        for (var tries = 1; ; tries++)
        {
            if (await OnceAsync(form, promise, address, me, mayDirect, tries == MostTries, ct) is { } outcome)
            {
                return outcome;
            }
        }
    }

    /// <returns>Null when only something that changes nothing for the actor came in between.</returns>
    private async Task<ActOutcome?> OnceAsync(
        ActForm form,
        PromiseRow promise,
        string address,
        CurrentUser me,
        bool mayDirect,
        bool last,
        CancellationToken ct
    )
    {
        if (await EarlierAsync(form.RequestKey, ct) is { } earlier)
        {
            return new ActOutcome.Done(earlier);
        }
        var happened = HappenedAt(form.Time);
        if (happened is null)
        {
            return new ActOutcome.Wrong("Form.Time", "Schrijf de tijd zo: 13.20.");
        }
        var (read, wrong) = await forms.ReadAsync(form, promise, me, mayDirect, happened.Value, ct);
        if (read is not { } act)
        {
            return wrong!;
        }
        switch (await promises.ActAsync(act, ct))
        {
            case ActResult.Done done:
                AddWhatGoesWithIt(form, act, promise, done);
                return await SaveAsync(form, act, address, me, last, ct);
            case ActResult.Refused refused:
                db.ChangeTracker.Clear();
                return new ActOutcome.Wrong(
                    "Form." + (refused.Field.Length > 0 ? refused.Field : "Note"),
                    refused.Sentence
                );
            case ActResult.Stale stale:
                // It may be this very form that was faster: sent twice at once.
                return await EarlierAsync(form.RequestKey, ct) is { } first
                    ? new ActOutcome.Done(first)
                    : await CollidedAsync(stale, ct);
            default:
                return new ActOutcome.Collided("Deze toezegging is er niet meer.");
        }
    }

    private async Task<ActOutcome?> SaveAsync(
        ActForm form,
        PromiseAct act,
        string address,
        CurrentUser me,
        bool last,
        CancellationToken ct
    )
    {
        try
        {
            return new ActOutcome.Done(await keys.SaveOnceAsync(form.RequestKey, address, me.AccountId, ct));
        }
        catch (DbUpdateException e)
            when (e is DbUpdateConcurrencyException
                || e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }
            )
        {
            db.ChangeTracker.Clear();
            return await EarlierAsync(form.RequestKey, ct) is { } first ? new ActOutcome.Done(first)
                : await promises.StaleAsync(act, ct) is ActResult.Stale stale ? await CollidedAsync(stale, ct)
                : !last ? null
                : new ActOutcome.Collided(
                    "Er gebeurde net iets met deze toezegging. Uw tekst staat er nog: probeer het nog een keer."
                );
        }
    }

    /// <summary>An attempt is a contact too; what was said stays for colleagues.</summary>
    private void AddWhatGoesWithIt(ActForm form, PromiseAct act, PromiseRow promise, ActResult.Done done)
    {
        var note = form.Note?.Trim() ?? "";
        if (act is PromiseAct.Attempt or PromiseAct.End { Outcome: PromiseEnd.Reached })
        {
            contacts.AddToMatter(
                new ContactOnMatter(
                    promise.MatterId,
                    promise.MunicipalityId,
                    null,
                    promise.ToPartyId,
                    "phone",
                    "out",
                    act.StaffId,
                    promise.ToPhone,
                    promise.ToName,
                    act is PromiseAct.End ? "answered" : "call_again",
                    "",
                    HappenedAt(form.Time) ?? clock.Now()
                )
            );
        }
        contacts.AddRemark(promise.MatterId, done.EventId, act.StaffId, note);
    }

    /// <summary>Today at the time that was typed; now when nothing was. Null when it is no time.</summary>
    private Instant? HappenedAt(string? text)
    {
        var now = clock.Now();
        if (string.IsNullOrWhiteSpace(text))
        {
            return now;
        }
        foreach (var pattern in Times)
        {
            if (pattern.Parse(text.Trim()) is { Success: true, Value: var time })
            {
                var local = now.Local();
                // The field holds whole minutes: this very minute is now.
                return local.Hour == time.Hour && local.Minute == time.Minute
                    ? now
                    : (local.Date + time).InZoneLeniently(Amsterdam.Zone).ToInstant();
            }
        }
        return null;
    }

    private async Task<ActOutcome> CollidedAsync(ActResult.Stale stale, CancellationToken ct)
    {
        var who = (await organisation.NowAsync(ct)).FindStaff(stale.ByStaffId)?.Short ?? "Iemand";
        var at = stale.At.Local().ToString("H.mm", CultureInfo.InvariantCulture);
        var what = stale.Type switch
        {
            "promise.hold" => "nam deze toezegging",
            "promise.release" => "gaf deze toezegging terug",
            "promise.attempt" => "belde hierover",
            "promise.bounce" => "gaf deze toezegging aan een ander team",
            "promise.end" => "rondde deze toezegging af",
            "promise.renew" => "beloofde een ander moment",
            "promise.team" => "gaf deze toezegging aan een ander team",
            "promise.join" => "voegde deze toezegging samen met een andere",
            "promise.progress_due" => "stuurde de burger al bericht",
            "promise.reopen" => "heropende deze toezegging",
            _ => "werkte aan deze toezegging",
        };
        return new ActOutcome.Collided(
            $"{who} {what} om {at} uur. Hieronder ziet u wat er nu staat. Uw tekst is bewaard."
        );
    }
}
