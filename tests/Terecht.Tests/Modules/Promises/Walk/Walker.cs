using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises.Walk;

/// <summary>
/// Makes promises and does whatever comes to mind with those that live, a round of many to one save. Each promise gets one act a
/// round at most, as each act reads the history that was saved before it.
/// </summary>
internal sealed class Walker(App app, IReadOnlyList<WalkTown> towns, Random random)
{
    private const int Alive = 160;
    private const int ActsPerRound = 100;

    /// <summary>What is done with a promise on average, the making included, for spreading the year.</summary>
    private const int ActsPerPromise = 5;

    private readonly WalkClock _clock = new(app.Clock, random);
    private readonly List<Walked> _alive = [];
    private readonly WalkActs _acts = new(app.Clock, random);
    private int _made;
    private int _steps;

    /// <summary>How often each act was done, and refused.</summary>
    public SortedDictionary<string, (int Done, int Not)> Counts { get; } = new(StringComparer.Ordinal);

    /// <param name="half">Called once, when half of them were made.</param>
    public async Task WalkAsync(int promises, Func<Task> half)
    {
        _clock.Start();
        var told = false;
        while (_made < promises)
        {
            if (random.Next(4) == 0)
            {
                await towns[random.Next(towns.Count)].HappenAsync();
            }
            await RoundAsync(promises);
            if (_made > promises / 2 && !told)
            {
                told = true;
                await half();
                app.Clock.Advance(Duration.FromSeconds(1));
            }
        }
    }

    private Task RoundAsync(int promises) =>
        app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TerechtDb>();
            await LookAsync(db);
            var room = Math.Min(Alive - _alive.Count, promises - _made);
            var (now, busy) = (_alive.ToArray(), new HashSet<Guid>());
            random.Shuffle(now);
            _clock.Pace = random.Next(2) == 0 ? WalkPace.Seconds : WalkPace.Hours;
            var turns = now.Take(ActsPerRound).ToList();
            var ids = turns.ConvertAll(w => w.Id);
            await db.Set<Promise>().Where(p => ids.Contains(p.Id)).LoadAsync();
            foreach (var one in turns)
            {
                Step(promises);
                await ActAsync(services, one, busy);
            }
            // No more in one save than acts, or the first round would be one of makings alone.
            for (var no = 0; no < Math.Min(room, ActsPerRound); no++)
            {
                Step(promises);
                await MakeAsync(services, now);
            }
            await db.SaveChangesAsync();
        });

    private void Step(int promises) => _clock.Step((promises * ActsPerPromise) - _steps++);

    /// <summary>How they stand after the last save.</summary>
    private async Task LookAsync(TerechtDb db)
    {
        var ids = _alive.ConvertAll(w => w.Id);
        var rows = await db.Set<Promise>()
            .AsNoTracking()
            .Where(p => ids.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.Seq,
                p.TeamId,
                p.Due,
                IsHeld = p.HolderId != null,
                IsUnchecked = p.PhoneUncheckedAt != null,
                IsAsked = p.NotOwedAskedAt != null,
                IsOpen = p.EndedAt == null,
            })
            .ToDictionaryAsync(p => p.Id);
        foreach (var one in _alive)
        {
            var row = rows[one.Id];
            (one.Seq, one.TeamId, one.IsOpen) = (row.Seq, row.TeamId, row.IsOpen);
            (one.IsHeld, one.IsUnchecked, one.IsAsked) = (row.IsHeld, row.IsUnchecked, row.IsAsked);
            _clock.Watch(row.Due);
        }
    }

    private async Task ActAsync(IServiceProvider services, Walked one, HashSet<Guid> busy)
    {
        if (!one.IsOpen && random.Next(10) < 8)
        {
            _alive.Remove(one);
            return;
        }
        var sisters = _alive.FindAll(w => w.Matter == one.Matter && w != one);
        var (name, act) = _acts.Draw(one, sisters);
        // A join and its undo reach a sister too, which must not have acted in this round.
        string[] reaching = ["join", "undo"];
        if (busy.Contains(one.Id) || (reaching.Contains(name) && sisters.Exists(s => busy.Contains(s.Id))))
        {
            return;
        }
        busy.Add(one.Id);
        if (reaching.Contains(name))
        {
            busy.UnionWith(sisters.Select(s => s.Id));
        }
        services.GetRequiredService<Actor>().IsStaff(act.StaffId);
        var result = await services.GetRequiredService<IPromises>().ActAsync(act, default);
        var done = result is ActResult.Done;
        one.LastActor = done && act is not PromiseAct.Told and not PromiseAct.Repeat ? act.StaffId : one.LastActor;
        one.LastActAt = _clock.Now;
        one.Tries = name switch
        {
            "attempt" => one.Tries + 1,
            "reopen" => 0,
            _ => one.Tries,
        };
        one.IsUnreachable &= one.Tries < 6 && name != "attempts done";
        Count(name, done);
    }

    private async Task MakeAsync(IServiceProvider services, Walked[] now)
    {
        var about = random.Next(10) < 4 && now.Length > 0 ? now[random.Next(now.Length)] : null;
        var town = about?.Town ?? towns[random.Next(towns.Count)];
        var (matter, contact) = about is null ? await town.MatterAsync() : (about.Matter, about.Contact);
        var promise = _acts.Make(town, matter, random.Next(10));
        services.GetRequiredService<Actor>().IsStaff(town.Agent);
        var made = await services.GetRequiredService<IPromises>().MakeAsync(promise, default);
        Count("make", made.Id is not null);
        if (made.Id is { } id)
        {
            _made++;
            _clock.Watch(made.Due);
            _alive.Add(
                new Walked(id, town, matter, contact)
                {
                    IsOpen = true,
                    Seq = 1,
                    Kind = promise.Kind,
                    IsUnreachable = random.Next(14) == 0,
                }
            );
        }
    }

    private void Count(string name, bool done)
    {
        var (yes, no) = Counts.GetValueOrDefault(name);
        Counts[name] = done ? (yes + 1, no) : (yes, no + 1);
    }
}

/// <summary>A promise that the walker may act on, as it stood before the round.</summary>
internal sealed class Walked(Guid id, WalkTown town, Guid matter, Guid contact)
{
    public Guid Id => id;
    public WalkTown Town => town;
    public Guid Matter => matter;
    public Guid Contact => contact;
    public int Seq { get; set; }
    public Guid TeamId { get; set; }
    public bool IsOpen { get; set; }
    public bool IsHeld { get; set; }

    /// <summary>Its number was given without a check.</summary>
    public bool IsUnchecked { get; set; }

    /// <summary>Regie was asked whether it is owed.</summary>
    public bool IsAsked { get; set; }

    /// <summary>Tried until it can end so; not for ever.</summary>
    public bool IsUnreachable { get; set; }

    /// <summary>Who did the last act, and may take it back.</summary>
    public Guid? LastActor { get; set; }
    public Instant LastActAt { get; set; }

    /// <summary>Since it was last opened.</summary>
    public int Tries { get; set; }
    public required string Kind { get; init; }
}
