using System.Net;
using Terecht.Modules.Citizens.Act;
using Terecht.Modules.Promises.Contracts;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Citizens.Act;

/// <summary>Pressed twice, too late, or by somebody who should not be here.</summary>
public sealed class CollidingTests
{
    [Theory]
    [InlineData("nummer", "Form.Phone", "0687654343")]
    [InlineData("moment", "Form.Chosen", "2027-05-06.morning")]
    [InlineData("aanvullen", "Form.Text", "Nog een brief.")]
    [InlineData("stoppen", null, "")]
    public async Task Pressed_twice_it_is_done_once(string act, string? field, string value)
    {
        await using var acting = await Acting.StartAsync();
        var form = (await acting.PageAsync()).Form($"#doe-{act} form");
        _ = field is null ? form : form.With(field, value);

        var first = await form.SubmitAsync();
        var second = await form.SubmitAsync();

        first.Status.ShouldBe(HttpStatusCode.OK);
        second.Status.ShouldBe(HttpStatusCode.OK);
        second.Path.ShouldBe(first.Path);
        (await acting.DoneAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Pressed_ten_times_at_once_it_is_done_once()
    {
        await using var acting = await Acting.StartAsync();
        var form = await acting.FormAsync(CitizenAct.Withdraw);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => form.SendAsync()));

        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.SeeOther);
        (await acting.DoneAsync()).ShouldBe(["promise.end"]);
    }

    [Fact]
    public async Task Who_took_it_what_was_told_and_a_repeat_call_change_nothing_for_the_citizen()
    {
        await using var acting = await Acting.StartAsync();
        var form = (await acting.FormAsync(CitizenAct.Moment)).With("Form.Chosen", "2027-05-06.morning");
        await acting.City.TakeAsync(acting.Followed);
        await acting.City.CallAgainAsync(acting.Followed);
        await acting.City.ActAsync(
            acting.Followed,
            (id, _) => new PromiseAct.Told(id, acting.City.Joost.StaffId, "phone", ToldAbout.Progress)
        );

        (await form.SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);

        (await acting.DoneAsync()).ShouldBe(["promise.renew"]);
    }

    [Theory]
    [InlineData(false, "Wij belden u intussen. Daarom hebben wij nog niets veranderd.")]
    [InlineData(true, "We called you in the meantime. So we have not changed anything yet.")]
    public async Task What_changed_is_said_and_what_was_typed_stays(bool english, string says)
    {
        await using var acting = await Acting.StartAsync(english);
        var form = (await acting.FormAsync(CitizenAct.Number)).With("Form.Phone", "0687654343");
        await acting.City.TryAsync(acting.Followed, AttemptOutcome.NoAnswer);

        var page = await form.SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.TextOf(".utrecht-alert--warning").ShouldStartWith(says);
        page.Find("#doe-nummer").HasAttribute("open").ShouldBeTrue();
        page.Form("#doe-nummer form").ValueOf("Form.Phone").ShouldBe("0687654343");
        (await acting.DoneAsync()).ShouldBeEmpty();

        (await page.Form("#doe-nummer form").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await acting.DoneAsync()).ShouldBe(["promise.number_changed"]);
    }

    [Fact]
    public async Task What_is_added_is_welcome_as_long_as_the_question_is_open()
    {
        await using var acting = await Acting.StartAsync();
        var form = (await acting.FormAsync(CitizenAct.Add)).With("Form.Text", "Nog een brief.");
        await acting.City.TryAsync(acting.Followed, AttemptOutcome.NoAnswer);

        (await form.SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);

        (await acting.DoneAsync()).ShouldBe(["promise.added_to"]);
    }

    [Theory]
    [InlineData("nummer", "Form.Phone", "0687654343")]
    [InlineData("aanvullen", "Form.Text", "Nog een brief.")]
    [InlineData("moment", "Form.Chosen", "2027-05-06.morning")]
    [InlineData("stoppen", null, "")]
    public async Task Ended_meanwhile_it_says_so_and_keeps_what_was_typed(string act, string? field, string value)
    {
        await using var acting = await Acting.StartAsync();
        var form = (await acting.PageAsync()).Form($"#doe-{act} form");
        _ = field is null ? form : form.With(field, value);
        await acting.City.EndAsync(acting.Followed, PromiseEnd.Reached);

        var page = await form.SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.TextOf(".utrecht-alert--warning").ShouldStartWith("Uw vraag is intussen afgerond.");
        page.TextOf(".utrecht-alert--warning").Contains(value).ShouldBe(act != "moment");
        page.TextOf(".t-promised__big").ShouldBe("Dat is gelukt");
        (await acting.DoneAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Opened_by_us_meanwhile_it_says_so()
    {
        await using var acting = await Acting.StartAsync();
        var form = (await acting.WithdrawAsync()).Form(".t-promised form");
        await acting.City.ActAsync(
            acting.Followed,
            (id, seq) => new PromiseAct.Reopen(id, seq, acting.City.Fatma.StaffId, ReopenReason.Asked)
        );

        var page = await form.SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.TextOf(".utrecht-alert--warning").ShouldStartWith("Uw vraag is al weer open.");
    }

    [Theory]
    [InlineData("?gedaan=stoppen")]
    [InlineData("?gedaan=nummer&belofte=")]
    [InlineData("?gedaan=stoppen&belofte={0}")]
    [InlineData("?doe=onzin&belofte=onzin&gedaan=onzin")]
    public async Task An_address_that_was_made_up_says_nothing_that_did_not_happen(string query)
    {
        await using var acting = await Acting.StartAsync();

        var page = await acting.Browser.GetAsync(
            acting.Path + query.Replace("{0}", acting.Followed.PromiseId.ToString(), StringComparison.Ordinal)
        );

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.All(".utrecht-alert").ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_form_has_an_address_where_it_is_open()
    {
        await using var acting = await Acting.StartAsync();

        foreach (var act in new[] { "nummer", "moment", "aanvullen", "stoppen" })
        {
            var page = await acting.Browser.GetAsync($"{acting.Path}?doe={act}");
            page.All("details[open]").Select(d => d.Id).ShouldBe([$"doe-{act}"]);
            page.Response.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex, nofollow"]);
            page.Response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        }
    }

    [Fact]
    public async Task A_wrong_token_another_matter_and_an_unknown_act_are_not_found()
    {
        await using var acting = await Acting.StartAsync();
        var other = await acting.City.PromisedAsync("iets anders");
        var path = $"{acting.Path}?doe=stoppen&belofte={acting.Followed.PromiseId:N}";

        foreach (
            var wrong in new[]
            {
                path.Replace(acting.Followed.Access.Token, new string('A', 43), StringComparison.Ordinal),
                path.Replace(acting.Followed.Access.Token, other.Access.Token, StringComparison.Ordinal),
                path.Replace("stoppen", "alles", StringComparison.Ordinal),
                $"{acting.Path}?doe=stoppen",
            }
        )
        {
            (await acting.PostAsync(CitizenAct.Withdraw, wrong)).Status.ShouldBe(HttpStatusCode.NotFound, wrong);
        }
        (await acting.DoneAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_of_somebody_elses_site_does_nothing()
    {
        await using var acting = await Acting.StartAsync();

        var page = await acting.Browser.PostAsync(
            $"{acting.Path}?doe=stoppen&belofte={acting.Followed.PromiseId:N}",
            ("Form.Seq", "1")
        );

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await acting.DoneAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Acting_too_often_is_stopped_and_reading_is_not()
    {
        await using var acting = await Acting.StartAsync(settings: new() { ["GuessesPerMinute"] = "2" });
        var form = (await acting.FormAsync(CitizenAct.Number)).With("Form.Phone", "06");

        (await form.SubmitAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await form.SubmitAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await form.SubmitAsync()).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await acting.PageAsync()).Status.ShouldBe(HttpStatusCode.OK);
    }
}
