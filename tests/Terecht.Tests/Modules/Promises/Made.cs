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
internal sealed class Made(World world, Guid id, Guid matter)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Guid Id => id;
    public Guid Matter => matter;

    /// <param name="with">What is other than usual about it.</param>
    /// <param name="about">A matter that is there already; else it gets one of its own.</param>
    public static async Task<Made> InAsync(World world, Func<MakePromise, MakePromise>? with = null, Guid? about = null)
    {
        var app = world.App;
        var (id, matter) = await app.InScopeAsync(async services =>
        {
            var question = new RegisterQuestion(
                about,
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
            var usual = new MakePromise(
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
            );
            var promise = await services.GetRequiredService<IPromises>().MakeAsync(with?.Invoke(usual) ?? usual, Ct);
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync(Ct);
            return (promise.Id ?? throw new InvalidOperationException(promise.Refusal), usual.MatterId);
        });
        return new Made(world, id, matter);
    }

    /// <summary>The row as it is now.</summary>
    public Task<Promise> RowAsync() =>
        world.App.InDbAsync(db => db.Set<Promise>().AsNoTracking().SingleAsync(p => p.Id == id, Ct));

    /// <summary>What its events come to now.</summary>
    public Task<PromiseState> StateAsync() =>
        world.App.InScopeAsync(async services =>
            (await services.GetRequiredService<IPromises>().StateAsync(id, Ct)).ShouldNotBeNull()
        );

    /// <summary>The specialist does an act on the state as it is now, and saves it.</summary>
    public Task<ActResult> ActAsync(Func<Guid, int, Guid, PromiseAct> act) => ByAsync(world.Specialist, act);

    /// <summary>Somebody does an act on the state as it is now, and saves it.</summary>
    public async Task<ActResult> ByAsync(Person who, Func<Guid, int, Guid, PromiseAct> act)
    {
        var row = await RowAsync();
        return await world.App.InScopeAsync(async services =>
        {
            services.GetRequiredService<Actor>().IsStaff(who.StaffId);
            var result = await services.GetRequiredService<IPromises>().ActAsync(act(id, row.Seq, who.StaffId), Ct);
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync(Ct);
            return result;
        });
    }

    /// <summary>The specialist ends it now.</summary>
    public Task<ActResult> EndAsync(PromiseEnd end, string? reason = null, Guid? answeredBy = null) =>
        ActAsync(
            (promise, seq, staff) =>
                new PromiseAct.End(promise, seq, staff, end, reason, world.App.Clock.Now(), "")
                {
                    AnsweredBy = answeredBy,
                }
        );

    /// <summary>The specialist tries the agreed number.</summary>
    public Task<ActResult> AttemptAsync(AttemptOutcome outcome, NodaTime.Instant happenedAt) =>
        ActAsync(
            (promise, seq, staff) =>
                new PromiseAct.Attempt(promise, seq, staff, outcome, happenedAt, "+31612345678", "")
        );

    public Task<ActResult> TakeAsync(Person who) =>
        ByAsync(who, (promise, seq, staff) => new PromiseAct.Take(promise, seq, staff));

    public Task<ActResult> UndoAsync(Person who) =>
        ByAsync(who, (promise, seq, staff) => new PromiseAct.Undo(promise, seq, staff));

    public Task<ActResult> BounceAsync(Guid? toTeam) =>
        ActAsync(
            (promise, seq, staff) => new PromiseAct.Bounce(promise, seq, staff, toTeam, BounceReason.OtherTeam, "")
        );

    /// <summary>The types of its events, in the order of recording.</summary>
    public Task<List<string>> EventsAsync() =>
        world.App.InDbAsync(db =>
            db.Set<EventRow>().Where(e => e.StreamId == id).OrderBy(e => e.Seq).Select(e => e.Type).ToListAsync(Ct)
        );

    /// <summary>Its numbered events as the ledger reads them, in the order of recording.</summary>
    public async Task<IReadOnlyList<PromiseEvent>> HistoryAsync() =>
        await world.App.InDbAsync(db => PromiseHistory.ReadAsync(db, id, Ct));
}
