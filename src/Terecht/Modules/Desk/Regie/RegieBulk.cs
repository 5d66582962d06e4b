using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Web.Forms;

namespace Terecht.Modules.Desk.Regie;

/// <summary>A promise that was chosen, as it was on the screen.</summary>
internal sealed record Picked(Guid PromiseId, int Seq)
{
    public static Picked? Parse(string text) =>
        text.Split('.') is [var id, var seq] && Guid.TryParse(id, out var promise) && int.TryParse(seq, out var no)
            ? new Picked(promise, no)
            : null;
}

/// <summary>What came of an act on several promises.</summary>
/// <param name="Done">Each with the number of its last event after the act: what undoing begins from.</param>
/// <param name="Refused">Those where a colleague was first, or a rule said no.</param>
internal sealed record BulkResult(IReadOnlyList<Picked> Done, int Refused);

/// <summary>One act on several promises, all that can be done in one transaction; who was too late is counted, not lost.</summary>
internal sealed class RegieBulk(TerechtDb db, IPromises promises, RequestKeys keys)
{
    public const int Most = 200;

    /// <param name="address">Where the screen goes; known before saving, so that a second sending leads there too.</param>
    /// <returns>Where to go: that of the first sending, when this was not the first.</returns>
    public async Task<string> RunAsync(
        Guid key,
        IEnumerable<Picked> picked,
        Func<Picked, PromiseAct> act,
        Func<BulkResult, string> address,
        CurrentUser me,
        CancellationToken ct
    )
    {
        if (await keys.EarlierAsync(key, ct) is { } earlier)
        {
            return earlier;
        }
        var (done, refused) = (new List<Picked>(), 0);
        foreach (var one in picked.DistinctBy(p => p.PromiseId).Take(Most))
        {
            if (await promises.ActAsync(act(one), ct) is ActResult.Done result)
            {
                done.Add(new Picked(one.PromiseId, result.Seq));
            }
            else
            {
                refused++;
            }
        }
        try
        {
            return await keys.SaveOnceAsync(key, address(new BulkResult(done, refused)), me.AccountId, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A colleague acted on one of them in this very second: nothing was done, and the page says so.
            db.ChangeTracker.Clear();
            return address(new BulkResult([], done.Count + refused));
        }
    }
}
