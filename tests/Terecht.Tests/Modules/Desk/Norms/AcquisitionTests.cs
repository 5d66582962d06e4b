using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Catalogue.Data;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Events;
using Terecht.Tests.Modules.Desk.Calendars;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Desk.Norms;

/// <summary>The municipality decides beforehand about acquisition, or leaves it to Regie each time.</summary>
public sealed class AcquisitionTests
{
    private const string Address = "/beheer/normen/regel/acquisitie";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decided_beforehand_a_colleague_ends_acquisition_without_asking_and_back_again()
    {
        await using var keeper = await Keeper.StartAsync();
        await AcquisitionAsync(keeper);
        (await EndAsync(keeper)).ShouldBeOfType<ActResult.Refused>();

        var page = await keeper.Browser.GetAsync(Address);
        page.Text.ShouldContain("Kwijtschelding belastingen");
        var saved = await page.Form("#regel").With("wie", "vooraf").SubmitAsync("Bewaar");
        saved.Text.ShouldContain("Een collega rondt acquisitie nu zelf af.");
        saved.Text.ShouldContain("Laatst veranderd door Anjali Ramdas");
        (await keeper.Browser.GetAsync("/beheer/normen")).Text.ShouldContain("Een collega rondt acquisitie zelf af");
        (await EndAsync(keeper)).ShouldBeOfType<ActResult.Done>();

        await saved.Form("#regel").With("wie", "regie").SubmitAsync("Bewaar");
        (await EndAsync(keeper)).ShouldBeOfType<ActResult.Refused>();
        (await CountAsync(keeper)).ShouldBe(2);
    }

    [Fact]
    public async Task Pressed_twice_or_unchanged_it_is_one_change_and_without_a_choice_it_says_so()
    {
        await using var keeper = await Keeper.StartAsync();
        var form = (await keeper.Browser.GetAsync(Address)).Form("#regel").With("wie", "vooraf");
        await form.SubmitAsync("Bewaar");
        await form.SubmitAsync("Bewaar");
        await (await keeper.Browser.GetAsync(Address)).Form("#regel").SubmitAsync("Bewaar");
        (await CountAsync(keeper)).ShouldBe(1);

        var token = (await keeper.Browser.GetAsync(Address)).Find("#regel input[name=__RequestVerificationToken]");
        var none = await keeper.Browser.PostAsync(
            Address,
            ("wie", "niemand"),
            ("__RequestVerificationToken", token.GetAttribute("value")!)
        );
        none.Status.ShouldBe(HttpStatusCode.BadRequest);
        none.Text.ShouldContain("Kies wie beslist.");
    }

    [Fact]
    public async Task Only_an_administrator_decides()
    {
        await using var keeper = await Keeper.StartAsync();
        using var regie = await Given.SignedInAsync(keeper.App, keeper.World.Coordinator);

        (await regie.GetAsync(Address)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task<int> CountAsync(Keeper keeper) =>
        keeper.App.InDbAsync(db => db.Set<EventRow>().CountAsync(e => e.Type == MunicipalityRuleChanged.Type, Ct));

    private static async Task<ActResult> EndAsync(Keeper keeper) =>
        await (await keeper.PromiseAsync()).EndAsync(PromiseEnd.NotOwed, NotOwedReason.Acquisition);

    /// <summary>The topic of the promises is acquisition from now on.</summary>
    private static async Task AcquisitionAsync(Keeper keeper)
    {
        await keeper.App.InDbAsync(db =>
            db.Set<Topic>()
                .Where(t => t.Id == keeper.World.Remission)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.Class, "acquisition"), Ct)
        );
        ((CatalogueReader)keeper.App.Services.GetRequiredService<ICatalogue>()).Forget();
    }
}
