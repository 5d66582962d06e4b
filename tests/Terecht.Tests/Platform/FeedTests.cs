using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Feed;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Platform;

/// <summary>The numbered feed: a reader that asks for "more than the highest I saw" misses nothing.</summary>
public sealed class FeedTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>
    /// Why there is a sequencer. An identity number is given when a row is written and seen when it is committed: who reads by
    /// it misses the transaction that began first and ended last.
    /// </summary>
    [Fact]
    public async Task A_reader_by_identity_misses_what_commits_late()
    {
        await using var database = await Scratch.CreateAsync();
        var seen = new List<long>();

        await LateCommitAsync(
            database,
            async () =>
                seen.AddRange(
                    await database.ListAsync<long>(
                        $"select position from platform.feed_waiting where position > {seen.LastOrDefault()} order by position"
                    )
                )
        );

        (await database.ListAsync<long>("select position from platform.feed_waiting order by 1")).ShouldBe([1, 2]);
        seen.ShouldBe([2]);
    }

    [Fact]
    public async Task A_reader_of_the_feed_misses_nothing_that_commits_late()
    {
        await using var database = await Scratch.CreateAsync();
        await using var sequencer = database.Sequencer();
        var reader = new FeedReader(database.Source);
        var seen = new List<FeedEntry>();

        await LateCommitAsync(
            database,
            async () =>
            {
                await sequencer.RunOnceAsync(Ct);
                seen.AddRange(await reader.AfterAsync(seen.LastOrDefault()?.No ?? 0, null, Ct));
            }
        );

        seen.Select(e => e.No).ShouldBe([1, 2]);
        seen.Select(e => e.Type).ShouldBe(["second", "first"]);
        (await reader.HeadAsync(Ct)).ShouldBe(2);
    }

    [Fact]
    public async Task A_reader_by_topic_gets_its_own_rows_in_order()
    {
        await using var database = await Scratch.CreateAsync();
        await using var sequencer = database.Sequencer();
        var reader = new FeedReader(database.Source);
        foreach (var topics in new[] { "{team:1}", "{team:2,matter:1}", "{team:1,matter:1}", "{settings}" })
        {
            await database.ExecuteAsync(Waiting("a", topics));
        }
        await sequencer.RunOnceAsync(Ct);

        (await reader.AfterAsync(0, ["team:1"], Ct)).Select(e => e.No).ShouldBe([1, 3]);
        (await reader.AfterAsync(1, ["team:1", "matter:1"], Ct)).Select(e => e.No).ShouldBe([2, 3]);
        (await reader.AfterAsync(4, null, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task When_the_holder_dies_another_goes_on_where_it_stopped()
    {
        await using var database = await Scratch.CreateAsync();
        await using var holder = database.Sequencer();
        await using var other = database.Sequencer();
        await database.ExecuteAsync(Waiting("a"));
        var reader = new FeedReader(database.Source);
        await holder.RunOnceAsync(Ct);
        await database.ExecuteAsync(Waiting("b"));
        await other.RunOnceAsync(Ct);
        (await reader.HeadAsync(Ct)).ShouldBe(1, "one at a time numbers");

        await database.ListAsync<bool>(
            "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())"
        );
        await Should.ThrowAsync<NpgsqlException>(() => holder.RunOnceAsync(Ct));
        await Eventually.ThatAsync(
            "the other numbers",
            async () =>
            {
                await other.RunOnceAsync(Ct);
                return await reader.HeadAsync(Ct) == 2;
            }
        );
        await database.ExecuteAsync(Waiting("c"));
        await holder.RunOnceAsync(Ct);
        (await reader.HeadAsync(Ct)).ShouldBe(2, "the first is a guest now");
        await other.RunOnceAsync(Ct);

        var entries = await reader.AfterAsync(0, null, Ct);
        entries.Select(e => (e.No, e.Type)).ShouldBe([(1, "a"), (2, "b"), (3, "c")]);
    }

    [Fact]
    public async Task Nothing_is_lost_while_many_write_and_some_roll_back()
    {
        const int writers = 8;
        const int each = 250;
        await using var app = await App.StartAsync();
        await using var second = app.Second();
        var reader = second.Services.GetRequiredService<FeedReader>();
        var committed = new ConcurrentDictionary<Guid, Happened>();
        var writing = Task.WhenAll(
            Enumerable
                .Range(1, writers)
                .Select(writer =>
                    Task.Run(() => WriteAsync(writer % 2 == 0 ? app : second, writer, each, committed), Ct)
                )
        );

        var seen = new List<FeedEntry>();
        await Eventually.ThatAsync(
            "every committed event is in the feed",
            async () =>
            {
                var done = writing.IsCompleted;
                seen.AddRange(await reader.AfterAsync(seen.LastOrDefault()?.No ?? 0, null, Ct));
                return done && seen.Count >= committed.Count;
            }
        );
        await writing;

        committed.Count.ShouldBe(writers * each * 98 / 100);
        seen.Select(e => e.No).ShouldBe(Enumerable.Range(1, committed.Count).Select(n => (long)n));
        seen.Select(e => e.EventId).ToHashSet().SetEquals(committed.Keys).ShouldBeTrue();
        foreach (var mine in seen.Select(e => committed[e.EventId]).GroupBy(h => h.Writer))
        {
            mine.Select(h => h.No).ShouldBeInOrder();
        }
    }

    [Fact]
    public async Task The_listener_goes_on_after_its_connection_was_cut()
    {
        await using var app = await App.StartAsync();
        var heard = new ConcurrentQueue<Guid>();
        app.Services.GetRequiredService<FeedSignal>()
            .OnEntries(
                (entries, _) =>
                {
                    entries.ToList().ForEach(e => heard.Enqueue(e.EventId));
                    return Task.CompletedTask;
                }
            );
        await Eventually.ThatAsync(
            "it listens",
            async () =>
            {
                await RecordAsync(app);
                return !heard.IsEmpty;
            }
        );

        await app.InDbAsync(db =>
            db.Database.SqlQuery<bool>(
                    $"""
                    select pg_terminate_backend(pid) as "Value" from pg_stat_activity
                    where datname = current_database() and query like 'listen%'
                    """
                )
                .ToListAsync(Ct)
        );
        var after = await RecordAsync(app);

        await Eventually.ThatAsync("the second is heard", () => heard.Contains(after));
        using var client = app.CreateClient();
        await Eventually.ThatAsync(
            "the program says it is ready again",
            async () => (await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Ct)).IsSuccessStatusCode
        );
        heard.Distinct().Count().ShouldBe(heard.Count);
    }

    /// <summary>A page may read settings before this process listens; what changed in between would never be heard.</summary>
    [Fact]
    public async Task What_was_read_before_listening_is_forgotten_when_it_begins()
    {
        await using var database = await Scratch.CreateAsync();
        await using var sequencer = database.Sequencer();
        var signal = new FeedSignal();
        var read = 0;
        var snapshot = new Snapshot<object>(signal, _ => Task.FromResult<object>(++read));
        await snapshot.GetAsync(Ct);
        await database.ExecuteAsync(Waiting("settings.changed", "{settings}"));
        await sequencer.RunOnceAsync(Ct);

        await using var listener = database.Listener(signal);
        await listener.RunOnceAsync(Ct);

        (await snapshot.GetAsync(Ct)).ShouldBe(2);
    }

    [Fact]
    public async Task A_listener_that_fails_keeps_nobody_else_from_hearing()
    {
        var signal = new FeedSignal();
        var heard = 0;
        signal.OnEntries((_, _) => throw new InvalidOperationException());
        signal.OnEntries(
            (_, _) =>
            {
                heard++;
                return Task.CompletedTask;
            }
        );

        await Should.ThrowAsync<InvalidOperationException>(() => signal.RaiseAsync([], Ct));

        heard.ShouldBe(1);
    }

    /// <summary>Two transactions: the first takes its number first and commits last. Reads after each commit.</summary>
    private static async Task LateCommitAsync(Scratch database, Func<Task> readAsync)
    {
        await using var first = await database.Source.OpenConnectionAsync(Ct);
        await using var open = await first.BeginTransactionAsync(Ct);
        await using (var command = new NpgsqlCommand(Waiting("first"), first, open))
        {
            await command.ExecuteNonQueryAsync(Ct);
        }
        await database.ExecuteAsync(Waiting("second"));
        await readAsync();
        await open.CommitAsync(Ct);
        await readAsync();
    }

    private static string Waiting(string type, string topics = "{all}") =>
        $"insert into platform.feed_waiting (event_id, type, topics) values (gen_random_uuid(), '{type}', '{topics}')";

    private static async Task WriteAsync(App app, int writer, int each, ConcurrentDictionary<Guid, Happened> committed)
    {
        var thing = app.Clock.NewId();
        for (var no = 1; no <= each; no++)
        {
            var happened = new Happened(thing, writer, no);
            await app.InScopeAsync(async services =>
            {
                var db = services.GetRequiredService<TerechtDb>();
                await using var transaction = await db.Database.BeginTransactionAsync(Ct);
                var id = services.GetRequiredService<EventLog>().Record(happened);
                await db.SaveChangesAsync(Ct);
                if (happened.No % 50 == 7)
                {
                    await transaction.RollbackAsync(Ct);
                    return;
                }
                await transaction.CommitAsync(Ct);
                committed[id] = happened;
            });
        }
    }

    private static Task<Guid> RecordAsync(App app) =>
        app.InScopeAsync(async services =>
        {
            var id = services.GetRequiredService<EventLog>().Record(new Happened(app.Clock.NewId()));
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync(Ct);
            return id;
        });
}
