namespace Terecht.Platform.Messages;

/// <summary>The ways in which something leaves in writing. Codes are stored.</summary>
internal static class MessageChannel
{
    public const string Mail = "mail";
    public const string Sms = "sms";
    public const string Letter = "letter";

    public static readonly IReadOnlyList<string> All = [Sms, Mail, Letter];
}

/// <summary>What leaves the system, to one address, by one channel.</summary>
/// <param name="Id">Ours. The gateway keeps it as its reference, so that it can be asked whether it has the message.</param>
/// <param name="Address">An e-mail address, an E.164 number, or the lines of a postal address.</param>
/// <param name="Subject">Of a mail or a letter; empty for an SMS.</param>
/// <param name="From">The name that a mail shows as its sender.</param>
internal sealed record OutgoingMessage(
    Guid Id,
    string Channel,
    string Address,
    string Subject,
    string Body,
    string Language,
    string From
);

/// <summary>What a gateway said about one message.</summary>
internal abstract record SendResult
{
    private SendResult() { }

    /// <summary>The gateway has it now.</summary>
    internal sealed record Accepted(string ProviderId) : SendResult;

    /// <summary>Never: this address or this text will not do.</summary>
    /// <param name="Code">Such as <c>smtp_550</c>; no words, for those may hold the address.</param>
    internal sealed record Refused(string Code) : SendResult;

    /// <summary>Not now, for this message alone.</summary>
    internal sealed record Later(string Code) : SendResult;
}

/// <summary>What became of a message that a gateway has.</summary>
internal abstract record Delivery
{
    private Delivery() { }

    internal sealed record UnderWay(string ProviderId) : Delivery;

    internal sealed record Delivered(string ProviderId) : Delivery;

    /// <summary>It came back.</summary>
    internal sealed record Failed(string ProviderId, string Code) : Delivery;
}

/// <summary>The gateway cannot be used now, whatever the message: it does not answer, or does not let us in.</summary>
/// <param name="code">Such as <c>no_answer</c> or <c>smtp_535</c>; without words or addresses.</param>
internal sealed class GatewayAwayException(string code, Exception? inner = null) : Exception(code, inner)
{
    public string Code { get; } = code;
}
