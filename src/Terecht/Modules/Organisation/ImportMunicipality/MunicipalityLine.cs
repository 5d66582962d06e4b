using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Import;

namespace Terecht.Modules.Organisation.ImportMunicipality;

/// <summary>One municipality as a file gives it.</summary>
internal sealed record MunicipalityLine(
    int Number,
    string Code,
    string Name,
    string Phone,
    string Address,
    string OpeningHours,
    string OpeningHoursEn
)
{
    public static MunicipalityLine Of(JsonItem item) =>
        new(
            item.Number,
            item.OneLine("code"),
            item.OneLine("name"),
            item.OneLine("phone"),
            item.OneLine("address"),
            item.OneLine("openingHours"),
            item.OneLine("openingHoursEn")
        );

    public string? Problem() =>
        FieldRules.First(
            FieldRules.Code("code", Code),
            FieldRules.Filled("name", Name, 100),
            FieldRules.Filled("phone", Phone, 40),
            FieldRules.Filled("address", Address),
            FieldRules.Filled("openingHours", OpeningHours),
            FieldRules.Filled("openingHoursEn", OpeningHoursEn)
        );

    public void CopyTo(Municipality municipality)
    {
        (municipality.Name, municipality.Phone, municipality.Address) = (Name, Phone, Address);
        (municipality.OpeningHours, municipality.OpeningHoursEn) = (OpeningHours, OpeningHoursEn);
    }
}
