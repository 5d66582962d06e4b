using System.Net;
using Terecht.Modules.Citizens.Act;
using Terecht.Modules.Promises.Contracts;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Citizens.Act;

/// <summary>Each act, as a citizen does it in a browser without script.</summary>
public sealed class CitizenActsTests
{
    [Theory]
    [InlineData(false, "Wij bellen u nu op het nummer dat eindigt op 43.", "U gaf een ander nummer op")]
    [InlineData(true, "We will now call you on the number that ends in 43.", "You gave another number")]
    public async Task Another_number_is_called_from_now_on(bool english, string says, string tells)
    {
        await using var acting = await Acting.StartAsync(english);

        var page = await (await acting.FormAsync(CitizenAct.Number)).With("Form.Phone", "06-87654343").SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextOf(".utrecht-alert--ok").ShouldStartWith(says);
        page.TextOf(".t-story").ShouldContain(tells);
        (await acting.PromiseAsync()).ToPhone.ShouldBe("+31687654343");
        (await acting.DoneAsync()).ShouldBe(["promise.number_changed"]);
        var words = page.Document.DocumentElement.OuterHtml.Replace('\u00A0', ' ');
        foreach (var whole in new[] { "87654343", "87 65 43", "12345678", "12 34 56", "Verbeek" })
        {
            words.ShouldNotContain(whole);
        }
    }

    [Fact]
    public async Task The_specialist_sees_that_the_number_was_not_checked_and_the_one_before_it()
    {
        await using var acting = await Acting.StartAsync();
        await (await acting.FormAsync(CitizenAct.Number)).With("Form.Phone", "0687654343").SubmitAsync();
        await (await acting.FormAsync(CitizenAct.Number)).With("Form.Phone", "0687654321").SubmitAsync();

        var text = (await acting.CaseAsync()).Text;

        text.ShouldContain("Nummer niet nagekeken.");
        text.ShouldContain("Eerst was het 06 12 34 56 78.");
    }

    [Theory]
    [InlineData("", "Vul uw telefoonnummer in.")]
    [InlineData("06 12", "Dit is geen telefoonnummer. Schrijf het zo: 06 12 34 56 78.")]
    [InlineData("<b>bel mij</b>", "Dit is geen telefoonnummer. Schrijf het zo: 06 12 34 56 78.")]
    [InlineData("06 1234 5678", "Wij bellen al op dit nummer.")]
    public async Task A_wrong_number_gets_a_sentence_and_what_was_typed_stays(string typed, string says)
    {
        await using var acting = await Acting.StartAsync();

        var page = await (await acting.FormAsync(CitizenAct.Number)).With("Form.Phone", typed).SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Find("#doe-nummer").HasAttribute("open").ShouldBeTrue();
        page.TextOf("#doe-nummer .t-field__error").ShouldBe(says);
        page.Find(".t-errors a").GetAttribute("href").ShouldBe("#Form_Phone");
        page.Form("#doe-nummer form").ValueOf("Form.Phone").ShouldBe(typed);
        (await acting.DoneAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, "Uw nieuwe moment is donderdag 6 mei, uiterlijk 12.00 uur.", "U vroeg om een ander moment")]
    [InlineData(true, "Your new time is Thursday 6 May, by 12:00.", "You asked for another time")]
    public async Task Another_moment_is_chosen_from_those_the_team_can_keep(bool english, string says, string tells)
    {
        await using var acting = await Acting.StartAsync(english);

        var form = await acting.FormAsync(CitizenAct.Moment);
        var page = await form.With("Form.Chosen", "2027-05-06.morning").SubmitAsync();

        page.TextOf(".utrecht-alert--ok").ShouldBe(says);
        page.TextOf(".t-story").ShouldContain(tells[..20]);
        var promise = await acting.PromiseAsync();
        promise.LimitAt.ShouldBe(promise.Due);
        promise.FirstDue.ShouldNotBe(promise.Due);
        (await acting.DoneAsync()).ShouldBe(["promise.renew"]);
    }

