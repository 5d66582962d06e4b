using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Terecht.Platform.Data;

namespace Terecht.Benchmarks.Faults;

/// <summary>The program as it runs in the world, from a start to a SIGKILL.</summary>
internal sealed class Life : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();

    private Life(ProcessStartInfo how)
    {
        _process = new Process { StartInfo = how };
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <param name="clock">Such as 2027-05-03T10:46,240x.</param>
    public static Life Begin(string database, string clock, int mailPort)
    {
        var dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");
        var how = new ProcessStartInfo(Path.GetFullPath(dotnet))
        {
            ArgumentList = { typeof(TerechtDb).Assembly.Location, "web" },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        how.Environment["TERECHT_DATABASE"] = database;
        how.Environment["TERECHT_URLS"] = "http://127.0.0.1:0";
        how.Environment["TERECHT_CLOCK"] = clock;
        how.Environment["TERECHT_PUBLICURL"] = "https://terecht.example";
        how.Environment["TERECHT_SMTP__HOST"] = "127.0.0.1";
        how.Environment["TERECHT_SMTP__PORT"] = FormattableString.Invariant($"{mailPort}");
        how.Environment["TERECHT_SMTP__TLS"] = "none";
        how.Environment["TERECHT_SMTP__FROM"] = "niet-antwoorden@maasdrecht.example";
        return new Life(how);
    }

    /// <summary>At once, wherever it is. It must not have ended by itself.</summary>
    public void End()
    {
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"The program ended by itself:\n{string.Join('\n', _said)}");
        }
        _process.Kill();
        _process.WaitForExit();
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
