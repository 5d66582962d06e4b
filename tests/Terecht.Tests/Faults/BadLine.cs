using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Terecht.Tests.Faults;

/// <summary>
/// A line between a browser and the program that breaks at moments it draws from its seed. One request for each connection:
/// the browser must ask for that.
/// </summary>
internal sealed class BadLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ends = new();
    private readonly ConcurrentBag<Task> _passing = [];
    private readonly Random _chance;
    private readonly Uri _server;
    private readonly Task _listening;
    private int _lostReplies;
    private int _leftAlone;
    private int _cut;

    public BadLine(Uri server, int seed)
    {
        (_server, _chance) = (server, new Random(seed));
        _listener.Start();
        _listening = ListenAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Redirects of the program, so work that is done, that its sender never saw.</summary>
    public int LostReplies => _lostReplies;

    /// <summary>Senders who were cut off while the program was at work for them, and did not notice: their next try meets it there.</summary>
    public int LeftAlone => _leftAlone;

    /// <summary>Requests that the program saw breaking off, somewhere on the way.</summary>
    public int Cut => _cut;

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(_ends.Token);
                // Drawn here, in the order in which they come.
                var (fate, pause) = (_chance.NextDouble(), _chance.Next(12));
                _passing.Add(PassAsync(client, fate, TimeSpan.FromMilliseconds(pause)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task PassAsync(Socket client, double fate, TimeSpan pause)
    {
        using var from = client;
        using var to = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await to.ConnectAsync(IPAddress.Loopback, _server.Port);
        await to.SendAsync(await RequestAsync(from));
        switch (fate)
        {
            case < 0.1:
                await Task.Delay(pause);
                Break(to);
                Break(from);
                Interlocked.Increment(ref _cut);
                return;
            case < 0.25:
                Break(from);
                Interlocked.Increment(ref _leftAlone);
                await ReplyAsync(to);
                return;
            case < 0.55:
                var lost = await ReplyAsync(to);
                Break(from);
                if (Encoding.ASCII.GetString(lost, 0, Math.Min(lost.Length, 12)) == "HTTP/1.1 302")
                {
                    Interlocked.Increment(ref _lostReplies);
                }
                return;
            default:
                await from.SendAsync(await ReplyAsync(to));
                from.Shutdown(SocketShutdown.Both);
                return;
        }
    }

    /// <summary>At once, as a line breaks: without a word to the other side that it is over.</summary>
    private static void Break(Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    private static async Task<byte[]> RequestAsync(Socket from)
    {
        using var read = new MemoryStream();
        var buffer = new byte[16_384];
        while (true)
        {
            if (await from.ReceiveAsync(buffer) is not (> 0 and var count))
            {
                throw new InvalidOperationException("The sender went away before its request was whole.");
            }
            read.Write(buffer, 0, count);
            var text = Encoding.ASCII.GetString(read.ToArray());
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head >= 0 && read.Length >= head + 4 + BodyLength(text[..head]))
            {
                return read.ToArray();
            }
        }
    }

    private static int BodyLength(string head)
    {
        const string name = "Content-Length: ";
        return
            head.Split("\r\n").FirstOrDefault(l => l.StartsWith(name, StringComparison.OrdinalIgnoreCase)) is { } line
            ? int.Parse(line[name.Length..], CultureInfo.InvariantCulture)
            : 0;
    }

    /// <summary>All of it: the program closes when it has said everything.</summary>
    private static async Task<byte[]> ReplyAsync(Socket to)
    {
        using var stream = new NetworkStream(to);
        using var reply = new MemoryStream();
        await stream.CopyToAsync(reply);
        return reply.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        await _ends.CancelAsync();
        _listener.Dispose();
        await _listening;
        await Task.WhenAll(_passing);
        _ends.Dispose();
    }
}
