using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Events;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises.Steps;

public sealed class OnceEachTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_often_the_loop_runs_each_step_is_heard_once()
    {
        await using var r = await Reminding.StartAsync();
        await r.HeldAsync();
        r.At(4, 16);
        for (var i = 0; i < 10; i++)
        {
            await Reminding.OnceAsync(r.App);
        }

        (await r.HeardAsync()).ShouldBe(["0 holder Fatma", "1 lead Tom", "2 regie Robert"]);
        (await r.CountAsync(PromiseReminded.Type)).ShouldBe(3);
    }

    [Fact]
    public async Task Two_programs_at_once_tell_everything_once()
    {
        await using var r = await Reminding.StartAsync();
        await using var second = r.App.Second();
        for (var i = 0; i < 120; i++)
        {
            await r.PromiseAsync();
        }
        r.At(4, 13);

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async no =>
                {
                    for (var i = 0; i < 10; i++)
                    {
                        await Reminding.OnceAsync(no % 2 == 0 ? r.App : second);
                    }
                })
        );
        await r.RoundAsync();

        var reminders = await r.RemindersAsync();
        reminders.Count.ShouldBe(120);
        reminders.Select(x => x.PromiseId).ShouldBeUnique();
        (await r.CountAsync(PromiseReminded.Type)).ShouldBe(120);
    }

    /// <summary>Breaks the connection before and after every statement of a round, one by one.</summary>
    [Fact]
    public async Task Broken_at_any_statement_nothing_is_skipped_and_nothing_told_twice()
    {
        var breaker = new Breaker();
        await using var r = await Reminding.StartAsync(
            """[{"minutes":240,"to":"holder"},{"minutes":60,"to":"regie","progress":"send"}]""",
            services => breaker.AddTo(services)
        );
        var days = 0;
        var broken = 0;
        for (var at = 1; ; at++)
        {
            r.At(3, 10, 46);
            var made = await r.HeldAsync();
            r.At(4, 16, 0, 1 + (days++ % 50));
            var before = await CountsAsync(r);

            var whole = await breaker.BreakAsync(at, () => Reminding.OnceAsync(r.App));
            if (!whole)
            {
                broken++;
                await Task.Delay(10, Ct);
            }
            await r.RoundAsync();

            var after = await CountsAsync(r);
            (after.Reminders - before.Reminders).ShouldBe(2, $"broken at {at}");
            (after.Reminded - before.Reminded).ShouldBe(2, $"broken at {at}");
            (after.Progress - before.Progress).ShouldBe(1, $"broken at {at}");
            (await made.RowAsync()).NextStepAt.ShouldBeNull();
            if (whole)
            {
                break;
            }
        }
        broken.ShouldBeGreaterThan(4);
    }

    private static async Task<(int Reminders, int Reminded, int Progress)> CountsAsync(Reminding r) =>
        (
            await r.App.InDbAsync(db => db.Set<Reminder>().CountAsync(Ct)),
            await r.App.InDbAsync(db => db.Set<EventRow>().CountAsync(e => e.Type == PromiseReminded.Type, Ct)),
            await r.App.InDbAsync(db => db.Set<EventRow>().CountAsync(e => e.Type == PromiseProgressDue.Type, Ct))
        );
}
