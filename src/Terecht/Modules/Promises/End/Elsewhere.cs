using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;

namespace Terecht.Modules.Promises.End;

/// <summary>Answered elsewhere names what did: a contact about the same matter, or another promise in it.</summary>
internal sealed class Elsewhere(TerechtDb db)
{
    public async Task<bool> IsThereAsync(PromiseAct.End act, Promise promise, CancellationToken ct) =>
        act.AnsweredBy is { } id
        && act.Reason switch
        {
            EndReason.Contact => (
                await db
                    .Database.SqlQuery<int>(
                        $"""
                        select 1 as "Value" from contacts.pub_question
                        where contact_id = {id} and matter_id = {promise.MatterId} limit 1
                        """
                    )
                    .ToListAsync(ct)
            ).Count > 0,
            EndReason.Promise => id != promise.Id
                && await db.Promises.AnyAsync(p => p.Id == id && p.MatterId == promise.MatterId, ct),
            _ => false,
        };
}
