using Microsoft.EntityFrameworkCore;
using Terecht.Modules.People.Contracts;
using Terecht.Modules.People.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Text;
using Terecht.Platform.Time;

namespace Terecht.Modules.People.Find;

internal sealed class PeopleFinder(TerechtDb db, TimeProvider clock) : IPeople
{
    // Small words inside Dutch names; typed or not, they do not decide.
    private static readonly HashSet<string> Infixes = new(StringComparer.Ordinal)
    {
        "van",
        "de",
        "der",
        "den",
        "het",
        "t",
        "ten",
        "ter",
        "te",
        "in",
        "op",
        "von",
        "el",
        "al",
        "da",
        "di",
        "du",
        "la",
        "le",
    };

    private const int MostOnOneNumber = 20;

    public async Task<IReadOnlyList<PartyCard>> ByPhoneAsync(string number, CancellationToken ct)
    {
        var ids = db.PartyPhones.Where(p => p.Number == number).Select(p => p.PartyId);
        var parties = await db
            .Parties.AsNoTracking()
            .Include(p => p.Phones)
            .Where(p => ids.Contains(p.Id))
            .OrderBy(p => p.Id)
            .Take(MostOnOneNumber)
            .ToListAsync(ct);
        return [.. parties.Select(p => p.Card())];
    }

    public async Task<IReadOnlyList<PartyCard>> ByNameAsync(
        Guid municipalityId,
        string text,
        int most,
        CancellationToken ct
    )
    {
        var words = Fold.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var names = words.Where(w => !Infixes.Contains(w)).ToArray();
        // Who has typed no more than "la" or "de" may be on the way to Lammers or Dekker.
        var key = string.Join(' ', names.Length > 0 ? names : words);
        if (key.Length < 2)
        {
            return [];
        }

        // The range form of a prefix: the index carries it at a million people (docs/performance.md).
        var end = key[..^1] + (char)(key[^1] + 1);
        var ids = await db
            .Database.SqlQuery<Guid>(
                $"""
                select p.id as "Value" from people.party_name n join people.party p on p.id = n.party_id
                where n.key ~>=~ {key} and n.key ~<~ {end} and p.municipality_id = {municipalityId}
                order by n.key using ~<~, n.party_id limit {most * 2}
                """
            )
            .ToListAsync(ct);
        var distinct = ids.Distinct().Take(most).ToList();
        return [.. (await FindAllAsync(distinct, ct)).OrderBy(p => distinct.IndexOf(p.Id))];
    }

    public async Task<IReadOnlyList<PartyCard>> FindAllAsync(IReadOnlyCollection<Guid> partyIds, CancellationToken ct)
    {
        if (partyIds.Count == 0)
        {
            return [];
        }
        var parties = await db
            .Parties.AsNoTracking()
            .Include(p => p.Phones)
            .Where(p => partyIds.Contains(p.Id))
            .ToListAsync(ct);
        return [.. parties.Select(p => p.Card())];
    }

    public async Task<PartyCard?> FindAsync(Guid partyId, CancellationToken ct)
    {
        var party = await db
            .Parties.AsNoTracking()
            .Include(p => p.Phones)
            .SingleOrDefaultAsync(p => p.Id == partyId, ct);
        return party?.Card();
    }

    public void LogRead(Guid staffId, string purpose, IEnumerable<Guid> parties)
    {
        Guid[] ids = [.. parties.Distinct()];
        if (ids.Length > 0)
        {
            db.Add(
                new ReadLogRow
                {
                    Id = clock.NewId(),
                    RecordedAt = clock.Now(),
                    StaffId = staffId,
                    Purpose = purpose,
                    PartyIds = ids,
                }
            );
        }
    }
}
