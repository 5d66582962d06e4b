using NodaTime;
using Terecht.Modules.Desk.WhatIf;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Desk.Norms;

/// <summary>What the typed norm would do to citizens.</summary>
/// <param name="Own">The moment that was typed, or null.</param>
/// <param name="Open">Open promises that follow this norm: all keep their moment.</param>
internal sealed record NormOutcome(
    IReadOnlyList<TrySaid> Examples,
    TrySaid? Own,
    int Open,
    IReadOnlyList<(string Head, string Text)> Warnings
);

/// <summary>Works the outcome out by the engine that makes promises.</summary>
internal sealed class NormOutcomes(WhatIf.WhatIf whatIf)
{
    /// <param name="sheet">The norm as it is; null for a new one.</param>
    /// <param name="all">All norms of the municipality.</param>
    public async Task<NormOutcome> OfAsync(
        NormSheet? sheet,
        EditNorm edit,
        IReadOnlyList<NormSheet> all,
        NormPlaces places,
        TeamCard team,
        Instant? own,
        CancellationToken ct
    )
    {
        var kind = edit.Places.Select(p => p.Kind).OfType<string>().FirstOrDefault() ?? "call";
        var before = sheet is null ? null : new Term(sheet.Norm.Rule, team.Calendar);
        var after = new Term(edit.Rule, team.Calendar);
        return new NormOutcome(
            whatIf.Examples(team, kind, before, after),
            own is { } at ? whatIf.Said(at, "", team, kind, before, after) : null,
            sheet is null ? 0 : await whatIf.OpenByNormAsync(sheet.Norm.Id, ct),
            [.. Warnings(sheet, edit, all, places)]
        );
    }

    private static IEnumerable<(string, string)> Warnings(
        NormSheet? sheet,
        EditNorm edit,
        IReadOnlyList<NormSheet> all,
        NormPlaces places
    )
    {
        foreach (var place in edit.Places)
        {
            if (all.FirstOrDefault(s => s != sheet && s.Places.Contains(place)) is { } other)
            {
                yield return (
                    $"{places.InWords(place)}, {NormWords.KindInWords(place.Kind)}:",
                    $"volgt nu ‘{other.Norm.NameNl}’. Na het bewaren geldt daar deze norm."
                );
            }
        }
        foreach (var place in (sheet?.Places ?? []).Except(edit.Places))
        {
            yield return (
                $"{places.InWords(place)}, {NormWords.KindInWords(place.Kind)}:",
                "volgt deze norm dan niet meer, maar de norm van het niveau erboven."
            );
        }
        if (edit.Places.Count == 0)
        {
            yield return ("Geldt nergens.", "Kies een plek, anders geeft deze norm geen enkel moment.");
        }
        if (edit.Rule is DueRule.WithinHours)
        {
            yield return ("Dag en nacht.", "Deze uren tellen ook door als het team dicht is.");
        }
        if (sheet?.Versions.FirstOrDefault(v => v.ValidFrom > edit.ValidFrom) is { } later)
        {
            yield return (
                $"Versie {later.Norm.Version} vervalt.",
                "Die zou later ingaan. Wat u nu bewaart, gaat voor."
            );
        }
        if (edit.Steps.Count == 0)
        {
            yield return ("Geen seintjes.", "Niemand hoort dat een moment dichtbij komt.");
        }
    }
}
