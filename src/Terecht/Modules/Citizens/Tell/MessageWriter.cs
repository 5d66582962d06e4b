using Terecht.Modules.Citizens.Contracts;
using Terecht.Modules.Citizens.Data;
using Terecht.Modules.Citizens.Templates;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Messages;

namespace Terecht.Modules.Citizens.Tell;

/// <summary>Writes a message from its row; the same each time it is asked for, so that a second sending is the same message.</summary>
internal sealed class MessageWriter(
    TemplateBook templates,
    IContacts contacts,
    ICitizenLinks links,
    IOrganisation organisation,
    MessageSettings settings
)
{
    public async Task<OutgoingMessage> WriteAsync(Message message, CancellationToken ct)
    {
        var template = await templates.OfAsync(message, ct);
        var municipality = (await organisation.NowAsync(ct)).Municipality(message.MunicipalityId);
        var matter =
            await contacts.FindMatterAsync(message.MatterId, ct)
            ?? throw new InvalidOperationException("The matter of a message is gone.");
        var access = await links.ForAsync(matter.Id, matter.LinkVersion, ct);
        var english = message.Language == "en";
        var values = MessageText.Values(
            message.Language,
            municipality.Name,
            Link(settings, english ? access.PathEn : access.Path),
            message.Due,
            message.Reason,
            message.Attempts,
            message.CreatedAt
        );
        return new OutgoingMessage(
            message.Id,
            message.Channel,
            message.Address,
            MessageText.Fill(template.Subject, values),
            MessageText.Fill(template.Body, values),
            message.Language,
            english ? $"Municipality of {municipality.Name}" : $"Gemeente {municipality.Name}"
        );
    }

    public static string Link(MessageSettings settings, string path) =>
        (settings.PublicUrl ?? throw new GatewayAwayException("no_public_url")) + path.TrimStart('/');
}
