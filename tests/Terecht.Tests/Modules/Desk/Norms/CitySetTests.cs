using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Time;
using Terecht.Tests.Modules.Desk.Calendars;

namespace Terecht.Tests.Modules.Desk.Norms;

/// <summary>The norms of three cities, as they printed them.</summary>
public sealed class CitySetTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rotterdam_calls_back_by_the_next_working_day_and_wants_all_of_it()
    {
        await using var keeper = await Keeper.StartAsync();
        await (await keeper.FormAsync(Keeper.Norm))
            .With("Form.Rule", "days")
            .With("Form.Days", "9")
            .SubmitAsync("Bewaar norm");
        var before = await (await keeper.PromiseAsync()).RowAsync();

        var look = await keeper.Browser.GetAsync("/beheer/normen/stad/rotterdam");
        look.Text.ShouldContain("binnen 9 werkdagen");
        look.Text.ShouldContain("de volgende werkdag, uiterlijk 17.00 uur; ten minste 100%");
        (await keeper.App.InDbAsync(db => db.Set<TargetRow>().CountAsync(Ct))).ShouldBe(0);
        var done = await look.Form("#neem-over").SubmitAsync("Neem de normen van Rotterdam over");

        done.Text.ShouldContain("De normen van Rotterdam zijn overgenomen.");
        done.Text.ShouldContain("Op tijd afgehandeld");
        var after = await (await keeper.PromiseAsync()).RowAsync();
        after.FirstDue.ShouldBe(new LocalDateTime(2027, 5, 4, 17, 0).InAmsterdam());
        after.NormAttempts.ShouldBe(before.NormAttempts);
        before.FirstDue.ShouldNotBe(after.FirstDue);
    }

    [Fact]
    public async Task Rijswijk_has_one_share_over_all_telephone_questions_and_ninety_itself_fails()
    {
        await using var keeper = await Keeper.StartAsync();
        var page = await keeper.Browser.GetAsync("/beheer/normen/stad/rijswijk");
        await page.Form("#neem-over").SubmitAsync("Neem de normen van Rijswijk over");
        // A second time changes nothing and breaks nothing.
        var again = await keeper.Browser.GetAsync("/beheer/normen/stad/rijswijk");
        await again.Form("#neem-over").SubmitAsync("Neem de normen van Rijswijk over");

        var (targets, mail) = await keeper.App.InScopeAsync(async services =>
        {
            var norms = services.GetRequiredService<INorms>();
            var municipality = keeper.World.Municipality;
            return (
                await norms.TargetsAsync(municipality, Ct),
                await norms.ForAsync(municipality, keeper.World.Income, null, "write", Ct)
            );
        });

        var share = targets.Single(t => t.Figure == "phone_direct_or_called_back").Target.ShouldNotBeNull();
        share.IsMet(900, 1000).ShouldBe(false);
        share.IsMet(901, 1000).ShouldBe(true);
        targets.Single(t => t.Figure == "agreements_kept").Target.ShouldBe(new NormTarget(90, Above: true));
        targets.Single(t => t.Figure == "complaints_by_kind").Target.ShouldBeNull();
        mail.ShouldNotBeNull().Rule.ShouldBe(new DueRule.WithinWorkingDays(5));
        mail.Target.ShouldBe(new NormTarget(90, Above: true));
        (await (await keeper.PromiseAsync()).RowAsync()).FirstDue.ShouldBe(
            new LocalDateTime(2027, 5, 5, 17, 0).InAmsterdam()
        );
    }

    [Fact]
    public async Task Den_Haag_prints_no_term_so_none_is_guessed()
    {
        await using var keeper = await Keeper.StartAsync();

        var page = await keeper.Browser.GetAsync("/beheer/normen/stad/den-haag");
        page.Text.ShouldContain("Den Haag noemt geen termijn voor terugbellen. Die kiest u zelf.");
        page.All("a[href^='/beheer/normen/volgende-werkdag']").ShouldNotBeEmpty();
        await page.Form("#neem-over").SubmitAsync("Neem de normen van Den Haag over");

        (await keeper.App.InDbAsync(db => db.Set<NormVersion>().CountAsync(Ct))).ShouldBe(1);
        (await keeper.App.InDbAsync(db => db.Set<TargetRow>().CountAsync(Ct))).ShouldBe(8);
    }
}
