namespace Terecht.Platform.Messages;

/// <summary>Where messages go. All of it is described in <c>docs/operations.md</c>.</summary>
/// <param name="PublicUrl">Where citizens find us, such as <c>https://terecht.example</c>. Without it there are no links, so no messages.</param>
internal sealed record MessageSettings(Uri? PublicUrl, SmtpSettings? Smtp, NotifySettings? Notify)
{
    /// <summary>Nobody waits longer than this for a gateway; real time.</summary>
    public TimeSpan TimeOut { get; init; } = TimeSpan.FromSeconds(20);

    public static MessageSettings Read(IConfiguration configuration) =>
        new(
            Address(configuration, "PublicUrl"),
            SmtpSettings.Read(configuration.GetSection("Smtp")),
            NotifySettings.Read(configuration.GetSection("Notify"))
        );

    internal static Uri? Address(IConfiguration configuration, string name) =>
        configuration[name] is not { Length: > 0 } text ? null
        : Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
            ? address
        : throw new InvalidOperationException($"'{text}' is no web address. Write {name} as https://terecht.example.");
}

/// <param name="Tls"><c>required</c>: nothing leaves unencrypted. <c>none</c>: for a relay on the same machine.</param>
/// <param name="From">The address that messages come from.</param>
internal sealed record SmtpSettings(string Host, int Port, string Tls, string? User, string? Password, string From)
{
    public static SmtpSettings? Read(IConfigurationSection section)
    {
        if (section["Host"] is not { Length: > 0 } host)
        {
            return null;
        }
        var tls = section["Tls"] ?? "required";
        if (tls is not ("required" or "none"))
        {
            throw new InvalidOperationException($"Smtp:Tls is '{tls}'. Write required or none.");
        }
        return new SmtpSettings(
            host,
            section.GetValue("Port", 587),
            tls,
            section["User"],
            section["Password"],
            section["From"] is { Length: > 0 } from
                ? from
                : throw new InvalidOperationException(
                    "Smtp:Host is set and Smtp:From is not. Set the address that messages come from."
                )
        );
    }
}

/// <summary>A service with the interface of NotifyNL.</summary>
/// <param name="Templates">For each channel that it may use: the id of its template there, which holds <c>((tekst))</c> (and a mail <c>((onderwerp))</c>).</param>
/// <param name="ReceiptToken">What it shows when it tells of a delivery; without it such calls are refused.</param>
internal sealed record NotifySettings(
    Uri Url,
    string ServiceId,
    string Secret,
    IReadOnlyDictionary<string, string> Templates,
    string? ReceiptToken
)
{
    public static NotifySettings? Read(IConfigurationSection section)
    {
        if (MessageSettings.Address(section, "Url") is not { } url)
        {
            return null;
        }
        var templates = MessageChannel
            .All.Select(c => (Channel: c, Id: section[$"Templates:{c}"]))
            .Where(t => !string.IsNullOrEmpty(t.Id))
            .ToDictionary(t => t.Channel, t => t.Id!, StringComparer.Ordinal);
        return new NotifySettings(
            url,
            section["ServiceId"]
                ?? throw new InvalidOperationException("Notify:Url is set and Notify:ServiceId is not."),
            section["Secret"] ?? throw new InvalidOperationException("Notify:Url is set and Notify:Secret is not."),
            templates,
            section["ReceiptToken"] is { Length: > 0 } token ? token : null
        );
    }
}
