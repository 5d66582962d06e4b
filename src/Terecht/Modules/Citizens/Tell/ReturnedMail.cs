using MimeKit;

namespace Terecht.Modules.Citizens.Tell;

/// <summary>What a mail server says of a mail that it could not deliver, in the form of RFC 3464.</summary>
/// <param name="MessageId">Ours, from the mail that came back.</param>
/// <param name="Code">Such as <c>dsn_5.1.1</c>; without words or addresses.</param>
internal sealed record ReturnedMail(Guid MessageId, string Code)
{
    /// <returns>Null when this is no such report, when it is only late, or when the mail was not ours.</returns>
    public static async Task<ReturnedMail?> ReadAsync(Stream mail, CancellationToken ct)
    {
        MimeMessage message;
        try
        {
            message = await MimeMessage.LoadAsync(mail, ct);
        }
        catch (FormatException)
        {
            return null;
        }
        var failed = message
            .BodyParts.OfType<MessageDeliveryStatus>()
            .SelectMany(status => status.StatusGroups)
            .FirstOrDefault(group =>
                group["Action"]?.Trim().Equals("failed", StringComparison.OrdinalIgnoreCase) == true
            );
        return failed is not null && OursOf(message) is { } id ? new ReturnedMail(id, CodeOf(failed["Status"])) : null;
    }

    /// <summary>The returned mail is there whole, or only its headers.</summary>
    private static Guid? OursOf(MimeMessage report)
    {
        foreach (var part in report.BodyParts)
        {
            var id = part switch
            {
                MessagePart { Message: { } whole } => whole.MessageId,
                TextPart text when text.ContentType.IsMimeType("text", "rfc822-headers") => HeaderOf(text),
                _ => null,
            };
            if (Guid.TryParseExact(id?.Split('@')[0], "N", out var ours))
            {
                return ours;
            }
        }
        return null;
    }

    private static string? HeaderOf(TextPart headers)
    {
        using var text = new MemoryStream();
        headers.Content?.DecodeTo(text);
        text.Position = 0;
        return MimeMessage.Load(text).MessageId;
    }

    /// <summary>"5.1.1" and no more: what stands behind it may hold an address.</summary>
    private static string CodeOf(string? status)
    {
        var code = new string([.. (status ?? "").Trim().TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Take(9)]);
        return code.Length == 0 ? "dsn" : $"dsn_{code}";
    }
}
