using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Catalogue.Data;
using Terecht.Modules.Organisation.Contracts.Import;
using Terecht.Platform.Data;
using Terecht.Platform.Import;
using Terecht.Platform.Time;

namespace Terecht.Modules.Catalogue.ImportDistricts;

/// <summary>Loads districts. New ones stand after those that are there; one that the file does not name stays.</summary>
internal sealed class DistrictImporter(TerechtDb db, TimeProvider clock) : ISettingsImporter
{
    public string What => "districts";

    public async Task LoadAsync(ImportRun run, Guid municipalityId, CancellationToken ct)
    {
        var districts = await db
            .Districts.Where(d => d.MunicipalityId == municipalityId)
            .ToDictionaryAsync(d => d.Code, StringComparer.OrdinalIgnoreCase, ct);
        var last = districts.Values.Select(d => d.Position).DefaultIfEmpty().Max();
        foreach (var line in DistrictForms.Read(run))
        {
            var problem = FieldRules.First(
                FieldRules.Code("code", line.Code),
                FieldRules.Filled("naam", line.Name),
                run.Again("code", line.Code, line.Number)
            );
            if (problem is not null)
            {
                run.Reject(line.Number, line.Code, problem);
            }
            else if (districts.TryGetValue(line.Code, out var district))
            {
                district.Name = line.Name;
                run.Count(run.ChangeOf(district));
            }
            else
            {
                db.Add(
                    new District
                    {
                        Id = clock.NewId(),
                        MunicipalityId = municipalityId,
                        Code = line.Code,
                        Name = line.Name,
                        Position = ++last,
                    }
                );
                run.Count(RowChange.New);
            }
            await run.SaveWhenManyAsync(ct);
        }
    }
}
