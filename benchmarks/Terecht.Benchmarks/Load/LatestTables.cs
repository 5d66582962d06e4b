using NodaTime;

namespace Terecht.Benchmarks.Load;

/// <summary>What every form and every opened record leaves behind: the newest million of each.</summary>
internal sealed class LatestTables(Calls calls, Size size)
{
    public IReadOnlyList<Table> Tables =>
        [
            new("platform.request_key", "key, account_id, recorded_at, outcome", RequestKeys),
            new("people.read_log", "id, recorded_at, staff_id, purpose, party_ids", ReadLog),
        ];

    private void RequestKeys(CopyRows rows)
    {
        for (var i = calls.Count - size.Latest; i < calls.Count; i++)
        {
            rows.Row()
                .Id(Draw.Id(Of.RequestKey, i, calls.At(i)))
                .Id(Draw.From(House.Account, Of.RequestKey, i))
                .At(calls.At(i) + Duration.FromMinutes(1))
                .Text($"/werkplek?klaar={calls.Id(i)}");
        }
    }

    private void ReadLog(CopyRows rows)
    {
        for (var i = calls.Count - size.Latest; i < calls.Count; i++)
        {
            if (calls.PartyId(i) is { } party)
            {
                rows.Row()
                    .Id(Draw.Id(Of.ReadLog, i, calls.At(i)))
                    .At(calls.At(i))
                    .Id(Calls.Agent(i))
                    .Text("contact")
                    .Ids([party]);
            }
        }
    }
}
