using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Contacts.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Contacts.Drafts;

internal sealed class DraftStore(TerechtDb db, TimeProvider clock) : IDrafts
{
    public async Task<Guid> OpenAsync(OpenDraft draft, CancellationToken ct)
    {
        var row = new Draft
        {
            Id = clock.NewId(),
            StaffId = draft.StaffId,
            MunicipalityId = draft.MunicipalityId,
            Channel = draft.Channel,
            Dialled = draft.Dialled,
            CallerNumber = draft.CallerNumber,
            StartedAt = clock.Now(),
            SavedAt = RealClock.Instance.Now(),
            Content = draft.Content,
        };
        db.Add(row);
        await db.SaveChangesAsync(ct);
        return row.Id;
    }

    public async Task<DraftCard?> FindAsync(Guid id, Guid staffId, CancellationToken ct) =>
        await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.StaffId == staffId, ct) is { } row
            ? Card(row)
            : null;

    public async Task<IReadOnlyList<DraftCard>> MineAsync(Guid staffId, CancellationToken ct)
    {
        var rows = await db
            .Drafts.AsNoTracking()
            .Where(d => d.StaffId == staffId)
            .OrderBy(d => d.StartedAt)
            .ToListAsync(ct);
        return [.. rows.Select(Card)];
    }

    public async Task<Instant?> SaveAsync(
        Guid id,
        Guid staffId,
        string content,
        DraftNumber? number,
        CancellationToken ct
    )
    {
        var now = RealClock.Instance.Now();
        var (tab, no) = number is { } given ? (given.Tab, given.No) : ("", 0);
        var saved = await db.Database.ExecuteSqlAsync(
            $"""
            update contacts.draft
            set content = {content}::jsonb, saved_at = {now},
                numbers = case when {tab} = '' then numbers else numbers || jsonb_build_object({tab}, {no}) end
            where id = {id} and staff_id = {staffId} and ({tab} = '' or coalesce((numbers ->> {tab})::bigint, -1) < {no})
            """,
            ct
        );
        return saved == 1 ? now : (await FindAsync(id, staffId, ct))?.SavedAt;
    }

    public void Remove(Guid id) =>
        db.Entry(
            new Draft
            {
                Id = id,
                StaffId = default,
                MunicipalityId = default,
                Channel = "",
                StartedAt = default,
                SavedAt = default,
                Content = "{}",
            }
        ).State = EntityState.Deleted;

    private static DraftCard Card(Draft row) =>
        new(
            row.Id,
            row.MunicipalityId,
            row.Channel,
            row.Dialled,
            row.CallerNumber,
            row.StartedAt,
            row.SavedAt,
            row.Content
        );
}
