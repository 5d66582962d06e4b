using NodaTime;
using Terecht.Modules.Citizens.Tell;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Messages;
using Terecht.Platform.Time;

namespace Terecht.Modules.Citizens.Templates;

/// <summary>A text as a citizen would get it, on an example.</summary>
internal sealed record MessagePreview(string Subject, string Body, string From, SmsSize? Sms)
{
    /// <summary>As long as a real one: 43 characters.</summary>
    private const string Token = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-voorbe";
    private static readonly Uri Somewhere = new("https://terecht.example/");

    public static MessagePreview Of(
        string channel,
        string language,
        string subject,
        string body,
        MunicipalityCard municipality,
        MessageSettings settings,
        Instant now
    )
    {
        var english = language == "en";
        var values = MessageText.Values(
            language,
            municipality.Name,
            new Uri(settings.PublicUrl ?? Somewhere, (english ? "en/follow/" : "volg/") + Token).ToString(),
            (now.Local().Date.PlusDays(1) + new LocalTime(17, 0)).InAmsterdam(),
            RenewReason.Waiting,
            3,
            now
        );
        var text = MessageText.Fill(body, values);
        return new MessagePreview(
            MessageText.Fill(subject, values),
            text,
            english ? $"Municipality of {municipality.Name}" : $"Gemeente {municipality.Name}",
            channel == MessageChannel.Sms ? SmsLength.Of(text) : null
        );
    }
}
