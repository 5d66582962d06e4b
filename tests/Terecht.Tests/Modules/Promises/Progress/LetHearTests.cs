using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises.Progress;

/// <summary>A colleague lets the citizen hear how it stands: once a day, and it moves nothing.</summary>
public sealed class LetHearTests
{
    [Fact]
    public async Task It_moves_no_moment_and_makes_nobodys_form_stale()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        var before = await made.RowAsync();

        (await LetHearAsync(made)).ShouldBeOfType<ActResult.Done>();

        var after = await made.RowAsync();
        (after.Seq, after.Due, after.FirstDue, after.LimitAt).ShouldBe(
            (before.Seq, before.Due, before.FirstDue, before.LimitAt)
        );
        after.ProgressAskedAt.ShouldBe(app.Clock.Now());
        var take = await made.ActAsync((id, _, staff) => new PromiseAct.Take(id, before.Seq, staff));
        take.ShouldBeOfType<ActResult.Done>();
    }

    [Fact]
    public async Task Once_a_day()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await LetHearAsync(made);
        app.Clock.Set(2027, 5, 3, 16, 0);

        (await LetHearAsync(made))
            .ShouldBeOfType<ActResult.Refused>()
            .Sentence.ShouldBe("De burger kreeg vandaag om 10.46 uur al bericht.");

        app.Clock.Set(2027, 5, 4, 0, 0);
        (await LetHearAsync(made)).ShouldBeOfType<ActResult.Done>();
    }

    [Fact]
    public async Task An_ended_promise_and_one_without_a_moment_have_nothing_to_tell()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var ended = await Made.InAsync(world);
        await ended.EndAsync(PromiseEnd.Withdrawn);
        (await LetHearAsync(ended)).ShouldBeOfType<ActResult.Refused>();

        var works = await Works.AddAsync(world);
        var waiting = await Made.InAsync(world, m => m with { When = works.DaysBefore(1) });
        (await LetHearAsync(waiting)).ShouldBeOfType<ActResult.Refused>();
    }

    [Fact]
    public async Task It_is_taken_back_within_half_a_minute_and_not_later()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        (await TakeBackAsync(made)).ShouldBeOfType<ActResult.Refused>();

        await LetHearAsync(made);
        app.Clock.Set(2027, 5, 3, 10, 46, 30);
        (await TakeBackAsync(made)).ShouldBeOfType<ActResult.Done>();
        (await made.RowAsync()).ProgressAskedAt.ShouldBeNull();

        // Nobody heard it, so it may be asked again.
        (await LetHearAsync(made)).ShouldBeOfType<ActResult.Done>();
        app.Clock.Set(2027, 5, 3, 10, 47, 1);
        (await TakeBackAsync(made)).ShouldBeOfType<ActResult.Refused>().Sentence.ShouldBe("Het bericht is al weg.");
    }

    private static Task<ActResult> LetHearAsync(Made made) =>
        made.ActAsync((id, seq, staff) => new PromiseAct.LetHear(id, seq, staff));

    private static Task<ActResult> TakeBackAsync(Made made) =>
        made.ActAsync((id, seq, staff) => new PromiseAct.TakeBackLetHear(id, seq, staff));
}
