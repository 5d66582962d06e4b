using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Terecht.Tests.Testing;

/// <summary>A real SMTP server on a free port of this machine. Keeps what it accepted, and fails in the ways that servers do.</summary>
internal sealed class MailServer : MessageStore, IMailboxFilter, IAsyncDisposable
{
    private readonly ConcurrentQueue<MimeMessage> _accepted = new();
    private CancellationTokenSource _ends = new();
    private Task _serving = Task.CompletedTask;

    private MailServer() { }

    public int Port { get; } = FreePort();

    /// <summary>In the order in which they came; what came twice is there twice.</summary>
    public IReadOnlyList<MimeMessage> Accepted => [.. _accepted];

    /// <summary>Addresses to which it says no: 550.</summary>
    public ConcurrentDictionary<string, SmtpReplyCode> Refuses { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many of the next messages it accepts and keeps, after which the line breaks before its reply.</summary>
    public int DropsReplies { get; set; }

    /// <summary>Called when a message was kept, before the reply goes out.</summary>
    public Action<MimeMessage>? OnAccepted { get; set; }

    public static MailServer Start()
    {
        var server = new MailServer();
        server.Up();
        return server;
    }

    public Dictionary<string, string?> Settings =>
        new()
        {
            ["PublicUrl"] = "https://terecht.example",
            ["Smtp:Host"] = "127.0.0.1",
            ["Smtp:Port"] = $"{Port}",
            ["Smtp:Tls"] = "none",
            ["Smtp:From"] = "niet-antwoorden@maasdrecht.example",
        };

    public void Up()
    {
        var services = new ServiceProvider();
        services.Add((IMessageStore)this);
        services.Add((IMailboxFilter)this);
        _ends = new CancellationTokenSource();
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)))
            .Build();
        _serving = new SmtpServer.SmtpServer(options, services).StartAsync(_ends.Token);
    }

    public async Task DownAsync()
    {
        await _ends.CancelAsync();
        try
        {
            await _serving;
        }
        catch (OperationCanceledException)
        {
            // As asked.
        }
        _ends.Dispose();
    }

    public override Task<SmtpResponse> SaveAsync(
        ISessionContext context,
        IMessageTransaction transaction,
        ReadOnlySequence<byte> buffer,
        CancellationToken cancellationToken
    )
    {
        using var bytes = new MemoryStream(buffer.ToArray());
        var message = MimeMessage.Load(bytes, cancellationToken);
        _accepted.Enqueue(message);
        OnAccepted?.Invoke(message);
        if (DropsReplies > 0)
        {
            DropsReplies--;
            // Quits without having said a word about this message.
            context.Pipe.Output.Complete();
            throw new IOException("The line broke.");
        }
        return Task.FromResult(SmtpResponse.Ok);
    }

    public Task<bool> CanAcceptFromAsync(
        ISessionContext context,
        IMailbox from,
        int size,
        CancellationToken cancellationToken
    ) => Task.FromResult(true);

    public Task<bool> CanDeliverToAsync(
        ISessionContext context,
        IMailbox to,
        IMailbox from,
        CancellationToken cancellationToken
    ) =>
        Refuses.TryGetValue(to.AsAddress(), out var code)
            ? throw new SmtpResponseException(new SmtpResponse(code, "no"))
            : Task.FromResult(true);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync() => await DownAsync();
}
