using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Data;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Time;
using Terecht.Tests.Modules.Citizens.Tell;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Faults;

/// <summary>
/// A town that is open day and night and calls back within twenty minutes, with three steps before that; the last one writes to the
/// citizen. It makes promises here, and leaves all loops to another program.
/// </summary>
internal static class FastTown
{
    private const string AlwaysOpen = """
        {"code":"standaard","name":"Altijd","weekly":{"mon":[["00:00","24:00"]],"tue":[["00:00","24:00"]],"wed":[["00:00","24:00"]],
         "thu":[["00:00","24:00"]],"fri":[["00:00","24:00"]],"sat":[["00:00","24:00"]],"sun":[["00:00","24:00"]]},"closures":[]}
        """;

    private const string Within = """{"kind":"withinOpeningMinutes","minutes":20}""";

    private const string Steps =
        """[{"minutes":15,"to":"holder"},{"minutes":10,"to":"lead"},{"minutes":5,"to":"regie","progress":"send"}]""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Town> StartAsync()
    {
        var town = await Town.StartAsync(services: s => s.RemoveAll<IHostedService>());
        await Given.StaffAsync(town.App, ["lead"], [town.World.Taxes], "Tom Bakker", leads: true);
        await Given.StaffAsync(town.App, ["coordinator"], [town.World.Regie], "Robert Eikelboom");
        await town.App.InDbAsync(async db =>
        {
            await db.Set<CalendarVersion>().ExecuteUpdateAsync(set => set.SetProperty(c => c.Content, AlwaysOpen), Ct);
            return await db.Set<NormVersion>()
                .ExecuteUpdateAsync(set => set.SetProperty(n => n.Rule, Within).SetProperty(n => n.Steps, Steps), Ct);
        });
        ((OrganisationReader)town.App.Services.GetRequiredService<IOrganisation>()).Forget();
        return town;
    }

    /// <summary>Makes one promise after the other; all that were made.</summary>
    public static async Task<List<Guid>> PromiseAsync(Town town, FastClock clock, CancellationToken goHome)
    {
        var made = new List<Guid>();
        while (!goHome.IsCancellationRequested)
        {
            town.App.Clock.Advance(clock.Now() - town.App.Clock.Now());
            made.Add(await town.PromiseAsync(address: $"burger{made.Count}@example.org"));
            await Task.Delay(300, Ct);
        }
        return made;
    }
}
