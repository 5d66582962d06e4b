using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;
using Terecht.Platform.Web.Forms;

namespace Terecht.Modules.Organisation.WhoIsIn;

/// <summary>How it went: where the screen goes, or the field and the sentence that says why not.</summary>
internal sealed record AbsenceOutcome(string? Address, string Field, string Sentence);

/// <summary>
/// Writes absences. The person's row is locked meanwhile, so two of one person never overlap: the newer one is refused and
/// says so.
/// </summary>
internal sealed class AbsenceBook(
    TerechtDb db,
    TimeProvider clock,
    EventLog events,
    RequestKeys keys,
    OrganisationReader organisation
)
{
    public async Task<AbsenceOutcome> SaveAsync(
        AbsenceForm form,
        StaffCard person,
        string address,
        (Guid AccountId, Guid StaffId) by,
        CancellationToken ct
    )
    {
        await using var transaction = await LockAsync(person.Id, ct);
        if (await keys.EarlierAsync(form.RequestKey, ct) is { } earlier)
        {
            return new AbsenceOutcome(earlier, "", "");
        }
        var now = clock.Now();
        var absences = await db.Absences.Where(a => a.StaffId == person.Id).ToListAsync(ct);
        var known = form.AbsenceId is { } id ? absences.Find(a => a.Id == id && !(a.UntilAt <= now)) : null;
        if (form.AbsenceId is not null && known is null)
        {
            return new AbsenceOutcome(null, "From", "Deze afwezigheid is al voorbij. Kijk wat er nu staat.");
        }
        var (wanted, field, sentence) = form.Read(known is null ? null : Card(known), now);
        if (wanted is null)
        {
            return new AbsenceOutcome(null, field, sentence);
        }
        if (
            absences.Where(a => a != known).Select(Card).FirstOrDefault(a => a.Overlaps(wanted.From, wanted.Until)) is
            { } other
        )
        {
            return new AbsenceOutcome(
                null,
                "From",
                $"{person.Short} is dan al {other.Nl(now)}. Wijzig die, of kies andere dagen."
            );
        }
        known ??= db.Add(New(person.Id, by.StaffId, wanted, now)).Entity;
        (known.Why, known.FromAt, known.UntilAt) = (wanted.Why, wanted.From, wanted.Until);
        (known.RecordedAt, known.RecordedBy) = (now, by.StaffId);
        events.Record(new StaffAway(person.Id, known.Id, known.FromAt, known.UntilAt, [.. person.Teams]));
        return await CommitAsync(transaction, form.RequestKey, address, by.AccountId, ct);
    }

    /// <summary>Ends it now; one that has not begun goes away.</summary>
    public async Task<AbsenceOutcome> EndAsync(
        AbsenceForm form,
        StaffCard person,
        string address,
        Guid accountId,
        CancellationToken ct
    )
    {
        await using var transaction = await LockAsync(person.Id, ct);
        if (await keys.EarlierAsync(form.RequestKey, ct) is { } earlier)
        {
            return new AbsenceOutcome(earlier, "", "");
        }
        var now = clock.Now();
        var absence = await db.Absences.SingleOrDefaultAsync(a => a.Id == form.AbsenceId && a.StaffId == person.Id, ct);
        if (absence is null || absence.UntilAt <= now)
        {
            // A colleague was first: it is as wanted.
            return new AbsenceOutcome(address, "", "");
        }
        if (absence.FromAt < now)
        {
            absence.UntilAt = now;
        }
        else
        {
            db.Remove(absence);
        }
        events.Record(new StaffBack(person.Id, absence.Id, [.. person.Teams]));
        return await CommitAsync(transaction, form.RequestKey, address, accountId, ct);
    }

    private async Task<IDbContextTransaction> LockAsync(Guid staffId, CancellationToken ct)
    {
        var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"select id from organisation.staff_member where id = {staffId} for update",
            ct
        );
        return transaction;
    }

    private async Task<AbsenceOutcome> CommitAsync(
        IDbContextTransaction transaction,
        Guid key,
        string address,
        Guid accountId,
        CancellationToken ct
    )
    {
        var outcome = await keys.SaveOnceAsync(key, address, accountId, ct);
        await transaction.CommitAsync(ct);
        organisation.Forget();
        return new AbsenceOutcome(outcome, "", "");
    }

    private Absence New(Guid staffId, Guid by, AbsenceCard wanted, Instant now) =>
        new()
        {
            Id = clock.NewId(),
            StaffId = staffId,
            Why = wanted.Why,
            FromAt = wanted.From,
            UntilAt = wanted.Until,
            RecordedAt = now,
            RecordedBy = by,
        };

    private static AbsenceCard Card(Absence row) => new(row.Id, row.Why, row.FromAt, row.UntilAt);
}
