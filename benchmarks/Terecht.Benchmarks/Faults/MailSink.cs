using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Terecht.Benchmarks.Faults;

/// <summary>The least that is an SMTP server: takes everything, and counts how often it took which Message-ID.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private const string IdHeader = "Message-Id:";
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<string, int> _taken = new(StringComparer.Ordinal);
    private readonly Task _listening;

    public MailSink()
    {
        _listener.Start();
        _listening = ListenAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Message-IDs, and how often each came.</summary>
    public IReadOnlyDictionary<string, int> Taken => _taken;

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                _ = TalkAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It was stopped.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using var from = client;
            from.NoDelay = true;
            await using var stream = from.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 sink");
            while (await reader.ReadLineAsync() is { } line)
            {
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                if (verb == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    if (await ReadMailAsync(reader) is not { } id)
                    {
                        return;
                    }
                    _taken.AddOrUpdate(id, 1, (_, times) => times + 1);
                }
                await writer.WriteLineAsync(verb == "QUIT" ? "221 bye" : "250 ok");
            }
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The other side was killed.
        }
    }

    /// <summary>Its Message-ID; null when it broke off before its end.</summary>
    private static async Task<string?> ReadMailAsync(StreamReader reader)
    {
        var id = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == ".")
            {
                return id;
            }
            if (id.Length == 0 && line.StartsWith(IdHeader, StringComparison.OrdinalIgnoreCase))
            {
                id = line[IdHeader.Length..].Trim().Trim('<', '>');
            }
        }
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _listening;
    }
}
