using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Terecht.Platform.Data;

namespace Terecht.Tests.Faults;

/// <summary>The program as it runs in the world: a process of its own, that can be killed.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();

    private RunningProgram(ProcessStartInfo how)
    {
        _process = new Process { StartInfo = how };
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <param name="clock">Where its clock begins and how fast it runs, such as 2027-05-03T10:46,1x.</param>
    /// <param name="settings">What it is told beside that, such as where mail goes.</param>
    public static RunningProgram Start(
        string database,
        Uri address,
        string clock,
        IEnumerable<KeyValuePair<string, string?>>? settings = null
    )
    {
        var runtime = RuntimeEnvironment.GetRuntimeDirectory();
        var how = new ProcessStartInfo(Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "dotnet")))
        {
            ArgumentList = { typeof(TerechtDb).Assembly.Location, "web" },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        how.Environment["TERECHT_DATABASE"] = database;
        how.Environment["TERECHT_URLS"] = address.GetLeftPart(UriPartial.Authority);
        how.Environment["TERECHT_DEMO"] = "true";
        how.Environment["TERECHT_CLOCK"] = clock;
        foreach (var (name, value) in settings ?? [])
        {
            how.Environment[$"TERECHT_{name.Replace(":", "__", StringComparison.Ordinal)}"] = value;
        }
        // It lives for seconds: measuring itself to run faster later is wasted on it.
        how.Environment["DOTNET_TieredPGO"] = "0";
        return new RunningProgram(how);
    }

    /// <summary>An address where nobody listens, below the numbers that the system hands out by itself: it must be free each time.</summary>
    public static Uri FreeAddress(Random chance)
    {
        while (true)
        {
            var port = chance.Next(20_000, 30_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return new Uri($"http://127.0.0.1:{port}");
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }

    /// <summary>At once, wherever it is. Fails when it had ended by itself.</summary>
    public void Kill()
    {
        _process.HasExited.ShouldBeFalse(string.Join('\n', _said));
        _process.Kill();
        _process.WaitForExit();
        _process.ExitCode.ShouldBe(128 + 9, string.Join('\n', _said));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
        _process.Dispose();
    }
}
