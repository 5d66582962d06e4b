using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Norms;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Happenings;

/// <summary>One act gives the date to everybody who is tied to it; a new date moves them all again.</summary>
internal sealed class Happenings(TerechtDb db, TimeProvider clock, EventLog events, IOrganisation organisation)
    : IHappenings
{
    public async Task<IReadOnlyList<HappeningCard>> ListAsync(Guid municipalityId, CancellationToken ct) =>
        await db
            .Happenings.AsNoTracking()
            .Where(h => h.MunicipalityId == municipalityId)
            .OrderBy(h => h.StartsOn != null)
            .ThenBy(h => h.CheckAt)
            .Select(h => new HappeningCard(
                h.Id,
                h.Name,
                h.NameEn,
                h.StartsOn,
                h.CheckAt,
                db.Set<Promise>().Count(p => p.HappeningId == h.Id && p.EndedAt == null)
            ))
            .ToListAsync(ct);

    public async Task<Guid> AddAsync(
        Guid municipalityId,
        string name,
        string nameEn,
        Instant checkAt,
        CancellationToken ct
    )
    {
        if (
            await db.Happenings.SingleOrDefaultAsync(h => h.MunicipalityId == municipalityId && h.Name == name, ct) is
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
        var promises = await TiedAsync(happeningId, ct);
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
            var due = HappeningMoment.Of(startsOn, promise.DaysBefore ?? 0, teams.Team(promise.TeamId).Calendar);
            if (due is { } moment && (moment != promise.Due || moment != promise.LimitAt))
            {
                var before = PromiseLedger.MomentsOf([
                    .. history[promise.Id].OrderBy(e => e.Seq).Select(PromiseHistory.Read),
                ]);
                events.Record(promise.Renew(before, moment, null, WishedBy.Event, RenewReason.Dated, now));
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
        var waiting = (await TiedAsync(happeningId, ct)).FindAll(p => p.Due is null);
        waiting.ForEach(p => p.LookAt = at);
        events.Record(new HappeningChecked(happeningId, at, waiting.Count));
        return waiting.Count;
    }

    private Task<List<Promise>> TiedAsync(Guid happeningId, CancellationToken ct) =>
        db.Promises.Where(p => p.HappeningId == happeningId && p.EndedAt == null).OrderBy(p => p.Id).ToListAsync(ct);
}