    [Fact]
    public async Task The_first_eight_moments_are_offered_and_not_the_promised_one()
    {
        await using var acting = await Acting.StartAsync();

        var offered = (await acting.PageAsync()).All("input[name='Form.Chosen']").Select(i => i.GetAttribute("value"));

        offered.ShouldBe([
            "2027-05-03.morning",
            "2027-05-03.afternoon",
            "2027-05-04.morning",
            "2027-05-05.morning",
            "2027-05-05.afternoon",
            "2027-05-06.morning",
            "2027-05-06.afternoon",
            "2027-05-07.morning",
        ]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("onzin")]
    [InlineData("2027-05-09.morning")]
    [InlineData("2027-05-08.morning")]
    [InlineData("2027-05-10.evening")]
    [InlineData("2027-05-04.afternoon")]
    [InlineData("2026-05-04.morning")]
    [InlineData("2099-05-04.morning")]
    public async Task A_moment_on_which_we_are_closed_cannot_be_chosen(string code)
    {
        await using var acting = await Acting.StartAsync();

        var page = await acting.PostAsync(CitizenAct.Moment, null, ("Form.Chosen", code));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.TextOf("#doe-moment .t-field__error").ShouldStartWith(code.Length == 0 ? "Kies een" : "Dit moment kan");
        (await acting.DoneAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, "Wij hebben uw aanvulling. Team Belastingen leest dit.", "U vulde uw vraag aan")]
    [InlineData(true, "We have what you added. The Belastingen team will read it.", "You added something")]
    public async Task What_is_added_is_read_by_colleagues_as_the_citizens_own_words(
        bool english,
        string says,
        string tells
    )
    {
        await using var acting = await Acting.StartAsync(english);

        var page = await (await acting.FormAsync(CitizenAct.Add))
            .With("Form.Text", " Ik kreeg <b>nog</b> een brief.\nVan de deurwaarder. ")
            .SubmitAsync();

        page.TextOf(".utrecht-alert--ok").ShouldBe(says);
        page.TextOf(".t-story").ShouldContain(tells);
        page.Text.ShouldNotContain("deurwaarder");
        (await acting.DoneAsync()).ShouldBe(["promise.added_to"]);
        var told = await acting.CaseAsync();
        told.TextOf(".t-said").ShouldBe("De burger schreef:Ik kreeg <b>nog</b> een brief. Van de deurwaarder.");
        told.All(".t-internal").ShouldAllBe(e => !e.TextContent.Contains("deurwaarder"));
    }

    [Theory]
    [InlineData(0, "Schrijf op wat wij moeten weten.")]
    [InlineData(2001, "Dit is te lang. Gebruik niet meer dan 2000 tekens. U schreef er 2001.")]
    public async Task Nothing_and_too_much_get_a_sentence(int length, string says)
    {
        await using var acting = await Acting.StartAsync();
        var text = new string('a', length);

        var page = await (await acting.FormAsync(CitizenAct.Add)).With("Form.Text", text).SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.TextOf("#doe-aanvullen .t-field__error").ShouldBe(says);
        page.Form("#doe-aanvullen form").ValueOf("Form.Text").ShouldBe(text);
    }

    [Fact]
    public async Task What_cannot_be_seen_is_left_out_of_what_is_added()
    {
        await using var acting = await Acting.StartAsync();

        var page = await (await acting.FormAsync(CitizenAct.Add)).With("Form.Text", "ab\u001b c").SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.OK);
        (await acting.CaseAsync()).TextOf(".t-said").ShouldEndWith("ab c");
    }

    [Theory]
    [InlineData(
        false,
        "Uw vraag is gestopt.",
        "U hebt geen hulp meer nodig",
        "Open mijn vraag weer",
        "Uw vraag is weer open."
    )]
    [InlineData(
        true,
        "Your question has been stopped.",
        "You no longer need help",
        "Open my question again",
        "Your question is open again."
    )]
    public async Task Stopping_ends_the_promise_and_it_can_be_opened_again(
        bool english,
        string stopped,
        string big,
        string button,
        string opened
    )
    {
        await using var acting = await Acting.StartAsync(english);

        var page = await acting.WithdrawAsync();

        page.TextOf(".utrecht-alert--ok").ShouldStartWith(stopped);
        page.TextOf(".t-promised__big").ShouldBe(big);
        page.All("#veranderen").ShouldBeEmpty();
        (await acting.PromiseAsync()).IsOpen.ShouldBeFalse();

        var again = await page.Form(".t-promised form").SubmitAsync(button);

        again.TextOf(".utrecht-alert--ok").ShouldStartWith(opened);
        (await acting.PromiseAsync()).IsOpen.ShouldBeTrue();
        (await acting.DoneAsync()).ShouldBe(["promise.end", "promise.reopen"]);
    }

    [Fact]
    public async Task After_attempts_without_contact_one_press_opens_it_again()
    {
        await using var acting = await Acting.StartAsync();
        await acting.AttemptsDoneAsync();

        var page = await (await acting.PageAsync()).Form(".t-promised form").SubmitAsync();

        page.TextOf(".utrecht-alert--ok").ShouldBe("Uw vraag is weer open. Fatma heeft uw vraag.");
        page.TextOf(".t-story").ShouldContain("U opende uw vraag weer");
        (await acting.PromiseAsync()).IsOpen.ShouldBeTrue();
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public async Task It_can_be_opened_again_for_thirty_days(int days, bool open)
    {
        await using var acting = await Acting.StartAsync();
        var stopped = await acting.WithdrawAsync();
        acting.App.Clock.Advance(NodaTime.Duration.FromDays(days));

        (await acting.PageAsync()).All(".t-promised form").Count.ShouldBe(open ? 1 : 0);
        var page = await stopped.Form(".t-promised form").SubmitAsync();

        page.Status.ShouldBe(open ? HttpStatusCode.OK : HttpStatusCode.Conflict);
        (await acting.PromiseAsync()).IsOpen.ShouldBe(open);
    }

    [Fact]
    public async Task What_was_kept_cannot_be_opened_again_from_the_page()
    {
        await using var acting = await Acting.StartAsync();
        await acting.City.EndAsync(acting.Followed, PromiseEnd.Reached);

        var page = await acting.PageAsync();

        page.All("main form").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("write", "Dan sturen we u geen bericht meer.")]
    [InlineData("do", "Dan doen we hier niets meer aan.")]
    public async Task Where_we_do_not_call_no_number_is_asked(string kind, string says)
    {
        await using var acting = await Acting.StartAsync(kind: kind);

        var page = await acting.PageAsync();

        page.All("#doe-nummer").ShouldBeEmpty();
        page.TextOf("#doe-stoppen").ShouldContain(says);
        page.All("script").ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_several_promises_each_has_its_own_forms()
    {
        await using var acting = await Acting.StartAsync();
        acting.App.Clock.Set(2027, 5, 3, 11, 0);
        var second = await acting.City.PromisedAsync("de aanmaning", matterId: acting.Followed.MatterId);

        var page = await (await acting.PageAsync()).FollowAsync("de aanmaning");
        await page.Form("#doe-stoppen form").SubmitAsync();

        (await acting.PromiseAsync()).IsOpen.ShouldBeTrue();
        (await acting.DoneAsync()).ShouldBeEmpty();
        (await acting.PageAsync()).Form(".t-promised form").ShouldNotBeNull();
        second.PromiseId.ShouldNotBe(acting.Followed.PromiseId);
    }
}
