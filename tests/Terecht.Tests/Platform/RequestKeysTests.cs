using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;
using Terecht.Platform.Web.Forms;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Platform;

/// <summary>A form that is sent twice does its work once, and both senders get the same answer.</summary>
public sealed class RequestKeysTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_second_sending_gets_the_outcome_of_the_first_and_does_nothing()
    {
        await using var app = await App.StartAsync();
        var key = app.Clock.NewId();
        var thing = app.Clock.NewId();

        (await SaveAsync(app, key, "/first", new Happened(thing))).ShouldBe("/first");
        (await SaveAsync(app, key, "/second", new Happened(thing))).ShouldBe("/first");

        (await CountAsync(app, thing)).ShouldBe(1);
    }

    [Fact]
    public async Task Two_sendings_at_once_have_one_effect_and_one_outcome()
    {
        await using var app = await App.StartAsync();
        var key = app.Clock.NewId();
        var thing = app.Clock.NewId();

        var second = await WhileOpenAsync(app, key, new Happened(thing), new Happened(thing), commit: true);

        second.ShouldBe("/first");
        (await CountAsync(app, thing)).ShouldBe(1);
    }

    /// <summary>Both would write the same row: the second collides there before it comes to the key.</summary>
    [Fact]
    public async Task Two_sendings_at_once_that_collide_on_what_they_change_have_one_outcome()
    {
        await using var app = await App.StartAsync();
        var key = app.Clock.NewId();
        var thing = app.Clock.NewId();
        var counted = new Happened(thing, Counted: 1);

        (await WhileOpenAsync(app, key, counted, counted, commit: true)).ShouldBe("/first");
        (await CountAsync(app, thing)).ShouldBe(1);
    }

    [Fact]
    public async Task When_the_first_sending_fails_the_second_does_the_work()
    {
        await using var app = await App.StartAsync();
        var thing = app.Clock.NewId();

        var second = await WhileOpenAsync(
            app,
            app.Clock.NewId(),
            new Happened(thing),
            new Happened(thing),
            commit: false
        );

        second.ShouldBe("/second");
        (await CountAsync(app, thing)).ShouldBe(1);
    }

    [Fact]
    public async Task Another_form_that_collides_is_told_so()
    {
        await using var app = await App.StartAsync();
        var thing = app.Clock.NewId();
        await SaveAsync(app, app.Clock.NewId(), "/first", new Happened(thing, Counted: 1));

        await Should.ThrowAsync<DbUpdateException>(() =>
            SaveAsync(app, app.Clock.NewId(), "/second", new Happened(thing, Counted: 1))
        );
    }

    [Fact]
    public async Task Forms_without_a_key_are_not_taken_for_one_form()
    {
        await using var app = await App.StartAsync();
        var thing = app.Clock.NewId();

        (await SaveAsync(app, Guid.Empty, "/first", new Happened(thing))).ShouldBe("/first");
        (await SaveAsync(app, Guid.Empty, "/second", new Happened(thing))).ShouldBe("/second");

        (await CountAsync(app, thing)).ShouldBe(2);
    }

    /// <summary>Sends the second while the first has written and not committed yet; returns the second's outcome.</summary>
    private static async Task<string> WhileOpenAsync(App app, Guid key, Happened first, Happened second, bool commit)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerechtDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        await SaveAsync(scope.ServiceProvider, key, "/first", first);
        var other = SaveAsync(app, key, "/second", second);
        await Eventually.ThatAsync(
            "the second waits for the first",
            () =>
                app.InDbAsync(db =>
                    db.Database.SqlQuery<bool>(
                            $"""
                            select count(*) > 0 as "Value" from pg_stat_activity
                            where datname = current_database() and wait_event_type = 'Lock'
                            """
                        )
                        .SingleAsync(Ct)
                )
        );
        other.IsCompleted.ShouldBeFalse();
        await (commit ? transaction.CommitAsync(Ct) : transaction.RollbackAsync(Ct));
        return await other;
    }

    private static Task<string> SaveAsync(App app, Guid key, string outcome, Happened happened) =>
        app.InScopeAsync(services => SaveAsync(services, key, outcome, happened));

    private static Task<string> SaveAsync(IServiceProvider services, Guid key, string outcome, Happened happened)
    {
        services.GetRequiredService<EventLog>().Record(happened);
        return services.GetRequiredService<RequestKeys>().SaveOnceAsync(key, outcome, null, Ct);
    }

    private static Task<int> CountAsync(App app, Guid thing) =>
        app.InDbAsync(db => db.Set<EventRow>().CountAsync(e => e.StreamId == thing, Ct));
}
