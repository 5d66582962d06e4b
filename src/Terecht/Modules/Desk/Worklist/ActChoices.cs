using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;

namespace Terecht.Modules.Desk.Worklist;

/// <summary>Another promise of the matter.</summary>
internal sealed record OtherPromise(
    Guid PromiseId,
    string Subject,
    string ToName,
    Guid TeamId,
    Instant? Due,
    bool Open
);

/// <summary>A contact about the matter.</summary>
internal sealed record OtherContact(Guid ContactId, Instant StartedAt, string Channel, string InvolvedName);

/// <summary>What the open form lets somebody choose from.</summary>
internal sealed record ActOptions(
    IReadOnlyList<KeepableMoment> Moments,
    IReadOnlyList<OtherPromise> Promises,
    IReadOnlyList<OtherContact> Contacts,
    IReadOnlyList<StaffCard> Colleagues
);

/// <summary>Reads what the open form needs; nothing for a form that needs nothing.</summary>
internal sealed class ActChoices(TerechtDb db)
{
    private const int MostMoments = 5;
    private const int Most = 20;

    public async Task<ActOptions> ForAsync(string? act, PromiseCase promise, CancellationToken ct)
    {
        var row = promise.Promise;
        return new ActOptions(
            act == "nieuw-moment"
                ?
                [
                    .. KeepableMoments
                        .From(promise.Now, promise.Team.Calendar)
                        .Where(m => !(m.Due <= row.Due))
                        .Take(MostMoments),
                ]
                : [],
            act is "samen" or "rond-af" or "meer" ? await PromisesAsync(row, ct) : [],
            act == "rond-af" ? await ContactsAsync(row, ct) : [],
            act == "wijs-toe"
                ?
                [
                    .. promise
                        .Organisation.MembersOf(row.TeamId)
                        .Where(s => s.WorksOn(SpokenMoment.DayOf(promise.Now)) && s.Id != row.HolderId)
                        .OrderBy(s => s.Name, StringComparer.Ordinal),
                ]
                : []
        );
    }

    private async Task<List<OtherPromise>> PromisesAsync(PromiseRow row, CancellationToken ct) =>
        await db
            .Database.SqlQuery<OtherPromise>(
                $"""
                select promise_id, subject, to_name, team_id, due, ended_at is null as open
                from promises.pub_promise
                where matter_id = {row.MatterId} and promise_id <> {row.PromiseId} and kind <> 'open_door'
                order by made_at desc limit {Most}
                """
            )
            .ToListAsync(ct);

    private async Task<List<OtherContact>> ContactsAsync(PromiseRow row, CancellationToken ct) =>
        await db
            .Database.SqlQuery<OtherContact>(
                $"""
                select distinct c.contact_id, c.started_at, c.channel, c.involved_name
                from contacts.pub_question q join contacts.pub_contact c on c.contact_id = q.contact_id
                where q.matter_id = {row.MatterId} and c.started_at > {row.MadeAt}
                order by c.started_at desc limit {Most}
                """
            )
            .ToListAsync(ct);
}
