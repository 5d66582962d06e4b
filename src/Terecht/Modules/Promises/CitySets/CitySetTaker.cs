using NodaTime;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Promises.CitySets;

/// <summary>Takes a city's norms over by the same edit that an administrator does by hand.</summary>
internal sealed class CitySetTaker(INorms norms) : ICitySets
{
    private static readonly Lazy<IReadOnlyList<CitySet>> Sets = new(CitySetReader.All);

    public IReadOnlyList<CitySet> All => Sets.Value;

    public async Task<string?> TakeOverAsync(
        Guid municipalityId,
        CitySet set,
        LocalDate validFrom,
        CancellationToken ct
    )
    {
        var sheets = await norms.ListAsync(municipalityId, ct);
        foreach (var norm in set.Norms)
        {
            var sheet = sheets.FirstOrDefault(s => s.Norm.Code == norm.Code);
            if (
                await norms.EditAsync(Edit(norm, sheet, sheets, municipalityId, validFrom), ct)
                is NormEdited.Wrong wrong
            )
            {
                return wrong.Sentence;
            }
        }
        await norms.SetTargetsAsync(municipalityId, set.Targets, ct);
        return null;
    }

    /// <summary>Cities print terms. Who is told before, and how often we try, stays as it is in this municipality.</summary>
    private static Contracts.EditNorm Edit(
        CityNorm norm,
        NormSheet? sheet,
        IReadOnlyList<NormSheet> all,
        Guid municipalityId,
        LocalDate validFrom
    )
    {
        var place = new NormPlace(null, null, norm.Kind);
        var usual = sheet ?? all.FirstOrDefault(s => s.Places.Any(p => p is { IsMunicipality: true, Kind: null }));
        var places = sheet?.Places ?? [];
        return new Contracts.EditNorm(
            municipalityId,
            norm.Code,
            norm.NameNl,
            norm.NameEn,
            norm.Rule,
            usual?.Norm.Attempts ?? AttemptTerms.Default,
            usual?.Norm.Steps ?? [],
            norm.Target,
            validFrom,
            places.Contains(place) ? places : [.. places, place],
            sheet?.Norm.Version,
            NormPlace.Key(places)
        );
    }
}
