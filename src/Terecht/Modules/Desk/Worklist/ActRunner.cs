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
    RequestKeys keys,
    TimeProvider clock
)
{
    private static readonly LocalTimePattern[] Times =
    [
        LocalTimePattern.CreateWithInvariantCulture("H.mm"),
        LocalTimePattern.CreateWithInvariantCulture("H:mm"),
    ];

    /// <summary>Where the form with this key led, if it was handled before.</summary>
    public Task<string?> EarlierAsync(Guid key, CancellationToken ct) => keys.EarlierAsync(key, ct);

    /// <param name="address">Where the screen goes when it is done; the same for every later sending of the form.</param>
    public async Task<ActOutcome> RunAsync(
        ActForm form,
        PromiseRow promise,
        string address,
        CurrentUser me,
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
        if (Missing(form) is { } missing)
        {
            return missing;
        }
        if (await ActAsync(form, promise, me, happened.Value, ct) is not { } act)
        {
            return new ActOutcome.Wrong("Form.Outcome", "Kies wat er gebeurde.");
        }
        switch (await promises.ActAsync(act, ct))
        {
            case ActResult.Done done:
                AddWhatGoesWithIt(form, act, promise, done);
                return await SaveAsync(form, act, address, me, ct);
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

    private async Task<ActOutcome> SaveAsync(
        ActForm form,
        PromiseAct act,
        string address,
        CurrentUser me,
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
            return await promises.StaleAsync(act, ct) is ActResult.Stale stale
                ? await CollidedAsync(stale, ct)
                : new ActOutcome.Collided("Een collega werkte hier net aan. Kijk wat er nu staat.");
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

    private async Task<PromiseAct?> ActAsync(
        ActForm form,
        PromiseRow promise,
        CurrentUser me,
        Instant happened,
        CancellationToken ct
    )
    {
        var (id, seq, staff) = (promise.PromiseId, form.Seq, me.StaffId);
        var note = form.Note ?? "";
        return form.Doe switch
        {
            "neem" => new PromiseAct.Take(id, seq, staff),
            "geef-terug" => new PromiseAct.GiveBack(id, seq, staff),
            "niet-bereikt" when PromiseWords.ParseAttemptOutcome(form.Outcome) is { } outcome => new PromiseAct.Attempt(
                id,
                seq,
                staff,
                outcome,
                happened,
                promise.ToPhone,
                note
            ),
            "rond-af" when PromiseWords.ParseEnd(form.Outcome) is { } end => new PromiseAct.End(
                id,
                seq,
                staff,
                end,
                null,
                happened,
                note
            ),
            "retour" => new PromiseAct.Bounce(
                id,
                seq,
                staff,
                await ToTeamAsync(form, promise.MunicipalityId, ct),
                form.Reason ?? "",
                note
            ),
            "heropen" => new PromiseAct.Reopen(id, seq, staff, form.Reason ?? "asked"),
            _ => null,
        };
    }

    private static ActOutcome.Wrong? Missing(ActForm form) =>
        form.Doe switch
        {
            "retour" when !form.DontKnow && string.IsNullOrWhiteSpace(form.ToTeam) => new ActOutcome.Wrong(
                "Form.ToTeam",
                "Kies een team, of kies 'weet ik niet'."
            ),
            "rond-af" when form.Outcome is "reached" or "delivered" && string.IsNullOrWhiteSpace(form.Note) =>
                new ActOutcome.Wrong("Form.Note", "Schrijf kort op wat u zei. Een collega leest het later terug."),
            _ => null,
        };

    /// <summary>Null for Regie; an unknown name is a team that is not there, which the rule refuses.</summary>
    private async Task<Guid?> ToTeamAsync(ActForm form, Guid municipalityId, CancellationToken ct)
    {
        if (form.DontKnow)
        {
            return null;
        }
        if (Guid.TryParse(form.ToTeamId, out var id))
        {
            return id;
        }
        var team = (await organisation.NowAsync(ct)).TeamNamed(municipalityId, form.ToTeam ?? "");
        return team?.Id ?? Guid.Empty;
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
            "promise.repeat" => "sprak de burger hierover",
            _ => "werkte aan deze toezegging",
        };
        return new ActOutcome.Collided(
            $"{who} {what} om {at} uur. Hieronder ziet u wat er nu staat. Uw tekst is bewaard."
        );
    }
}
