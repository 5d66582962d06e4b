using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Outbox;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Platform;

/// <summary>What is done after the commit: at least once, and with the row that says so in one transaction, so exactly once.</summary>
public sealed class OutboxTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_programs_do_everything_exactly_once()
    {
        await using var app = await StartAsync(new Behaviour(_ => Task.Delay(2, Ct)));
        await using var second = app.Second();
        var ids = new List<Guid>();
        foreach (var _ in Enumerable.Range(1, 60))
        {
            ids.Add(await RecordAsync(app));
        }

        await Eventually.ThatAsync("all are done", async () => await OpenAsync(app) == 0);

        (await EffectsAsync(app)).Order().ShouldBe(ids.Order());
        (await RowsAsync(app)).ShouldAllBe(r => r.Tries == 0);
    }

    [Fact]
    public async Task What_failed_is_tried_again_later_on_the_real_clock()
    {
        var tries = 0;
        await using var app = await StartAsync(
            new Behaviour(_ =>
                Interlocked.Increment(ref tries) == 1 ? throw new TimeoutException() : Task.CompletedTask
            )
        );
        // Years ahead of the real clock: a try that went by this one would be due at once, or never.
        app.Clock.Set(2031, 1, 1, 12, 0);
        var id = await RecordAsync(app);

        await Eventually.ThatAsync("it failed once", async () => (await RowsAsync(app)).Single().Tries == 1);
        var failed = (await RowsAsync(app)).Single();
        failed.LastError.ShouldBe(nameof(TimeoutException));
        failed.NextTryAt.ShouldBeLessThan(app.Clock.Now() - Duration.FromDays(300));
        await Eventually.ThatAsync("it is done", async () => await OpenAsync(app) == 0);

        tries.ShouldBe(2);
        (await EffectsAsync(app)).ShouldBe([id]);
        (await RowsAsync(app)).Single().DoneAt.ShouldBe(app.Clock.Now());
    }

    [Fact]
    public async Task What_failed_half_way_leaves_nothing_behind()
    {
        await using var app = await StartAsync(
            new Behaviour(_ => throw new InvalidOperationException(), writesFirst: true)
        );
        await RecordAsync(app);

        await Eventually.ThatAsync("it failed", async () => (await RowsAsync(app)).Single().Tries > 0);

        (await EffectsAsync(app)).ShouldBeEmpty();
    }

    /// <summary>A statement that fails spoils the transaction; the savepoint saves the mark that says so.</summary>
    [Fact]
    public async Task A_statement_that_fails_does_not_stop_the_others()
    {
        Guid? bad = null;
        await using var app = await StartAsync(
            new Behaviour((db, id) => id == bad ? db.Database.ExecuteSqlAsync($"select 1 / 0", Ct) : Task.CompletedTask)
        );
        bad = await RecordAsync(app);
        var good = await RecordAsync(app);

        await Eventually.ThatAsync("the other is done", async () => (await EffectsAsync(app)).Contains(good));
        await Eventually.ThatAsync("it failed", async () => (await RowsAsync(app)).Exists(r => r.Tries > 0));
    }

    /// <summary>A reaction's own time-out is a cancellation too; it must count as a failed try like any other.</summary>
    [Fact]
    public async Task A_time_out_counts_as_a_failed_try_and_does_not_stop_the_others()
    {
        Guid? slow = null;
        await using var app = await StartAsync(
            new Behaviour((_, id) => id == slow ? throw new TaskCanceledException() : Task.CompletedTask)
        );
        slow = await RecordAsync(app);
        var good = await RecordAsync(app);

        await Eventually.ThatAsync("the other is done", async () => (await EffectsAsync(app)).Contains(good));
        await Eventually.ThatAsync("it failed", async () => (await RowsAsync(app)).Exists(r => r.Tries > 0));
    }

    [Fact]
    public async Task After_the_last_try_it_waits_for_a_person_and_health_says_so()
    {
        await using var app = await StartAsync(new Behaviour(_ => throw new InvalidOperationException()));
        await RecordAsync(app);
        await Eventually.ThatAsync("it failed once", async () => (await RowsAsync(app)).Single().Tries == 1);

        for (var tries = 2; tries <= 7; tries++)
        {
            var expected = tries;
            await app.InDbAsync(db =>
                db.Database.ExecuteSqlAsync(
                    $"update platform.outbox set next_try_at = created_at - interval '9 years'",
                    Ct
                )
            );
            await Eventually.ThatAsync("it was tried", async () => (await RowsAsync(app)).Single().Tries >= expected);
        }

        (await RowsAsync(app)).Single().StuckAt.ShouldBe(app.Clock.Now());
        using var client = app.CreateClient();
        var health = await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Ct);
        health.ShouldContain("1 rows of the outbox are stuck");
    }

    /// <summary>After an upgrade a reaction may be gone; its rows are not lost, and hold up nothing.</summary>
    [Fact]
    public async Task A_reaction_that_is_not_there_holds_up_nothing()
    {
        await using var app = await StartAsync(new Behaviour(_ => Task.CompletedTask));
        await app.InDbAsync(db =>
            db.Database.ExecuteSqlAsync(
                $"""
                insert into platform.outbox (id, kind, payload, created_at, next_try_at)
                values (gen_random_uuid(), 'Gone.Reaction', jsonb_build_object(), {app.Clock.Now()}, {Instant.MinValue})
                """,
                Ct
            )
        );
        var good = await RecordAsync(app);

        await Eventually.ThatAsync("the other is done", async () => (await EffectsAsync(app)).Contains(good));
        await Eventually.ThatAsync("it failed", async () => (await RowsAsync(app)).Exists(r => r.Tries > 0));
    }

    [Fact]
    public void One_reaction_may_follow_several_types_but_a_name_is_of_one_reaction()
    {
        var reactions = new Reactions([
            new ReactionRegistration("a", "X.One", typeof(Effect)),
            new ReactionRegistration("b", "X.One", typeof(Effect)),
            new ReactionRegistration("b", "X.Two", typeof(OutboxTests)),
        ]);

        reactions.To(new Happened(Guid.Empty)).ShouldBeEmpty();
        reactions.Handler("X.One").ShouldBe(typeof(Effect));
        reactions.Handler("X.Three").ShouldBeNull();
        Should.Throw<ArgumentException>(() =>
            new Reactions([
                new ReactionRegistration("a", "X.One", typeof(Effect)),
                new ReactionRegistration("b", "X.One", typeof(OutboxTests)),
            ])
        );
    }

    [Fact]
    public void Only_the_events_that_ask_for_a_reaction_get_its_row()
    {
        var asking = Id(1);
        var reactions = new Reactions([
            new ReactionRegistration(Happened.Type, "X.One", typeof(Effect)),
            new ReactionRegistration(
                Happened.Type,
                "X.Two",
                typeof(OutboxTests),
                happened => ((Happened)happened).Stream == asking
            ),
        ]);

        reactions.To(new Happened(asking)).ShouldBe(["X.One", "X.Two"]);
        reactions.To(new Happened(Id(2))).ShouldBe(["X.One"]);

        static Guid Id(byte last) => new([.. new byte[15], last]);
    }

    private static async Task<App> StartAsync(Behaviour behaviour)
    {
        var app = await App.StartAsync(services: services =>
        {
            services.AddSingleton(behaviour);
            services.AddReaction<Happened, Effect>();
        });
        await app.InDbAsync(db =>
            db.Database.ExecuteSqlAsync($"create table public.effect (event_id uuid not null)", Ct)
        );
        return app;
    }

    private static Task<Guid> RecordAsync(App app) =>
        app.InScopeAsync(async services =>
        {
            var id = services.GetRequiredService<EventLog>().Record(new Happened(app.Clock.NewId()));
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync(Ct);
            return id;
        });

    private static Task<List<OutboxRow>> RowsAsync(App app) =>
        app.InDbAsync(db => db.Set<OutboxRow>().AsNoTracking().ToListAsync(Ct));

    private static Task<int> OpenAsync(App app) =>
        app.InDbAsync(db => db.Set<OutboxRow>().CountAsync(o => o.DoneAt == null, Ct));

    private static Task<List<Guid>> EffectsAsync(App app) =>
        app.InDbAsync(db =>
            db.Database.SqlQuery<Guid>($"""select event_id as "Value" from public.effect""").ToListAsync(Ct)
        );

    /// <summary>What the reaction of the test does besides leaving its mark.</summary>
    private sealed class Behaviour(Func<TerechtDb, Guid, Task> acts, bool writesFirst = false)
    {
        public Behaviour(Func<Guid, Task> acts, bool writesFirst = false)
            : this((_, id) => acts(id), writesFirst) { }

        public bool WritesFirst => writesFirst;

        public Task ActAsync(TerechtDb db, Guid id) => acts(db, id);
    }

    private sealed class Effect(TerechtDb db, Behaviour behaviour) : IReaction
    {
        public async Task HandleAsync(EventRow happened, CancellationToken ct)
        {
            if (!behaviour.WritesFirst)
            {
                await behaviour.ActAsync(db, happened.Id);
            }
            await db.Database.ExecuteSqlAsync($"insert into public.effect values ({happened.Id})", ct);
            if (behaviour.WritesFirst)
            {
                await behaviour.ActAsync(db, happened.Id);
            }
        }
    }
}
