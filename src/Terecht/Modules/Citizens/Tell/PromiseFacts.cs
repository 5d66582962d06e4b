using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Platform.Data;

namespace Terecht.Modules.Citizens.Tell;

/// <summary>What is needed to tell of a promise; no words about it or about the person.</summary>
internal sealed record PromiseFacts(
    Guid PromiseId,
    Guid MunicipalityId,
    Guid MatterId,
    string Kind,
    Guid? ToPartyId,
    string? ToPhone,
    string? OldPhone,
    string Language,
    Instant? Due,
    short Attempts,
    string? TellChannel,
    string? TellAddress,
    Instant? EndedAt
)
{
    public static Task<PromiseFacts> ReadAsync(TerechtDb db, Guid promiseId, CancellationToken ct) =>
        db
            .Database.SqlQuery<PromiseFacts>(
                $"""
                select promise_id, municipality_id, matter_id, kind, to_party_id, to_phone, old_phone, language, due, attempts,
                       tell_channel, tell_address, ended_at
                from promises.pub_promise where promise_id = {promiseId}
                """
            )
            .SingleAsync(ct);
}
