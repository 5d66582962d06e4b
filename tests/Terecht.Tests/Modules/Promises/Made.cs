using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises;

/// <summary>One promise to mevrouw Verbeek, made at the world's moment by the agent, for team Belastingen.</summary>
internal sealed class Made(World world, Guid id)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Guid Id => id;

    public static async Task<Made> InAsync(World world)
    {
        var app = world.App;
        var id = await app.InScopeAsync(async services =>
        {
            var question = new RegisterQuestion(
                null,
                "uw aanmaning",
                world.Remission,
                null,
                1,
                "promised",
                "",
                false,
                null,
                ""
            );
            var contact = await services
                .GetRequiredService<IContacts>()
                .RegisterAsync(
                    new RegisterContact(
                        app.Clock.NewId(),
                        world.Municipality,
                        "phone",
                        world.Wil,
                        world.Agent.StaffId,
                        null,
                        "+31612345678",
                        "",
                        "",
                        "nl",
                        app.Clock.Now(),
                        [question]
                    ),
                    Ct
                );
            var promise = await services
                .GetRequiredService<IPromises>()
                .MakeAsync(
                    new MakePromise(
                        world.Municipality,
                        contact.Questions[0].MatterId,
                        contact.Questions[0].Id,
                        world.Taxes,
                        world.Remission,
                        "call",
                        "uw aanmaning",
                        "mevrouw Verbeek",
                        world.Wil,
                        "+31612345678",
                        "cannot",
                        "nl",
                        "phone",
                        world.Agent.StaffId
                    ),
                    Ct
                );
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync(Ct);
            return promise.Id.ShouldNotBeNull();
        });
        return new Made(world, id);
    }

    /// <summary>The row as it is now.</summary>
    public Task<Promise> RowAsync() =>
        world.App.InDbAsync(db => db.Set<Promise>().AsNoTracking().SingleAsync(p => p.Id == id, Ct));

    /// <summary>Does an act on the state as it is now, and saves it.</summary>
    public async Task<ActResult> ActAsync(Func<Guid, int, Guid, PromiseAct> act)
    {
        var row = await RowAsync();
        return await world.App.InScopeAsync(async services =>
        {
            var result = await services
                .GetRequiredService<IPromises>()
                .ActAsync(act(id, row.Seq, world.Specialist.StaffId), Ct);
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync(Ct);
            return result;
        });
    }

    public Task<ActResult> BounceAsync(Guid? toTeam) =>
        ActAsync(
            (promise, seq, staff) => new PromiseAct.Bounce(promise, seq, staff, toTeam, BounceReason.OtherTeam, "")
        );

    /// <summary>The types of its events, in the order of recording.</summary>
    public Task<List<string>> EventsAsync() =>
        world.App.InDbAsync(db =>
            db.Set<EventRow>().Where(e => e.StreamId == id).OrderBy(e => e.Seq).Select(e => e.Type).ToListAsync(Ct)
        );
}
