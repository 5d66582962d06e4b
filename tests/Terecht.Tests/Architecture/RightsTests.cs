using System.Net;
using Microsoft.AspNetCore.Mvc;
using Terecht.Modules.Access.Contracts;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Architecture;

/// <summary>Nobody enters anywhere unless a right is named, or it is said why everybody may.</summary>
public sealed class RightsTests
{
    /// <summary>What the platform opens to everybody: it knows no rights, and these carry nothing about people. The last one is there in development only: assets that are not built in yet.</summary>
    private static readonly string[] OpenByThePlatform =
    [
        "/health/live",
        "/health/ready",
        "/metrics",
        "/{**path:file}",
    ];

    /// <summary>Signing in and out look at the token themselves; the page of faults changes nothing, and shows that a token was refused.</summary>
    private static readonly string[] TokenCheckedByHand = ["/inloggen", "/uitloggen", "/fout"];

    /// <summary>The page that says no to whoever came: 403 is what it is for.</summary>
    private const string SaysNo = "/geen-toegang";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_and_endpoint_names_a_right_or_says_why_it_is_open()
    {
        await using var app = await App.StartAsync();
        var doors = Doors.Of(app);

        doors.Count(d => d.IsPage).ShouldBeGreaterThan(1);
        doors.Count(d => !d.IsPage && !d.IsStaticAsset).ShouldBeGreaterThan(4);
        doors
            .Where(d => d.Needs.Count == 0 && !d.IsOpen && !d.IsStaticAsset && !OpenByThePlatform.Contains(d.Route))
            .ShouldBeEmpty("Add [Needs(Right.X)] or [OpenToAll(\"why\")].");
        doors.Where(d => d.IsOpen && d.Needs.Count > 0).ShouldBeEmpty("Open to all and asking for a right.");
        doors.SelectMany(d => d.Needs).ShouldAllBe(n => n.AnyOf.Count > 0);
        doors
            .Select(d => d.Metadata.GetMetadata<OpenToAllAttribute>())
            .OfType<OpenToAllAttribute>()
            .ShouldAllBe(o => o.Why.Length > 10);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_the_sign_in_page()
    {
        await using var app = await App.StartAsync();
        using var nobody = new Browser(app);
        var closed = Closed(app);

        foreach (var (door, method) in closed)
        {
            var opened = await SendAsync(nobody, door, method, byScript: false);
            opened.StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.Unauthorized);
            opened.Headers.Location?.ToString().ShouldContain("/inloggen?ReturnUrl=", customMessage: door.ToString());
            var byScript = await SendAsync(nobody, door, method, byScript: true);
            byScript.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, door.ToString());
        }
    }

    [Fact]
    public async Task Who_lacks_the_right_does_not_enter()
    {
        await using var app = await App.StartAsync();
        await Given.MunicipalityAsync(app);
        var closed = Closed(app);
        var tried = 0;
        foreach (var role in Roles.List.Select(r => r.Code))
        {
            using var browser = await Given.SignedInAsync(app, await Given.StaffAsync(app, role));
            foreach (var (door, method) in closed.Where(d => !d.Door.OpensFor([role])))
            {
                tried++;
                var opened = await SendAsync(browser, door, method, byScript: false);
                if (opened.StatusCode != HttpStatusCode.Forbidden)
                {
                    opened
                        .Headers.Location?.ToString()
                        .ShouldStartWith("/geen-toegang", customMessage: $"{role} {door}");
                }
                var byScript = await SendAsync(browser, door, method, byScript: true);
                byScript.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{role} {method} {door}");
            }
        }
        tried.ShouldBeGreaterThan(0);
    }

    /// <summary>The other side: a right that is held opens, and no page falls over on made-up values.</summary>
    [Fact]
    public async Task Who_has_the_right_enters()
    {
        await using var app = await App.StartAsync();
        await Given.MunicipalityAsync(app);
        foreach (var role in Roles.List.Select(r => r.Code))
        {
            using var browser = await Given.SignedInAsync(app, await Given.StaffAsync(app, role));
            var doors = Doors
                .Of(app)
                .Where(d => d.OpensFor([role]) && d.Methods.Contains("GET") && d.Route != SaysNo)
                .ToList();
            doors.ShouldNotBeEmpty();
            foreach (var door in doors)
            {
                var answer = await SendAsync(browser, door, HttpMethod.Get, byScript: false);
                var where = $"{role} {door}: {(int)answer.StatusCode} {answer.Headers.Location}";
                ((int)answer.StatusCode).ShouldBeLessThan(500, where);
                answer.StatusCode.ShouldNotBeOneOf([HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden]);
                $"{answer.Headers.Location}".ShouldNotStartWith("/geen-toegang", customMessage: where);
            }
        }
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var app = await App.StartAsync();
        await Given.MunicipalityAsync(app);
        var everybody = await Given.StaffAsync(app, [.. Roles.List.Select(r => r.Code)]);
        using var browser = await Given.SignedInAsync(app, everybody);
        var pages = Doors.Of(app).Where(d => d.IsPage).ToList();

        pages.ShouldNotBeEmpty();
        foreach (var page in pages.Where(p => !TokenCheckedByHand.Contains(p.Route) && p.Route != TellsOfFaults))
        {
            page.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>().ShouldBeNull(page.ToString());
            var answer = await SendAsync(browser, page, HttpMethod.Post, byScript: false);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, page.ToString());
        }
    }

    /// <summary>A form that was refused comes to this page as it was sent; the page does nothing with it.</summary>
    private const string TellsOfFaults = "/fout";

    private static List<(Door Door, HttpMethod Method)> Closed(App app)
    {
        var closed =
            from door in Doors.Of(app)
            where door.Needs.Count > 0
            from method in door.Methods
            select (door, new HttpMethod(method));
        var list = closed.ToList();
        list.Count.ShouldBeGreaterThan(3);
        return list;
    }

    private static async Task<HttpResponseMessage> SendAsync(Browser by, Door door, HttpMethod method, bool byScript)
    {
        using var request = new HttpRequestMessage(method, new Uri(door.Path, UriKind.Relative));
        if (byScript)
        {
            request.Headers.Add("HX-Request", "true");
        }
        if (method != HttpMethod.Get)
        {
            request.Content = new FormUrlEncodedContent([]);
        }
        return await by.Client.SendAsync(request, Ct);
    }
}
