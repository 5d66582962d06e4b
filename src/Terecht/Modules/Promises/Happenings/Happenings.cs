using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Norms;
using Terecht.Modules.Promises.Steps;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Happenings;

/// <summary>One act gives the date to everybody who is tied to it; a new date moves them all again.</summary>
internal sealed class Happenings(
    TerechtDb db,
    TimeProvider clock,
    EventLog events,
    IOrganisation organisation,
    StepPlanner steps
) : IHappenings
{
    public async Task<IReadOnlyList<HappeningCard>> ListAsync(Guid municipalityId, CancellationToken ct) =>
        await Cards(
                db.Happenings.Where(h => h.MunicipalityId == municipalityId)
                    .OrderBy(h => h.StartsOn != null)
                    .ThenByDescending(h => h.StartsOn)
                    .ThenBy(h => h.CheckAt)
            )
            .ToListAsync(ct);

    public Task<HappeningCard?> FindAsync(Guid happeningId, CancellationToken ct) =>
        Cards(db.Happenings.Where(h => h.Id == happeningId)).SingleOrDefaultAsync(ct);

    public async Task<IReadOnlyList<DatedPromise>> TryDateAsync(
        Guid happeningId,
        LocalDate startsOn,
        CancellationToken ct
    )
    {
        var (teams, now) = (await organisation.NowAsync(ct), clock.Now());
        return (await TiedAsync(db.Promises.AsNoTracking(), happeningId, ct)).ConvertAll(promise =>
        {
            var due = MomentOf(promise, startsOn, teams);
            return new DatedPromise(promise.Id, promise.TeamId, due, Moves(promise, due)) { LateAtOnce = due < now };
        });
    }

    public async Task<Guid> AddAsync(
        Guid municipalityId,
        string name,
        string nameEn,
        Instant checkAt,
        CancellationToken ct
    )
    {
        // One contact may promise two things before the same happening: the second finds what the first added.
        if (
            (
                db.Happenings.Local.FirstOrDefault(h => h.MunicipalityId == municipalityId && h.Name == name)
                ?? await db.Happenings.SingleOrDefaultAsync(
                    h => h.MunicipalityId == municipalityId && h.Name == name,
                    ct
                )
            ) is
            { } known
        )
        {
            return known.Id;
        }
        var happening = new Happening
        {
            Id = clock.NewId(),
            MunicipalityId = municipalityId,
            Name = name,
            NameEn = nameEn,
            CheckAt = checkAt,
            RecordedAt = clock.Now(),
        };
        db.Add(happening);
        return happening.Id;
    }

    public async Task<int> GiveDateAsync(Guid happeningId, LocalDate startsOn, CancellationToken ct)
    {
        var happening = await db.Happenings.SingleAsync(h => h.Id == happeningId, ct);
        if (happening.StartsOn == startsOn)
        {
            // Who wished another moment since then keeps it.
            return 0;
        }
        happening.StartsOn = startsOn;
        var promises = await TiedAsync(db.Promises, happeningId, ct);
        var ids = promises.ConvertAll(p => p.Id);
        var history = (
            await db.Set<EventRow>()
                .AsNoTracking()
                .Where(e => ids.Contains(e.StreamId) && e.Seq != null)
                .ToListAsync(ct)
        ).ToLookup(e => e.StreamId);
        var (teams, now, moved) = (await organisation.NowAsync(ct), clock.Now(), 0);
        foreach (var promise in promises)
        {
            if (MomentOf(promise, startsOn, teams) is { } moment && Moves(promise, moment))
            {
                var before = PromiseLedger.MomentsOf([
                    .. history[promise.Id].OrderBy(e => e.Seq).Select(PromiseHistory.Read),
                ]);
                events.Record(promise.Renew(before, moment, null, WishedBy.Event, RenewReason.Dated, now));
                await steps.PlanAsync(promise, now, ct);
                moved++;
            }
        }
        events.Record(new HappeningDated(happeningId, startsOn, moved));
        return moved;
    }

    public async Task<int> CheckAgainAsync(Guid happeningId, Instant at, CancellationToken ct)
    {
        var happening = await db.Happenings.SingleAsync(h => h.Id == happeningId, ct);
        happening.CheckAt = at;
        var waiting = (await TiedAsync(db.Promises, happeningId, ct)).FindAll(p => p.Due is null);
        waiting.ForEach(p => p.LookAt = at);
        events.Record(new HappeningChecked(happeningId, at, waiting.Count));
        return waiting.Count;
    }

    private IQueryable<HappeningCard> Cards(IQueryable<Happening> happenings) =>
        happenings
            .AsNoTracking()
            .Select(h => new HappeningCard(
                h.Id,
                h.Name,
                h.NameEn,
                h.StartsOn,
                h.CheckAt,
                db.Set<Promise>().Count(p => p.HappeningId == h.Id && p.EndedAt == null)
            )
            {
                MunicipalityId = h.MunicipalityId,
            });

    private static Instant? MomentOf(Promise promise, LocalDate startsOn, OrganisationNow teams) =>
        HappeningMoment.Of(startsOn, promise.DaysBefore ?? 0, teams.Team(promise.TeamId).Calendar);

    private static bool Moves(Promise promise, Instant? due) =>
        due is { } moment && (moment != promise.Due || moment != promise.LimitAt);

    private static Task<List<Promise>> TiedAsync(
        IQueryable<Promise> promises,
        Guid happeningId,
        CancellationToken ct
    ) => promises.Where(p => p.HappeningId == happeningId && p.EndedAt == null).OrderBy(p => p.Id).ToListAsync(ct);
}
