using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Platform.Text;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Faults;

/// <summary>
/// Files that no code has ever seen, at moments that no code names: imported, and then the whole story over HTTP. Each run
/// draws others; the seed that is printed, in TERECHT_SEED, brings them back.
/// </summary>
public sealed partial class UnseenFilesTests
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>Around leap day, the changes of the clock, the ends of a day and of a year.</summary>
    [Theory]
    [InlineData("2031-02-28T23:59:59")]
    [InlineData("2031-03-30T01:59:30")]
    [InlineData("2031-10-25T16:59:59")]
    [InlineData("2031-10-26T03:00:00")]
    [InlineData("2031-12-31T23:30:00")]
    [InlineData("2032-02-28T12:00:00")]
    [InlineData("2032-02-29T17:00:01")]
    [InlineData("2036-12-24T08:15:00")]
    [InlineData("2099-06-15T00:00:00")]
    public async Task A_town_that_nobody_thought_of_makes_a_promise_and_keeps_it(string moment)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("TERECHT_SEED"), out var given)
            ? given
            : RandomNumberGenerator.GetInt32(int.MaxValue);
        TestContext.Current.TestOutputHelper!.WriteLine($"TERECHT_SEED={seed}");
        var at = LocalDateTimePattern.GeneralIso.Parse(moment).Value;
        var town = new UnseenTown(seed, at.Date);
        await using var app = await App.ServeAsync();
        SetClock(app, at.InZoneStrictly(Amsterdam.Zone).ToInstant());
        (await Imports.MunicipalityAsync(app, town.Municipality())).ShouldHold(added: 1);
        foreach (var (what, text) in town.Files())
        {
            var report = await Imports.RunAsync(app, what, text);
            report.Rejected.ShouldBeEmpty(
                $"seed {seed}, {what}: {string.Join('\n', report.Rejected.Select(r => r.Why))}\n{text}"
            );
        }

        var next = town.Calendar.NextWorkingDay(at.Date, new LocalTime(17, 0));
        await TellAsync(app, town, town.Topic, next, toRegie: false);
        SetClock(app, at.InZoneStrictly(Amsterdam.Zone).ToInstant());
        await TellAsync(app, town, town.Category, town.Calendar.WithinWorkingDays(at.Date, town.Days), toRegie: true);
    }

    private static async Task TellAsync(App app, UnseenTown town, string topic, Instant due, bool toRegie)
    {
        var phone = PhoneNumber.Spoken(town.Phone);
        var when = When(due, app.Clock.Now());
        var sentence = $"U wordt {when} gebeld door team {town.Team}, op {phone}.";

        var (reference, code) = await PromiseAsync(app, town, topic, sentence);
        using var citizen = new Browser(app);
        var given = sentence.Replace(phone, PhoneNumber.Masked(town.Phone), StringComparison.Ordinal);
        var page = await FollowAsync(citizen, reference, code);
        page.TextOf("blockquote").ShouldBe(given);
        page.TextOf("h1").ShouldEndWith(topic[1..]);
        page.Text.ShouldContain(town.Name);
        page.Text.ShouldContain($"Team {town.Team} heeft uw vraag.");
        ShouldBeOfThisTown(page, town);

        await KeepAsync(app, town, topic, due, toRegie);
        var kept = await FollowAsync(citizen, reference, code);
        kept.TextOf("blockquote").ShouldBe(given);
        kept.Text.ShouldContain("Dat is gelukt");
        ShouldBeOfThisTown(kept, town);
    }

    private static async Task<(string Reference, string Code)> PromiseAsync(
        App app,
        UnseenTown town,
        string topic,
        string sentence
    )
    {
        using var agent = await Given.FirstSignedInAsync(app, town.Agent.Email);
        var call = await agent.GetAsync($"/werkplek/bel?nummer={Uri.EscapeDataString(town.Phone)}&via={town.Dialled}");
        call.Status.ShouldBe(HttpStatusCode.OK, call.Text);
        var offers = call.Find("#Topic").GetAttribute("data-typeahead");
        var word = Uri.EscapeDataString(Fold.Of(topic).Split(' ')[0]);
        var offered = JsonNode
            .Parse(
                await agent.Client.GetStringAsync(
                    new Uri($"{offers}&q={word}", UriKind.Relative),
                    TestContext.Current.CancellationToken
                )
            )!
            .AsArray()
            .Single(c => c!["label"]!.GetValue<string>() == topic)!;
        offered["meta"]!.GetValue<string>().ShouldBe($"team {town.Team}");

        var filled = await call.Form("#vraag")
            .With("InvolvedName", town.Caller)
            .With("Topic", topic)
            .With("TopicId", offered["value"]!.GetValue<string>())
            .With("Note", "<Nul> & \"één\"")
            .With("Subject", $"mijn <i>{topic}</i>")
            .With("Outcome", "promised")
            .SubmitAsync("Bewaar");
        filled.TextOf("#toezegging .t-spoken").ShouldEndWith(sentence);
        ShouldBeOfThisTown(filled, town);

        var done = await filled.Form("#vraag").SubmitAsync("Leg toezegging vast");
        done.Status.ShouldBe(HttpStatusCode.OK, done.Text);
        done.TextOf("blockquote").ShouldBe(sentence);
        ShouldBeOfThisTown(done, town);
        var facts = done.All("dd b").Select(b => Page.Words(b)).ToList();
        Reference.Parse(facts[0]).ShouldNotBeNull();
        return (facts[0], facts[1]);
    }

    /// <summary>The team tries, passes it on, and the next team, or Regie, keeps it to the second.</summary>
    private static async Task KeepAsync(App app, UnseenTown town, string topic, Instant due, bool toRegie)
    {
        using var specialist = await Given.FirstSignedInAsync(app, town.Specialist.Email);
        var list = await specialist.GetAsync("/werkvoorraad");
        list.Text.ShouldContain(town.Caller);
        ShouldBeOfThisTown(list, town);
        var open = await list.FollowAsync($"mijn <i>{topic}</i>");
        var form = await open.FollowAsync("Niet bereikt");
        var tried = await form.Form("#doe").With("Form.Outcome", "voicemail").SubmitAsync();
        tried.Status.ShouldBe(HttpStatusCode.OK, tried.Text);

        form = await tried.FollowAsync("Niet voor ons");
        var choice = form.Form("#doe");
        choice = toRegie ? choice.With("Form.DontKnow", "true") : choice.With("Form.ToTeam", town.Other);
        var passed = await choice.SubmitAsync();
        passed.Status.ShouldBe(HttpStatusCode.OK, passed.Text);
        passed.Text.ShouldContain($"Deze toezegging is van team {(toRegie ? "Regie" : town.Other)}.");

        var next = toRegie ? town.Coordinator : town.Colleague;
        using var colleague = await Given.FirstSignedInAsync(app, next.Email);
        var theirs = await colleague.GetAsync(toRegie ? "/werkvoorraad?team=regie" : "/werkvoorraad");
        form = await (await theirs.FollowAsync($"mijn <i>{topic}</i>")).FollowAsync("Rond af");
        SetClock(app, due);
        var kept = await form.Form("#doe").With("Form.Time", "").With("Form.Note", "Gezegd: <ja>.").SubmitAsync();
        kept.Status.ShouldBe(HttpStatusCode.OK, kept.Text);
        kept.Text.ShouldContain("Bereikt, op tijd");
        kept.Text.ShouldContain("Gezegd: <ja>.");
        ShouldBeOfThisTown(kept, town);
    }

    private static async Task<Page> FollowAsync(Browser citizen, string reference, string code)
    {
        var door = await citizen.GetAsync("/volg");
        var page = await door.Form("form.t-enter").With("Reference", reference).With("Code", code).SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        return page;
    }

    /// <summary>Nothing of the town of the demo, or of the year of the story; its own numbers may hold these digits.</summary>
    private static void ShouldBeOfThisTown(Page page, UnseenTown town)
    {
        string[] own = [town.Dialled, town.Dialled.Replace(" ", "", StringComparison.Ordinal), town.Phone];
        var text = own.Aggregate(
            OfMatter().Replace(page.Text, "#"),
            (left, number) => left.Replace(number, "#", StringComparison.Ordinal)
        );
        foreach (var word in new[] { "Maasdrecht", "14 099", "14099", "2027", "Stadsplein", "Belastingen" })
        {
            text.ShouldNotContain(word, Case.Insensitive);
        }
    }

    /// <summary>A reference as it is spoken: 482 930 5179.</summary>
    [GeneratedRegex(@"(?<!\d)\d{3}\s\d{3}\s\d{4}(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex OfMatter();

    /// <summary>As it must be said, said by another than the product: by the calendar of the Dutch culture.</summary>
    private static string When(Instant due, Instant now)
    {
        var local = due.InZone(Amsterdam.Zone).LocalDateTime;
        var midnight = local.TimeOfDay == LocalTime.Midnight;
        var day = midnight ? local.Date.PlusDays(-1) : local.Date;
        var year = day.Year == now.InZone(Amsterdam.Zone).Year ? "" : " uuuu";
        var time = midnight ? "24.00" : local.ToString("H.mm", Dutch);
        return $"uiterlijk {day.ToString($"dddd d MMMM{year}", Dutch)} om {time} uur";
    }

    private static void SetClock(App app, Instant at) => app.Clock.Advance(at - app.Clock.Now());
}
