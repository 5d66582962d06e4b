using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Organisation.Contracts.Import;
using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Import;
using Terecht.Platform.Text;

namespace Terecht.Modules.Organisation.ImportNumbers;

/// <summary>Loads the numbers that citizens dial. A line may say itself which municipality its number is of.</summary>
internal sealed class NumberImporter(TerechtDb db) : ISettingsImporter
{
    private static readonly string[] Needed = ["nummer", "naam"];

    public string What => "numbers";
    public bool NamesMunicipality => true;

    public async Task LoadAsync(ImportRun run, Guid municipalityId, CancellationToken ct)
    {
        if (run.File.Form != FileForm.Csv)
        {
            throw new ImportRefused(
                "In dit bestand vinden we geen nummers. We lezen CSV met de kolommen nummer en naam."
            );
        }
        var municipalities = await db
            .Municipalities.AsNoTracking()
            .ToDictionaryAsync(m => m.Code, m => m.Id, StringComparer.OrdinalIgnoreCase, ct);
        var numbers = await db.DialledNumbers.ToDictionaryAsync(n => n.Number, ct);
        foreach (var row in run.Rows(Needed, "gemeente"))
        {
            var (written, name, code) = (row.OneLine("nummer"), row.OneLine("naam"), row.OneLine("gemeente"));
            var number = ServiceNumber.Parse(written);
            var municipality = code.Length == 0 ? municipalityId : municipalities.GetValueOrDefault(code);
            var problem = FieldRules.First(
                written.Length == 0 ? "De kolom 'nummer' is leeg." : null,
                number is null ? $"'{written}' is geen telefoonnummer. Schrijf het als 14 099 of 0101234567." : null,
                FieldRules.Filled("naam", name),
                municipality == Guid.Empty ? $"De gemeente '{code}' kennen we niet." : null,
                number is null ? null : run.Again("nummer", number, row.Number)
            );
            if (problem is not null)
            {
                run.Reject(row.Number, written, problem);
                continue;
            }
            run.Count(Put(number!, name, municipality, numbers, run));
        }
    }

    private RowChange Put(
        string number,
        string name,
        Guid municipality,
        Dictionary<string, DialledNumberRow> numbers,
        ImportRun run
    )
    {
        if (numbers.TryGetValue(number, out var row))
        {
            (row.Name, row.MunicipalityId) = (name, municipality);
            return run.ChangeOf(row);
        }
        db.Add(
            new DialledNumberRow
            {
                Number = number,
                MunicipalityId = municipality,
                Name = name,
            }
        );
        return RowChange.New;
    }
}
