using System.Net;
using Terecht.Modules.Promises.Contracts;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Citizens;

/// <summary>"Zo loopt uw vraag": what happened, oldest first, and what comes next.</summary>
public sealed class StoryTests
{
    [Fact]
    public async Task A_whole_story_is_told_from_its_beginning()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync();
        app.Clock.Set(2027, 5, 3, 14, 5);
        await city.MoveAsync(followed, city.Income);
        app.Clock.Set(2027, 5, 3, 16, 20);
        await city.MoveAsync(followed, city.Taxes);
        app.Clock.Set(2027, 5, 4, 9, 40);
        await city.TryAsync(followed, AttemptOutcome.Voicemail);
        app.Clock.Set(2027, 5, 4, 9, 55);
        await city.CallAgainAsync(followed);

        (await StepsAsync(app, followed)).ShouldBe([
            "Maandag 3 mei, 10.46 uur | U belde ons, Joost schreef uw vraag op | Het gaat over: kwijtschelding loopt, toch aanmaning",
            "Maandag 3 mei, 16.20 uur | Team Inkomen keek mee | Nu heeft team Belastingen uw vraag weer. Het beloofde moment bleef hetzelfde.",
            "Vandaag, 9.40 uur | Wij belden u, u nam niet op | We spraken uw voicemail in.",
            "Vandaag, 9.55 uur | U belde ons opnieuw | Team Belastingen weet dat u wacht. Onze belofte blijft hetzelfde.",
            "Nu | Fatma belt u vandaag weer, uiterlijk 17.00 uur | Neemt u niet op? Dan proberen we het op een ander moment nog eens.",
            "Daarna | Dan is uw vraag klaar | Hebt u daarna nog iets? Bel ons en noem uw nummer. Dan openen we uw vraag weer.",
        ]);
    }

    [Fact]
    public async Task The_same_story_in_english()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync();
        app.Clock.Set(2027, 5, 3, 14, 5);
        await city.MoveAsync(followed, city.Income);
        app.Clock.Set(2027, 5, 4, 9, 40);
        await city.TryAsync(followed, AttemptOutcome.NoAnswer);

        (await StepsAsync(app, followed, english: true)).ShouldBe([
            "Monday 3 May, 10:46 | You called us, Joost wrote down your question | It is about: kwijtschelding loopt, toch aanmaning",
            "Monday 3 May, 14:05 | The Inkomen team now has your question | The promised moment stayed the same.",
            "Today, 9:40 | We called you, you did not answer",
            "Now | Fatma will call you again today, by 17:00 | Can you not answer? Then we will try again at another time.",
            "After that | Then your question is done | Is there still something after that? Call us and give your number. We will open your question again.",
        ]);
    }

    [Fact]
    public async Task What_nobody_knows_goes_to_regie_without_a_story_of_its_own()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync();
        await city.MoveAsync(followed, null);
        (await StepsAsync(app, followed))[1].ShouldContain("Team Regie zoekt wie u het beste helpt");

        await city.MoveAsync(followed, city.Income);
        var steps = await StepsAsync(app, followed);

        steps[1]
            .ShouldContain(
                "Team Regie keek mee | Nu heeft team Inkomen uw vraag. Het beloofde moment bleef hetzelfde."
            );
        steps.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_moment_that_passed_is_told_at_its_time_and_a_late_call_after_it()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync();
        app.Clock.Set(2027, 5, 5, 9, 0);

        (await StepsAsync(app, followed))[1..3]
            .ShouldBe([
                "Dinsdag 4 mei, 17.00 uur | Het beloofde moment ging voorbij | Wij hadden u toen gesproken moeten hebben.",
                "Nu | Team Belastingen belt u nog | Uw vraag staat bovenaan de lijst.",
            ]);

        await city.EndAsync(followed, PromiseEnd.Reached);
        (await StepsAsync(app, followed))[1..]
            .ShouldBe([
                "Dinsdag 4 mei, 17.00 uur | Het beloofde moment ging voorbij | Wij hadden u toen gesproken moeten hebben.",
                "Vandaag, 9.00 uur | Fatma sprak u",
            ]);
    }

    [Fact]
    public async Task Every_repeat_call_is_counted_aloud()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync();
        await city.CallAgainAsync(followed);
        await city.CallAgainAsync(followed);

        var steps = await StepsAsync(app, followed);

        steps.Count(s => s.Contains("U belde ons")).ShouldBe(3);
        steps[2].ShouldContain("U belde ons voor de 3e keer");
    }

    [Fact]
    public async Task Taking_and_giving_back_is_no_news()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync();
        await city.TakeAsync(followed);
        await city.ActAsync(followed, (id, seq) => new PromiseAct.GiveBack(id, seq, city.Fatma.StaffId));

        (await StepsAsync(app, followed)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_wrong_number_asks_for_the_right_one()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync();
        await city.TryAsync(followed, AttemptOutcome.WrongNumber);

        (await StepsAsync(app, followed))[1].ShouldContain("Bel ons en geef uw goede nummer door.");
    }

    [Fact]
    public async Task Opened_again_is_told_and_the_first_promise_still_counts()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync();
        await city.EndAsync(followed, PromiseEnd.Withdrawn, "x");
        app.Clock.Set(2027, 5, 3, 12, 0);
        await city.ActAsync(followed, (id, seq) => new PromiseAct.Reopen(id, seq, city.Fatma.StaffId, "toch nodig"));

        var steps = await StepsAsync(app, followed);

        steps[1].ShouldContain("U had geen hulp meer nodig");
        steps[2].ShouldContain("Uw vraag is weer open | De eerste belofte blijft tellen.");
        steps[3].ShouldStartWith("Nu | ");
    }

    [Fact]
    public async Task What_the_citizen_heard_is_told()
    {
        await using var app = await App.StartAsync();
        var followed = await (await City.BuildAsync(app)).AnsweredAsync();

        (await StepsAsync(app, followed)).ShouldBe([
            "Vandaag, 10.46 uur | U belde ons, Joost schreef uw vraag op | U hoorde: Moet ik al betalen als mijn kwijtschelding nog loopt?",
        ]);
    }

    private static async Task<List<string>> StepsAsync(App app, Followed followed, bool english = false)
    {
        using var browser = new Browser(app);
        var page = await browser.GetAsync(english ? followed.Access.PathEn : followed.Access.Path);
        page.Status.ShouldBe(HttpStatusCode.OK);
        return
        [
            .. page.All(".t-story > li")
                .Select(li => string.Join(" | ", li.QuerySelectorAll("p").Select(p => Page.Words(p)))),
        ];
    }
}
