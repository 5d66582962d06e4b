using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Terecht.Modules.Citizens.Contracts;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Citizens;

public sealed class CitizenLinksTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_the_same_on_every_node()
    {
        await using var app = await App.StartAsync();
        await using var second = app.Second();
        var id = app.Clock.NewId();

        var here = await app.Services.GetRequiredService<ICitizenLinks>().ForAsync(id, 1, Ct);
        var there = await second.Services.GetRequiredService<ICitizenLinks>().ForAsync(id, 1, Ct);

        there.ShouldBe(here);
    }

    [Fact]
    public async Task Differ_per_matter_version_and_installation()
    {
        await using var app = await App.StartAsync();
        await using var other = await App.StartAsync();
        var links = app.Services.GetRequiredService<ICitizenLinks>();
        var id = app.Clock.NewId();

        CitizenAccess[] all =
        [
            await links.ForAsync(id, 1, Ct),
            await links.ForAsync(id, 2, Ct),
            await links.ForAsync(app.Clock.NewId(), 1, Ct),
            await other.Services.GetRequiredService<ICitizenLinks>().ForAsync(id, 1, Ct),
        ];

        all.Select(a => a.Token).ShouldBeUnique();
        all.Select(a => a.Code).ShouldBeUnique();
    }

    [Fact]
    public async Task A_token_with_any_byte_changed_opens_nothing()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync();
        using var client = app.CreateClient();
        (await StatusAsync(client, followed.Access.Path)).ShouldBe(HttpStatusCode.OK);

        for (var i = 0; i < followed.Access.Token.Length; i++)
        {
            foreach (var c in "A_-")
            {
                var token = followed.Access.Token.ToCharArray();
                if (token[i] != c)
                {
                    token[i] = c;
                    (await StatusAsync(client, "/volg/" + new string(token))).ShouldBe(HttpStatusCode.NotFound);
                }
            }
        }
    }

    [Fact]
    public async Task A_second_spelling_of_the_same_bytes_opens_nothing()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync();
        using var client = app.CreateClient();
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var token = followed.Access.Token;

        // 32 bytes are 43 characters, of which the last holds two bits that mean nothing.
        var last = letters.IndexOf(token[^1], StringComparison.Ordinal);
        for (var bits = 1; bits < 4; bits++)
        {
            (await StatusAsync(client, $"/volg/{token[..^1]}{letters[last ^ bits]}")).ShouldBe(HttpStatusCode.NotFound);
        }
        (await StatusAsync(client, $"/volg/{token}=")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(client, $"/volg/{token}/")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(client, $"/volg/%20{token}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("a/b/c")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%F0%9F%98%80AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("..%2f..%2fetc")]
    public async Task Garbage_opens_nothing(string token)
    {
        await using var app = await App.StartAsync();
        using var client = app.CreateClient();

        (await StatusAsync(client, "/volg/" + token)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(client, "/en/follow/" + token)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_raised_version_shuts_earlier_link_and_code()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync();
        using var browser = new Browser(app);

        await city.RaiseLinkVersionAsync(followed);

        (await browser.GetAsync(followed.Access.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(followed.Access.PathEn)).Status.ShouldBe(HttpStatusCode.NotFound);
        var door = await browser.GetAsync("/volg");
        var entered = await door.Form()
            .With("Reference", followed.Reference)
            .With("Code", followed.Access.Code)
            .SubmitAsync();
        entered.Status.ShouldBe(HttpStatusCode.BadRequest);

        var now = await app.Services.GetRequiredService<ICitizenLinks>().ForAsync(followed.MatterId, 2, Ct);
        (await browser.GetAsync(now.Path)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path) =>
        (await client.GetAsync(new Uri(path, UriKind.Relative), Ct)).StatusCode;
}
