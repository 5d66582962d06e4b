using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Citizens.Contracts;
using Terecht.Modules.Citizens.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Citizens.Templates;

/// <summary>A text that was or is in use, and who wrote it.</summary>
internal sealed record WrittenText(Template Text, Instant? At, Guid? By);

/// <summary>The texts of one occasion, channel and language through time.</summary>
internal sealed class TemplateVersions(TerechtDb db, TimeProvider clock, EventLog events)
{
    /// <summary>The newest first; the shipped one is the last.</summary>
    public async Task<IReadOnlyList<WrittenText>> OfAsync(
        Guid municipalityId,
        string code,
        string channel,
        string language,
        CancellationToken ct
    )
    {
        var rows = await db
            .Templates.AsNoTracking()
            .Where(t =>
                t.MunicipalityId == municipalityId && t.Code == code && t.Channel == channel && t.Language == language
            )
            .OrderByDescending(t => t.Version)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(r => new WrittenText(
                new Template(r.Code, r.Channel, r.Language, r.Version, r.Subject, r.Body),
                r.RecordedAt,
                r.RecordedBy
            )),
            new WrittenText(ShippedTemplates.Of(code, channel, language), null, null),
        ];
    }

    /// <summary>For each occasion: its newest version in this channel and language, where the municipality wrote one.</summary>
    public Task<Dictionary<string, int>> NewestAsync(
        Guid municipalityId,
        string channel,
        string language,
        CancellationToken ct
    ) =>
        db
            .Templates.Where(t => t.MunicipalityId == municipalityId && t.Channel == channel && t.Language == language)
            .GroupBy(t => t.Code)
            .Select(g => new { g.Key, Version = g.Max(t => t.Version) })
            .ToDictionaryAsync(g => g.Key, g => g.Version, ct);

    /// <summary>Adds the next version to the context; the caller saves. Two who write at once collide there.</summary>
    public void Write(Guid municipalityId, Template text, Guid staffId)
    {
        db.Add(
            new TemplateRow
            {
                MunicipalityId = municipalityId,
                Code = text.Code,
                Channel = text.Channel,
                Language = text.Language,
                Version = text.Version,
                Subject = text.Subject,
                Body = text.Body,
                RecordedAt = clock.Now(),
                RecordedBy = staffId,
            }
        );
        events.Record(new TextWritten(municipalityId, text.Code, text.Channel, text.Language, text.Version));
    }
}
