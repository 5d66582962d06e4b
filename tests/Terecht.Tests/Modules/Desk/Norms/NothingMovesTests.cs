using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Data;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Tests.Modules.Desk.Calendars;
using Terecht.Tests.Modules.Promises;

namespace Terecht.Tests.Modules.Desk.Norms;

/// <summary>Routed five times while every setting changes: what was promised stays byte for byte as it was said.</summary>
public sealed class NothingMovesTests
{
    private const string Bytes = """
        select words || '|' || words_en || '|' || first_due::text || '|' || due::text || '|' || limit_at::text || '|'
            || norm_version_id::text || '|' || calendar_version_id::text || '|' || norm_attempts || '|' || norm_dayparts as "Value"
        from promises.promise where id = {0}
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Moment_and_words_are_the_same_bytes()
    {
        await using var keeper = await Keeper.StartAsync();
        var made = await keeper.PromiseAsync();
        var before = await ReadAsync(keeper, made);
        before.ShouldContain("uiterlijk dinsdag 4 mei om 17.00 uur");

        Func<Task>[] changes =
        [
            () => CalendarAsync(keeper),
            () => NormAsync(keeper),
            () => ScopeAsync(keeper),
            () => CityAsync(keeper),
            () => RenameTeamAsync(keeper),
        ];
        foreach (var change in changes)
        {
            await change();
            var team = (await made.RowAsync()).TeamId == keeper.World.Income ? keeper.World.Taxes : keeper.World.Income;
            (await made.BounceAsync(team)).ShouldBeOfType<ActResult.Done>();
            (await ReadAsync(keeper, made)).ShouldBe(before);
        }

        (await made.RowAsync()).Bounces.ShouldBe((short)5);
        // A promise that is made now does follow all of it.
        (await ReadAsync(keeper, await keeper.PromiseAsync())).ShouldNotBe(before);
    }

    private static async Task CalendarAsync(Keeper keeper) =>
        await (await keeper.FormAsync(Keeper.Calendar))
            .With(Keeper.Block(1, 0, "From"), "")
            .With(Keeper.Block(1, 0, "To"), "")
            .SubmitAsync("Bewaar kalender");

    private static async Task NormAsync(Keeper keeper) =>
        await (await keeper.FormAsync(Keeper.Norm))
            .With("Form.Rule", "hours")
            .With("Form.Hours", "1")
            .With("Form.Attempts", "5")
            .SubmitAsync("Bewaar norm");

    private static async Task ScopeAsync(Keeper keeper) =>
        await (await keeper.FormAsync("/beheer/normen/nieuw"))
            .With("Form.Code", "belastingen")
            .With("Form.NameNl", "Belastingen")
            .With("Form.NameEn", "Taxes")
            .With("Form.Rule", "days")
            .With("Form.Days", "7")
            .With("Form.Places[0].Where", "Team Belastingen")
            .SubmitAsync("Bewaar norm");

    private static async Task CityAsync(Keeper keeper) =>
        await (await keeper.Browser.GetAsync("/beheer/normen/stad/rijswijk")).Form("#neem-over").SubmitAsync();

    private static Task RenameTeamAsync(Keeper keeper) =>
        keeper.App.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<Terecht.Platform.Data.TerechtDb>();
            (await db.Set<Team>().SingleAsync(t => t.Id == keeper.World.Taxes, Ct)).Name = "Heffingen";
            await db.SaveChangesAsync(Ct);
            (services.GetRequiredService<IOrganisation>() as OrganisationReader)?.Forget();
        });

    private static Task<string> ReadAsync(Keeper keeper, Made made) =>
        keeper.App.InDbAsync(db => db.Database.SqlQueryRaw<string>(Bytes, made.Id).SingleAsync(Ct));
}
