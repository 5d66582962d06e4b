using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Citizens.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Shared;

public sealed class ErrorPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/volg/x", "nl", "Deze pagina bestaat niet (meer)", "Naar ‘Volg uw vraag’")]
    [InlineData("/volgg", "nl", "Deze pagina bestaat niet (meer)", "Naar ‘Volg uw vraag’")]
    [InlineData("/en/follow/x", "en", "This page does not exist (any more)", "Go to ‘Follow your question’")]
    public async Task Citizens_read_it_in_their_language(string path, string language, string title, string button)
    {
        await using var app = await App.StartAsync();
        await Given.MunicipalityAsync(app);
        using var browser = new Browser(app);

        var page = await browser.GetAsync(path);

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Find("html").GetAttribute("lang").ShouldBe(language);
        page.TextOf("h1").ShouldBe(title);
        page.TextOf("main a").ShouldBe(button);
        page.TextOf(".t-fault .t-num").Length.ShouldBe(12);
        page.Text.ShouldContain("Maasdrecht");
    }

    [Fact]
    public async Task Staff_read_it_in_the_frame_of_their_screens()
    {
        await using var app = await App.StartAsync();
        var person = await Given.StaffAsync(app, Roles.Analyst);
        using var browser = await Given.SignedInAsync(app, person);

        var page = await browser.GetAsync("/bestaat-niet");

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Find("html").ClassName.ShouldBe("t-work");
        page.TextOf("main a").ShouldBe("Naar uw eerste scherm");
    }

    [Fact]
    public async Task A_fault_of_ours_shows_a_number_and_no_trace_and_keeps_the_headers()
    {
        await using var app = await App.StartAsync();
        await Given.MunicipalityAsync(app);
        await using var broken = app.WithWebHostBuilder(host =>
            host.ConfigureTestServices(services =>
                services.Replace(ServiceDescriptor.Singleton<ICitizenLinks, Broken>())
            )
        );
        using var client = broken.CreateClient();

        using var answer = await client.GetAsync(new Uri("/volg/" + new string('A', 43), UriKind.Relative), Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        var html = await answer.Content.ReadAsStringAsync(Ct);
        html.ShouldContain("Er ging iets mis bij ons");
        html.ShouldNotContain("zeer geheim");
        html.ShouldNotContain("Exception");
        html.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task It_comes_also_when_the_database_is_away()
    {
        await using var app = await App.StartAsync();
        await using var broken = app.WithWebHostBuilder(host =>
            host.ConfigureTestServices(services =>
                services.Replace(ServiceDescriptor.Singleton<IOrganisation, Broken>())
            )
        );
        using var client = broken.CreateClient();

        using var answer = await client.GetAsync(new Uri("/volg", UriKind.Relative), Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("Er ging iets mis bij ons");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Nobody_gets_a_fault_by_asking_for_one(string method)
    {
        await using var app = await App.StartAsync();
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(
            new HttpMethod(method),
            new Uri("/fout?status=500", UriKind.Relative)
        );

        using var answer = await client.SendAsync(request, Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private sealed class Broken : ICitizenLinks, IOrganisation
    {
        public ValueTask<CitizenAccess> ForAsync(Guid matterId, short linkVersion, CancellationToken ct) =>
            throw new InvalidOperationException("zeer geheim");

        public ValueTask<OrganisationNow> NowAsync(CancellationToken ct) =>
            throw new InvalidOperationException("zeer geheim");

        public ValueTask<ServiceCalendar> CalendarVersionAsync(Guid versionId, CancellationToken ct) =>
            throw new InvalidOperationException("zeer geheim");
    }
}
