using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;

namespace Terecht.Modules.Promises.EditNorm;

internal static class TargetRows
{
    public static TargetCard Card(TargetRow row) =>
        new(
            row.Code,
            row.Name,
            row.NameEn,
            row.Figure,
            row.Percent is { } percent ? new NormTarget(percent, row.Above) : null,
            row.Period,
            row.Source
        );

    public static TargetRow New(TargetCard card, Guid id, Guid municipalityId) =>
        new()
        {
            Id = id,
            MunicipalityId = municipalityId,
            Code = card.Code,
            Name = card.NameNl,
            NameEn = card.NameEn,
            Figure = card.Figure,
            Percent = card.Target?.Percent,
            Above = card.Target?.Above ?? false,
            Period = card.Period,
            Source = card.Source,
        };

    public static void Write(TargetCard card, TargetRow row)
    {
        (row.Name, row.NameEn, row.Figure) = (card.NameNl, card.NameEn, card.Figure);
        (row.Percent, row.Above) = (card.Target?.Percent, card.Target?.Above ?? false);
        (row.Period, row.Source) = (card.Period, card.Source);
    }
}
