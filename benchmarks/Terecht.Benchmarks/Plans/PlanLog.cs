using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Terecht.Benchmarks.Plans;

/// <summary>
/// Catches the plan of every statement that the program sends, as it was really run: PostgreSQL's auto_explain tells it as a
/// notice, and the driver logs notices.
/// </summary>
internal sealed class PlanLog : ILoggerProvider, ILogger
{
    private const string Category = "Npgsql.Connection";
    private readonly ConcurrentQueue<string> _notices = new();

    /// <summary>The connection with which every statement explains itself. Asks for a superuser.</summary>
    public static string Explaining(string connection) =>
        new NpgsqlConnectionStringBuilder(connection)
        {
            Options =
                "-c session_preload_libraries=auto_explain -c client_min_messages=log -c auto_explain.log_min_duration=0 "
                + "-c auto_explain.log_analyze=on -c auto_explain.log_buffers=on -c log_min_messages=error",
        }.ConnectionString;

    public void Configure(ILoggingBuilder logging) =>
        logging.AddProvider(this).AddFilter<PlanLog>(Category, LogLevel.Debug);

    public IReadOnlyList<SeenPlan> Take()
    {
        var plans = new List<SeenPlan>();
        while (_notices.TryDequeue(out var notice))
        {
            if (SeenPlan.Parse(notice) is { } plan)
            {
                plans.Add(plan);
            }
        }
        return plans;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        var text = formatter(state, exception);
        if (text.Contains("Query Text:", StringComparison.Ordinal))
        {
            _notices.Enqueue(text);
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose() { }
}
