using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using Terecht.Platform.Web.Security;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Platform;

public sealed class SecurityHeadersTests
{
    private static readonly string[] Always =
    [
        "Content-Security-Policy",
        "X-Content-Type-Options",
        "X-Frame-Options",
        "Referrer-Policy",
        "Permissions-Policy",
        "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/inloggen")]
    [InlineData("/health/live")]
    [InlineData("/css/base.css")]
    [InlineData("/this/is/not/here")]
    public async Task Every_answer_has_them(string path)
    {
        await using var app = await App.StartAsync();
        using var client = app.CreateClient();

        var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Ct);

        Always.Where(h => !answer.Headers.Contains(h)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_is_kept_nowhere_and_an_asset_as_long_as_it_says()
    {
        await using var app = await App.StartAsync();
        using var client = app.CreateClient();

        var page = await client.GetAsync(new Uri("/inloggen", UriKind.Relative), Ct);
        var asset = await client.GetAsync(new Uri("/css/base.css", UriKind.Relative), Ct);

        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        asset.StatusCode.ShouldBe(HttpStatusCode.OK);
        asset.Headers.CacheControl!.NoStore.ShouldBeFalse();
    }

    /// <summary>The handler of faults clears the answer, its headers too.</summary>
    [Fact]
    public async Task A_fault_has_them_too()
    {
        await using var app = await SmallAsync("/x");
        var answer = await app.GetTestClient().GetAsync(new Uri("/x", UriKind.Relative), Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        Always.Where(h => !answer.Headers.Contains(h)).ShouldBeEmpty();
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var nonce = await answer.Content.ReadAsStringAsync(Ct);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain($"'nonce-{nonce}'");
    }

    [Fact]
    public async Task Each_answer_has_its_own_nonce()
    {
        await using var app = await SmallAsync("/x");
        var client = app.GetTestClient();
        var first = await client.GetAsync(new Uri("/nonce", UriKind.Relative), Ct);
        var second = await client.GetAsync(new Uri("/nonce", UriKind.Relative), Ct);

        var nonces = new[] { await first.Content.ReadAsStringAsync(Ct), await second.Content.ReadAsStringAsync(Ct) };
        nonces.ShouldBeUnique();
        nonces.ShouldAllBe(n => n.Length == 32 && n.All(char.IsAsciiHexDigit));
    }

    [Fact]
    public async Task A_form_may_be_sent_to_us_and_to_the_identity_provider_alone()
    {
        await using var without = await SmallAsync("/x");
        await using var with = await SmallAsync("/x", "https://login.maasdrecht.example");
        var path = new Uri("/nonce", UriKind.Relative);

        Csp(await without.GetTestClient().GetAsync(path, Ct)).ShouldContain("form-action 'self';");
        Csp(await with.GetTestClient().GetAsync(path, Ct))
            .ShouldContain("form-action 'self' https://login.maasdrecht.example;");
    }

    [Fact]
    public async Task Over_https_the_browser_is_told_to_stay_there()
    {
        await using var app = await SmallAsync("/x");
        var client = app.GetTestClient();

        var plain = await client.GetAsync(new Uri("http://localhost/nonce"), Ct);
        var safe = await client.GetAsync(new Uri("https://localhost/nonce"), Ct);

        plain.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        safe.Headers.GetValues("Strict-Transport-Security").Single().ShouldStartWith("max-age=31536000");
    }

    private static string Csp(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Content-Security-Policy").Single();

    /// <summary>The headers and the handler of faults alone; one address falls over.</summary>
    private static async Task<WebApplication> SmallAsync(string faulty, string? signInOrigin = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.UseSecurityHeaders(signInOrigin);
        app.UseExceptionHandler(
            new ExceptionHandlerOptions { ExceptionHandler = context => context.Response.WriteAsync(Nonce.Of(context)) }
        );
        app.MapGet(faulty, string () => throw new InvalidOperationException());
        app.MapGet("/nonce", (HttpContext context) => Nonce.Of(context));
        await app.StartAsync(Ct);
        return app;
    }
}
