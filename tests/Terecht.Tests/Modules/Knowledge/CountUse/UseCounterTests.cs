using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Knowledge.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Outbox;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Knowledge.CountUse;

public sealed class UseCounterTests
{
    [Fact]
    public async Task An_answer_that_was_used_counts_once()
    {
        await using var app = await App.StartAsync();
        await Given.MunicipalityAsync(app);
        await Articles.ImportAsync(app, Articles.Line("a", "Eerst") + "\n" + Articles.Line("b", "Tweede"));
        await UseAsync(app, "b", 1);
        (await UsedAsync(app, "b")).ShouldBe(1);
        (await UsedAsync(app, "a")).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_outbox_row_run_again_counts_nothing_more()
    {
        await using var app = await App.StartAsync();
        await Given.MunicipalityAsync(app);
        await Articles.ImportAsync(app, Articles.Line("a", "Eerst"));
        await UseAsync(app, "a", 3);
        // As if the program died after the work and before it was marked done.
        var again = await app.InDbAsync(db =>
            db.Set<OutboxRow>()
                .Where(o => o.Kind == "CountUse.UseCounter")
                .ExecuteUpdateAsync(set => set.SetProperty(o => o.DoneAt, (NodaTime.Instant?)null))
        );
        again.ShouldBe(3);
        await DoneAsync(app);
        (await UsedAsync(app, "a")).ShouldBe(3);
    }

    [Fact]
    public async Task What_is_used_more_comes_first_among_equals()
    {
        await using var app = await App.StartAsync();
        var municipality = await Given.MunicipalityAsync(app);
        await Articles.ImportAsync(app, Articles.Line("a", "Drakenboot") + "\n" + Articles.Line("b", "Drakenboot"));
        var before = await Articles.SearchUntilAsync(app, municipality, "drakenboot", h => h.Count == 2);
        before.Select(h => h.Code).ShouldBe(["a", "b"]);
        await UseAsync(app, "b", 1);
        var after = await Articles.SearchUntilAsync(app, municipality, "drakenboot", h => h[0].Code == "b");
        after.Select(h => h.Code).ShouldBe(["b", "a"]);
    }

    [Fact]
    public async Task Nodes_hear_of_use_when_it_doubles_and_not_each_time()
    {
        await using var app = await App.StartAsync();
        await Given.MunicipalityAsync(app);
        await Articles.ImportAsync(app, Articles.Line("a", "Eerst"));
        await UseAsync(app, "a", 8);
        var told = await app.InDbAsync(db => db.Set<EventRow>().CountAsync(e => e.Type == AnswerUseGrew.Type));
        // At 1, 3 and 7.
        told.ShouldBe(3);
    }

    private static async Task UseAsync(App app, string code, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await app.InScopeAsync(async services =>
            {
                var db = services.GetRequiredService<TerechtDb>();
                var article = await db.Articles.SingleAsync(a => a.Code == code);
                var version = await db.ArticleVersions.SingleAsync(v => v.ArticleId == article.Id);
                services
                    .GetRequiredService<EventLog>()
                    .Record(new AnswerUsed(article.Id, version.Id, Guid.Empty, Guid.Empty));
                await db.SaveChangesAsync();
            });
        }
        await DoneAsync(app);
    }

    private static async Task DoneAsync(App app)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (!await app.InDbAsync(db => db.Set<OutboxRow>().AnyAsync(o => o.DoneAt == null)))
            {
                return;
            }
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        Assert.Fail("The outbox was never empty.");
    }

    private static Task<int> UsedAsync(App app, string code) =>
        app.InDbAsync(db => db.Articles.Where(a => a.Code == code).Select(a => a.Used).SingleAsync());
}
