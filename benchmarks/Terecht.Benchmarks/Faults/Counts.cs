using System.Globalization;
using Npgsql;
using Terecht.Benchmarks.Load;
using Terecht.Benchmarks.Measure;

namespace Terecht.Benchmarks.Faults;

/// <summary>Counts, in the rows themselves, what was due, what is not there, and what is there more than once.</summary>
internal static class Counts
{
    private const string Calls = """
        select m.promise_id::text || ' ' || replace(m.code, 'late', 'progress') from citizens.message m
        where m.state = 'refused' and m.why = 'too_late'
          and exists (select from platform.event e where e.stream_id = m.promise_id and e.type = 'promise.untold')
        """;

    /// <param name="made">The promises, as who made them was told.</param>
    /// <param name="taken">Message-IDs at the mail server, and how often each came.</param>
    public static async Task AddAsync(
        Report report,
        NpgsqlDataSource source,
        IReadOnlyList<Guid> made,
        IReadOnlyDictionary<string, int> taken
    )
    {
        async Task<HashSet<string>> AddOneOfEachAsync(string what, IEnumerable<string> due, string sql)
        {
            var found = await ReadAsync(source, sql);
            var once = found.ToHashSet(StringComparer.Ordinal);
            report.Add(what, found.Count, due.Count(d => !once.Contains(d)), found.Count - once.Count);
            return once;
        }

        var promises = made.Select(p => $"{p}").ToList();
        var steps = promises.SelectMany(p => Enumerable.Range(0, FastTown.Steps).Select(s => $"{p} {s}")).ToList();
        var messages = promises.SelectMany(p => new[] { $"{p} made", $"{p} progress" }).ToList();
        await AddOneOfEachAsync("promises", promises, "select id::text from promises.promise");
        report.Add("steps due", steps.Count);
        await AddOneOfEachAsync("reminders", steps, "select promise_id::text || ' ' || step from promises.reminder");
        await AddOneOfEachAsync("their events", steps, Events("promise.reminded", "step"));
        await AddOneOfEachAsync("moments that passed", promises, Events("promise.moment_passed", null));
        report.Add("messages due", messages.Count);
        var calls = await ReadAsync(source, Calls);
        var toSend = messages.Except(calls).ToList();
        await AddOneOfEachAsync("messages sent", toSend, Messages($"promise_id::text || ' ' || {OneOf("code")}"));
        await AddOneOfEachAsync("told in the history", toSend, Events("promise.told", "what"));
        report.Add("calls for Regie instead, because 20 hours passed", calls.Count);
        var ids = await ReadAsync(source, Messages("replace(id::text, '-', '') || '@maasdrecht.example'"));
        report.Add("messages at the mail server, by Message-ID", taken.Count, ids.Count(id => !taken.ContainsKey(id)));
        await AddOneOfEachAsync(
            "events that belong in the feed",
            await ReadAsync(
                source,
                "select id::text from platform.event where type in (select type from platform.feed)"
            ),
            "select event_id::text from platform.feed"
        );
        await AddOneOfEachAsync(
            "work of the outbox that was done",
            await ReadAsync(source, "select event_id::text || ' ' || kind from platform.outbox"),
            "select event_id::text || ' ' || kind from platform.outbox where done_at is not null"
        );
        report.Note(
            "came once more at the mail server, as the same Message-ID",
            (taken.Values.Sum() - taken.Count).ToString(CultureInfo.InvariantCulture)
        );
    }

    private static string Events(string type, string? field) =>
        $"select stream_id::text{(field is null ? "" : $" || ' ' || {OneOf($"data ->> '{field}'")}")} from platform.event where type = '{type}'";

    /// <summary>Called for when the moment had passed already, the progress message says that we are late.</summary>
    private static string OneOf(string code) => $"replace({code}, 'late', 'progress')";

    private static string Messages(string what) => $"select {what} from citizens.message where state = 'sent'";

    private static async Task<List<string>> ReadAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }
        return rows;
    }
}
