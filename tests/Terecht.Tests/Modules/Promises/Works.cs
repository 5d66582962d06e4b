using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises;

/// <summary>The works in the Hofstraat: promises may depend on when they begin.</summary>
internal sealed class Works(World world, Guid id)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Guid Id => id;

    /// <summary>Without a date; somebody looks again after ten days.</summary>
    public static async Task<Works> AddAsync(World world)
    {
        var checkAt = world.App.Clock.Now() + Duration.FromDays(10);
        var id = await DoAsync(
            world,
            happenings =>
                happenings.AddAsync(
                    world.Municipality,
                    "de werkzaamheden in de Hofstraat beginnen",
                    "the works in the Hofstraat begin",
                    checkAt,
                    Ct
                )
        );
        return new Works(world, id);
    }

    public PromiseWhen DaysBefore(int days) => new PromiseWhen.BeforeHappening(id, days);

    /// <summary>How many promises moved.</summary>
    public Task<int> BeginOnAsync(int month, int day) =>
        DoAsync(world, happenings => happenings.GiveDateAsync(id, new LocalDate(2027, month, day), Ct));

    public Task<int> LookAgainAsync(Instant at) => DoAsync(world, happenings => happenings.CheckAgainAsync(id, at, Ct));

    public Task<Happening> RowAsync() =>
        world.App.InDbAsync(db => db.Happenings.AsNoTracking().SingleAsync(h => h.Id == id, Ct));

    private static Task<T> DoAsync<T>(World world, Func<IHappenings, Task<T>> act) =>
        world.App.InScopeAsync(async services =>
        {
            var done = await act(services.GetRequiredService<IHappenings>());
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync(Ct);
            return done;
        });
}
