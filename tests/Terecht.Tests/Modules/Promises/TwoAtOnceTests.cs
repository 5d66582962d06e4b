using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises;

/// <summary>Two programs act on one promise at once: one wins, the other is told who, and no event is lost.</summary>
public sealed class TwoAtOnceTests
{
    private static readonly Chosen Thursday = new Chosen.Part(new LocalDate(2027, 5, 6), Daypart.Afternoon);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("take", "promise.hold")]
    [InlineData("give back", "promise.release")]
    [InlineData("assign", "promise.hold")]
    [InlineData("attempt", "promise.attempt")]
    [InlineData("reached", "promise.end")]
    [InlineData("withdrawn", "promise.end")]
    [InlineData("bounce", "promise.bounce")]
    [InlineData("move", "promise.team")]
    [InlineData("renew", "promise.renew")]
    [InlineData("join", "promise.join")]
    [InlineData("undo", "promise.team")]
    [InlineData("reopen", "promise.reopen")]
    [InlineData("change number", "promise.number_changed")]
    [InlineData("number is right", "promise.number_checked")]
    [InlineData("ask not owed", "promise.not_owed_asked")]
    [InlineData("owed after all", "promise.not_owed_refused")]
    public async Task One_wins_and_the_other_is_told_who_did_what(string act, string type)
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        await using var other = app.Second();
        var made = await Made.InAsync(world);
        var sister = await Made.InAsync(world, about: made.Matter);
        await PrepareAsync(act, world, made);
        app.Clock.Advance(Duration.FromSeconds(1));
        var seq = (await made.RowAsync()).Seq;
        // Only who did it can take it back, but from two screens.
        var second = act == "undo" ? world.Specialist : world.Colleague;
        await using var one = app.Services.CreateAsyncScope();
        await using var two = other.Services.CreateAsyncScope();
        var (first, late) = (
            Act(act, world, made.Id, sister.Id, seq, world.Specialist),
            Act(act, world, made.Id, sister.Id, seq, second)
        );
        (await ActAsync(one.ServiceProvider, first)).ShouldBeOfType<ActResult.Done>();
        (await ActAsync(two.ServiceProvider, late)).ShouldBeOfType<ActResult.Done>();

        await one.ServiceProvider.GetRequiredService<TerechtDb>().SaveChangesAsync(Ct);
        var db = two.ServiceProvider.GetRequiredService<TerechtDb>();
        var collision = await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync(Ct));

        Collided(collision).ShouldBeTrue(collision.ToString());
        db.ChangeTracker.Clear();
        var told = await two.ServiceProvider.GetRequiredService<IPromises>().StaleAsync(late, Ct);
        var stale = told.ShouldBeOfType<ActResult.Stale>();
        (stale.Type, stale.ByStaffId, stale.At).ShouldBe((type, world.Specialist.StaffId, app.Clock.Now()));
        await WithoutGapsAsync(app, made, sister);
    }

    [Fact]
    public async Task That_something_was_added_is_a_fact_for_both()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        await using var other = app.Second();
        var made = await Made.InAsync(world);

        var saved = await Task.WhenAll(
            new[] { app, other }.Select(program =>
                TryAsync(program, new PromiseAct.AddTo(made.Id, 1, world.Specialist.StaffId))
            )
        );

        saved.ShouldAllBe(id => id != null);
        (await made.EventsAsync()).Count(type => type == PromiseAddedTo.Type).ShouldBe(2);
    }

    [Fact]
    public async Task Each_joined_into_the_other_at_once_is_one_join()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        await using var other = app.Second();
        foreach (var _ in Enumerable.Range(1, 10))
        {
            var made = await Made.InAsync(world);
            var sister = await Made.InAsync(world, about: made.Matter);
            var who = world.Specialist;

            var saved = await Task.WhenAll(
                TryAsync(app, new PromiseAct.Join(made.Id, 1, who.StaffId, sister.Id)),
                TryAsync(other, new PromiseAct.Join(sister.Id, 1, who.StaffId, made.Id))
            );

            saved.Count(id => id is not null).ShouldBe(1);
            new[] { (await made.RowAsync()).IsOpen, (await sister.RowAsync()).IsOpen }.Count(o => o).ShouldBe(1);
            await WithoutGapsAsync(app, made, sister);
        }
    }

    [Fact]
    public async Task Eight_who_do_what_comes_to_mind_lose_no_event_and_leave_no_gap()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        await using var other = app.Second();
        var made = await Made.InAsync(world);
        var sister = await Made.InAsync(world, about: made.Matter);
        string[] acts = ["take", "give back", "attempt", "withdrawn", "bounce", "move", "renew", "reopen", "told"];

        var saved = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async worker =>
                {
                    var program = worker % 2 == 0 ? app : other;
                    var mine = new List<Guid>();
                    for (var turn = 0; turn < 40; turn++)
                    {
                        var seq = (await made.RowAsync()).Seq;
                        var act = Act(
                            acts[(worker + turn) % acts.Length],
                            world,
                            made.Id,
                            sister.Id,
                            seq,
                            world.Specialist
                        );
                        if (await TryAsync(program, act) is { } eventId)
                        {
                            mine.Add(eventId);
                        }
                    }
                    return mine;
                })
        );

        var all = saved.SelectMany(ids => ids).ToList();
        all.Count.ShouldBeGreaterThan(20);
        var stored = await app.InDbAsync(db =>
            db.Set<EventRow>().Where(e => e.StreamId == made.Id).Select(e => e.Id).ToListAsync(Ct)
        );
        all.Except(stored).ShouldBeEmpty();
        await WithoutGapsAsync(app, made, sister);
    }

    [Fact]
    public async Task Two_who_wait_for_each_other_are_one_who_wins_and_one_who_collides()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        await using var other = app.Second();
        var made = await Made.InAsync(world);
        var sister = await Made.InAsync(world, about: made.Matter);
        var bothHold = new Barrier();

        var saved = await Task.WhenAll(
            HoldsThenAsks(app, made.Id, sister.Id),
            HoldsThenAsks(other, sister.Id, made.Id)
        );

        saved.Count(done => done).ShouldBe(1);

        Task<bool> HoldsThenAsks(App program, Guid mine, Guid yours) =>
            program.InScopeAsync(async services =>
            {
                var db = services.GetRequiredService<TerechtDb>();
                await using var transaction = await db.Database.BeginTransactionAsync(Ct);
                (await db.Set<Promise>().SingleAsync(p => p.Id == yours, Ct)).Subject = "van mij";
                await db.Database.ExecuteSqlAsync(
                    $"update promises.promise set subject = 'ook van mij' where id = {mine}",
                    Ct
                );
                await bothHold.ReachAsync();
                try
                {
                    await db.SaveChangesAsync(Ct);
                    await transaction.CommitAsync(Ct);
                    return true;
                }
                catch (DbUpdateConcurrencyException)
                {
                    return false;
                }
            });
    }

    /// <summary>Lets two go on once both are here.</summary>
    private sealed class Barrier
    {
        private readonly TaskCompletionSource _both = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _here;

        public Task ReachAsync()
        {
            if (Interlocked.Increment(ref _here) == 2)
            {
                _both.SetResult();
            }
            return _both.Task.WaitAsync(Ct);
        }
    }

    private static async Task PrepareAsync(string act, World world, Made made)
    {
        ActResult? done = act switch
        {
            "give back" => await made.TakeAsync(world.Specialist),
            "undo" => await made.BounceAsync(world.Income),
            "reopen" => await made.EndAsync(PromiseEnd.Withdrawn),
            "number is right" => await made.ActAsync(
                (id, seq, staff) => Act("change number", world, id, id, seq, world.Specialist)
            ),
            "owed after all" => await made.ActAsync(
                (id, seq, staff) => Act("ask not owed", world, id, id, seq, world.Specialist)
            ),
            _ => null,
        };
        (done is null or ActResult.Done).ShouldBeTrue();
    }

    private static PromiseAct Act(string act, World world, Guid id, Guid sister, int seq, Person who)
    {
        var (staff, now) = (who.StaffId, world.App.Clock.Now());
        return act switch
        {
            "take" => new PromiseAct.Take(id, seq, staff),
            "give back" => new PromiseAct.GiveBack(id, seq, staff),
            "assign" => new PromiseAct.Assign(id, seq, staff, world.Colleague.StaffId),
            "attempt" => new PromiseAct.Attempt(id, seq, staff, AttemptOutcome.NoAnswer, now, "+31612345678", ""),
            "reached" => new PromiseAct.End(id, seq, staff, PromiseEnd.Reached, null, now, ""),
            "withdrawn" => new PromiseAct.End(id, seq, staff, PromiseEnd.Withdrawn, null, now, ""),
            "bounce" => new PromiseAct.Bounce(id, seq, staff, world.Income, BounceReason.OtherTeam, ""),
            "move" => new PromiseAct.Move(id, seq, staff, world.Regie, MoveReason.Wrong),
            "renew" => new PromiseAct.Renew(id, seq, staff, Thursday, WishedBy.Us, RenewReason.Busy),
            "join" => new PromiseAct.Join(id, seq, staff, sister),
            "undo" => new PromiseAct.Undo(id, seq, staff),
            "reopen" => new PromiseAct.Reopen(id, seq, staff, ReopenReason.Asked),
            "told" => new PromiseAct.Told(id, staff, "phone", ToldAbout.Late),
            // Two citizens' wishes, so two different numbers.
            "change number" => new PromiseAct.ChangeNumber(
                id,
                seq,
                staff,
                who == world.Specialist ? "+31687654321" : "+31611111111",
                Unchecked: true
            ),
            "number is right" => new PromiseAct.NumberIsRight(id, seq, staff) { Phone = "+31687654321" },
            "ask not owed" => new PromiseAct.AskNotOwed(id, seq, staff, NotOwedReason.Double),
            _ => new PromiseAct.RefuseNotOwed(id, seq, staff),
        };
    }

    private static Task<ActResult> ActAsync(IServiceProvider services, PromiseAct act)
    {
        services.GetRequiredService<Actor>().IsStaff(act.StaffId);
        return services.GetRequiredService<IPromises>().ActAsync(act, Ct);
    }

    /// <summary>The event that was saved; null when a rule said no, or somebody was faster.</summary>
    private static Task<Guid?> TryAsync(App program, PromiseAct act) =>
        program.InScopeAsync(async services =>
        {
            if (await ActAsync(services, act) is not ActResult.Done done)
            {
                return (Guid?)null;
            }
            try
            {
                await services.GetRequiredService<TerechtDb>().SaveChangesAsync(Ct);
                return done.EventId;
            }
            catch (DbUpdateException e) when (Collided(e))
            {
                return null;
            }
        });

    private static bool Collided(DbUpdateException e) =>
        e is DbUpdateConcurrencyException
        || e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    private static async Task WithoutGapsAsync(App app, params Made[] all)
    {
        foreach (var made in all)
        {
            var seqs = await app.InDbAsync(db =>
                db.Set<EventRow>()
                    .Where(e => e.StreamId == made.Id && e.Seq != null)
                    .OrderBy(e => e.Seq)
                    .Select(e => e.Seq!.Value)
                    .ToListAsync(Ct)
            );
            seqs.ShouldBe(Enumerable.Range(1, seqs.Count));
            (await made.RowAsync()).Seq.ShouldBe(seqs.Count);
        }
    }
}
