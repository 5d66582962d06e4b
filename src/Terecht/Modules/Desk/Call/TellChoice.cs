using System.Net.Mail;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.People.Contracts;
using Terecht.Platform.Messages;
using Terecht.Platform.Text;

namespace Terecht.Modules.Desk.Call;

/// <summary>What is offered for a confirmation in writing, and what is chosen now.</summary>
/// <param name="Chosen">sms, mail, letter or none.</param>
/// <param name="Field">The label of the field for an address; null while none is needed.</param>
internal sealed record TellOffer(IReadOnlyList<TellOption> Options, string Chosen, string? Field, string Address);

internal sealed record TellOption(string Value, string Text);

/// <summary>
/// The channels that are set up, with the address that we know. Proposed is what the person allowed and likes best; a choice made
/// here is for this one promise.
/// </summary>
internal sealed class TellChoice(IMessageGateway gateway, IWrittenWays ways)
{
    public const string None = "none";

    /// <summary>Null: nothing can be sent, so nothing is asked.</summary>
    public async Task<TellOffer?> OfAsync(
        DraftCard contact,
        Guid? partyId,
        QuestionDraft question,
        CancellationToken ct
    )
    {
        if (!MessageChannel.All.Any(gateway.Has))
        {
            return null;
        }
        var known = partyId is { } id ? await ways.OfAsync(id, ct) : [];
        var number = Number(contact, question, known);
        var options = new List<TellOption>();
        if (gateway.Has(MessageChannel.Sms))
        {
            options.Add(new(MessageChannel.Sms, number is null ? "Sms" : $"Sms naar {PhoneNumber.Spoken(number)}"));
        }
        if (gateway.Has(MessageChannel.Mail))
        {
            options.Add(new(MessageChannel.Mail, "E-mail"));
        }
        if (gateway.Has(MessageChannel.Letter) && known.Any(w => w.Channel == MessageChannel.Letter))
        {
            options.Add(new(MessageChannel.Letter, "Brief"));
        }
        options.Add(new(None, "Niet"));

        var chosen = options.Exists(o => o.Value == question.Tell) ? question.Tell : Proposed(known);
        return chosen switch
        {
            MessageChannel.Mail => new TellOffer(
                options,
                chosen,
                "E-mailadres",
                Typed(question, '@') ?? AddressOf(known, MessageChannel.Mail) ?? question.TellAddress
            ),
            MessageChannel.Sms when number is null => new TellOffer(
                options,
                chosen,
                "Mobiel nummer",
                question.TellAddress.Contains('@', StringComparison.Ordinal) ? "" : question.TellAddress
            ),
            MessageChannel.Sms => new TellOffer(options, chosen, null, number),
            _ => new TellOffer(options, chosen, null, ""),
        };
    }

    /// <summary>What is wrong with the address, or null.</summary>
    public static string? Wrong(TellOffer? offer) =>
        offer switch
        {
            { Chosen: MessageChannel.Mail, Address: "" } => "Vul het e-mailadres in. Of kies: niet.",
            { Chosen: MessageChannel.Mail } when Mail(offer.Address) is null =>
                $"Het e-mailadres {offer.Address.Trim()} klopt niet. Spel het nog eens.",
            { Chosen: MessageChannel.Sms, Address: "" } => "Vul een mobiel nummer in. Of kies: niet.",
            { Chosen: MessageChannel.Sms } when Sms(offer.Address) is null =>
                $"Naar {offer.Address.Trim()} kan geen sms. Vul een mobiel nummer in.",
            _ => null,
        };

    /// <summary>Channel and address as they are kept with the promise; both null for none.</summary>
    public static (string? Channel, string? Address) Kept(TellOffer? offer) =>
        offer?.Chosen switch
        {
            MessageChannel.Mail => (MessageChannel.Mail, Mail(offer.Address)),
            MessageChannel.Sms => (MessageChannel.Sms, Sms(offer.Address)),
            MessageChannel.Letter => (MessageChannel.Letter, null),
            _ => (null, null),
        };

    private string Proposed(IReadOnlyList<WrittenWay> known) =>
        known.FirstOrDefault(w => w.Allowed == true && gateway.Has(w.Channel))?.Channel ?? None;

    /// <summary>Where we call, where we know that a text arrives, where the call came from.</summary>
    private static string? Number(DraftCard contact, QuestionDraft question, IReadOnlyList<WrittenWay> known) =>
        new[]
        {
            PhoneNumber.Parse(question.Phone),
            AddressOf(known, MessageChannel.Sms),
            contact.CallerNumber,
        }.FirstOrDefault(PhoneNumber.CanBeTexted);

    private static string? AddressOf(IReadOnlyList<WrittenWay> known, string channel) =>
        known.FirstOrDefault(w => w.Channel == channel)?.Address;

    private static string? Typed(QuestionDraft question, char holds) =>
        question.TellAddress.Contains(holds, StringComparison.Ordinal) ? question.TellAddress : null;

    private static string? Mail(string text) =>
        MailAddress.TryCreate(text.Trim(), out var address) && address.Address == text.Trim() ? address.Address : null;

    private static string? Sms(string text) =>
        PhoneNumber.Parse(text) is { } number && PhoneNumber.CanBeTexted(number) ? number : null;
}
