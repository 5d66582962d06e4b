using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Citizens.Data;
using Terecht.Platform.Data;

namespace Terecht.Modules.Citizens.Templates;

/// <summary>The text that holds: the newest that the municipality wrote, else the shipped one.</summary>
internal sealed class TemplateBook(TerechtDb db)
{
    public async Task<Template> NowAsync(
        Guid municipalityId,
        string code,
        string channel,
        string language,
        CancellationToken ct
    ) =>
        await OfMunicipality(municipalityId, code, channel, language)
            .OrderByDescending(t => t.Version)
            .Select(t => new Template(t.Code, t.Channel, t.Language, t.Version, t.Subject, t.Body))
            .FirstOrDefaultAsync(ct)
        ?? ShippedTemplates.Of(code, channel, language);

    /// <summary>The very text that a message began with, however often it is sent.</summary>
    public async Task<Template> OfAsync(Message message, CancellationToken ct) =>
        message.TemplateVersion == 0
            ? ShippedTemplates.Of(message.Code, message.Channel, message.Language)
            : await OfMunicipality(message.MunicipalityId, message.Code, message.Channel, message.Language)
                .Where(t => t.Version == message.TemplateVersion)
                .Select(t => new Template(t.Code, t.Channel, t.Language, t.Version, t.Subject, t.Body))
                .SingleAsync(ct);

    private IQueryable<TemplateRow> OfMunicipality(Guid id, string code, string channel, string language) =>
        db
            .Templates.AsNoTracking()
            .Where(t => t.MunicipalityId == id && t.Code == code && t.Channel == channel && t.Language == language);
}
