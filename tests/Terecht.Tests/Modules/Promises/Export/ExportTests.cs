using NodaTime;
using Terecht.Platform.Time;
using Terecht.Tests.Demo;

namespace Terecht.Tests.Modules.Promises.Export;

/// <summary>Anyone can recompute every figure from the events alone.</summary>
public sealed class ExportTests(DemoTown town) : IClassFixture<DemoTown>
{
    [Fact]
    public async Task Every_figure_of_the_demo_follows_from_its_events() =>
        ExportCheck.Check(await ExportCheck.ExportAsync(town.App), 1_200);

    [Fact]
    public async Task What_was_recorded_later_is_not_seen()
    {
        var monthAgo = town.App.Clock.Now() - Duration.FromDays(31);

        using var then = await ExportCheck.ExportAsync(town.App, monthAgo);
        using var now = await ExportCheck.ExportAsync(town.App);

        var made = now
            .RootElement.GetProperty("promises")
            .EnumerateArray()
            .Select(p => Recomputed.Seconds(p, "madeAt"));
        ExportCheck.Check(then, made.Count(at => at <= monthAgo.ToUnixTimeSeconds()));
        then.RootElement.GetProperty("promises")
            .GetArrayLength()
            .ShouldBeLessThan(now.RootElement.GetProperty("promises").GetArrayLength());
    }
}
