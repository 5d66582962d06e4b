using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Norms;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.EditNorm;

/// <summary>
/// Any change of a norm is a new version, so that two administrators at once never overwrite each other unseen, and a promise
/// keeps the version that gave its moment.
/// </summary>
internal sealed class NormEditor(
    TerechtDb db,
    TimeProvider clock,
    EventLog events,
    Actor actor,
    NormReader reader,
    NormBook book
) : INorms
{
    public Task<IReadOnlyList<NormSheet>> ListAsync(Guid municipalityId, CancellationToken ct) =>
        reader.ListAsync(municipalityId, ct);

    public ValueTask<Norm?> ForAsync(
        Guid municipalityId,
        Guid teamId,
        Guid? topicId,
        string kind,
        CancellationToken ct
    ) => book.ForAsync(municipalityId, teamId, topicId, kind, ct);

    public void Forget() => book.Forget();

    public async Task<NormEdited> EditAsync(Contracts.EditNorm edit, CancellationToken ct)
    {
        var all = await reader.ListAsync(edit.MunicipalityId, ct);
        var sheet = all.FirstOrDefault(s => s.Norm.Code == edit.Code);
        if (Problem(edit, sheet, all) is { } problem)
        {
            return problem;
        }
        if (sheet is not null && IsSame(edit, sheet))
        {
            return new NormEdited.Same();
        }
        var norm = sheet is null ? NewNorm(edit) : await db.Norms.SingleAsync(n => n.Id == sheet.Norm.Id, ct);
        (norm.Name, norm.NameEn) = (edit.NameNl, edit.NameEn);
        await PlaceAsync(norm, edit.Places, ct);
        var version = Version(norm.Id, (sheet?.Norm.Version ?? 0) + 1, edit);
        db.Add(version);
        events.Record(new NormChanged(norm.Id, norm.MunicipalityId, version.Id, version.Number));
        events.Record(new SettingsChanged(norm.MunicipalityId, "norms", 1));
        return new NormEdited.Done(version.Id, version.Number);
    }

    public async Task<IReadOnlyList<TargetCard>> TargetsAsync(Guid municipalityId, CancellationToken ct) =>
        [
            .. (await db.Targets.AsNoTracking().Where(t => t.MunicipalityId == municipalityId).ToListAsync(ct))
                .OrderBy(t => t.Name, StringComparer.CurrentCulture)
                .Select(TargetRows.Card),
        ];

    public async Task SetTargetsAsync(Guid municipalityId, IReadOnlyList<TargetCard> targets, CancellationToken ct)
    {
        var known = await db.Targets.Where(t => t.MunicipalityId == municipalityId).ToDictionaryAsync(t => t.Code, ct);
        foreach (var card in targets)
        {
            if (known.TryGetValue(card.Code, out var row))
            {
                TargetRows.Write(card, row);
            }
            else
            {
                db.Add(TargetRows.New(card, clock.NewId(), municipalityId));
            }
        }
        events.Record(new SettingsChanged(municipalityId, "targets", targets.Count));
    }

    private NormEdited? Problem(Contracts.EditNorm edit, NormSheet? sheet, IReadOnlyList<NormSheet> all)
    {
        if ((sheet is null) != (edit.BasedOn is null))
        {
            return new NormEdited.Wrong(
                "Code",
                sheet is null
                    ? "Deze norm bestaat niet meer."
                    : $"Er is al een norm met de code {edit.Code}. Kies een andere code."
            );
        }
        if (sheet is not null && (sheet.Norm.Version != edit.BasedOn || NormPlace.Key(sheet.Places) != edit.PlacesSeen))
        {
            return new NormEdited.Stale(sheet.Versions[0]);
        }
        if (edit.ValidFrom < clock.Today())
        {
            return new NormEdited.Wrong("ValidFrom", "Deze dag is al voorbij. Kies vandaag of een latere dag.");
        }
        var others = all.Where(s => s != sheet).SelectMany(s => s.Places);
        return edit.Places.Concat(others).Any(p => p is { IsMunicipality: true, Kind: null })
            ? null
            : new NormEdited.Wrong(
                "Places",
                "Dan heeft de gemeente geen norm meer voor wat nergens anders staat. Laat deze norm voor de hele gemeente gelden, of geef eerst een andere norm die plek."
            );
    }

    private static bool IsSame(Contracts.EditNorm edit, NormSheet sheet)
    {
        var now = sheet.Versions[0];
        return now.Norm.NameNl == edit.NameNl
            && now.Norm.NameEn == edit.NameEn
            && now.Norm.Rule == edit.Rule
            && now.Norm.Attempts == edit.Attempts
            && now.Norm.Steps.SequenceEqual(edit.Steps)
            && now.Norm.Target == edit.Target
            && NormPlace.Key(sheet.Places) == NormPlace.Key(edit.Places)
            // It began already, or begins before the day that was typed.
            && now.ValidFrom <= edit.ValidFrom;
    }

    private NormRow NewNorm(Contracts.EditNorm edit)
    {
        var norm = new NormRow
        {
            Id = clock.NewId(),
            MunicipalityId = edit.MunicipalityId,
            Code = edit.Code,
            Name = edit.NameNl,
            NameEn = edit.NameEn,
        };
        db.Add(norm);
        return norm;
    }

    /// <summary>A place has one norm: what another norm had there comes here.</summary>
    private async Task PlaceAsync(NormRow norm, IReadOnlyList<NormPlace> places, CancellationToken ct)
    {
        var scopes = await db.NormScopes.Where(s => s.MunicipalityId == norm.MunicipalityId).ToListAsync(ct);
        var wanted = places.ToHashSet();
        foreach (var scope in scopes)
        {
            var here = wanted.Remove(new NormPlace(scope.TopicId, scope.TeamId, scope.Kind));
            if (here)
            {
                scope.NormId = norm.Id;
            }
            else if (scope.NormId == norm.Id)
            {
                db.Remove(scope);
            }
        }
        db.AddRange(
            wanted.Select(p => new NormScope
            {
                Id = clock.NewId(),
                NormId = norm.Id,
                MunicipalityId = norm.MunicipalityId,
                TopicId = p.TopicId,
                TeamId = p.TeamId,
                Kind = p.Kind,
            })
        );
    }

    private NormVersion Version(Guid normId, int number, Contracts.EditNorm edit) =>
        new()
        {
            Id = clock.NewId(),
            NormId = normId,
            Number = number,
            Rule = DueRuleJson.Write(edit.Rule),
            Attempts = (short)(edit.Attempts.Attempts ?? 0),
            Dayparts = (short)edit.Attempts.Dayparts,
            Steps = NormStepJson.Write(edit.Steps),
            TargetPercent = edit.Target?.Percent,
            TargetAbove = edit.Target?.Above ?? false,
            ValidFrom = edit.ValidFrom,
            RecordedAt = clock.Now(),
            RecordedBy = actor.Kind == "staff" ? actor.Id : null,
        };
}
