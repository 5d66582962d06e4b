namespace Terecht.Platform.Messages;

/// <summary>The one way out for messages to people. A channel that is not set up does not exist.</summary>
internal interface IMessageGateway
{
    bool Has(string channel);

    /// <summary>Hands over one message.</summary>
    /// <exception cref="GatewayAwayException">Nothing can be sent by this channel now. The message may or may not have arrived.</exception>
    Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken ct);

    /// <summary>What the gateway knows of a message by our id; null when it does not have it, or cannot be asked (SMTP).</summary>
    /// <exception cref="GatewayAwayException">It cannot be asked now.</exception>
    Task<Delivery?> FindAsync(string channel, Guid id, CancellationToken ct);
}

/// <summary>One provider behind one or more channels.</summary>
internal interface IMessageProvider : IMessageGateway;

/// <summary>Sends each message by the first provider that has its channel.</summary>
internal sealed class MessageGateway(IEnumerable<IMessageProvider> providers) : IMessageGateway
{
    private readonly IMessageProvider[] _providers = [.. providers];

    public bool Has(string channel) => Array.Exists(_providers, p => p.Has(channel));

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken ct) =>
        Of(message.Channel).SendAsync(message, ct);

    public Task<Delivery?> FindAsync(string channel, Guid id, CancellationToken ct) =>
        Of(channel).FindAsync(channel, id, ct);

    private IMessageProvider Of(string channel) =>
        Array.Find(_providers, p => p.Has(channel)) ?? throw new GatewayAwayException("not_set_up");
}
