using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Terecht.BrowserTests.Testing;
using Terecht.Modules.Contacts.Data;
using Terecht.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Terecht.BrowserTests;

/// <summary>
/// A plain question that is answered costs at most twelve keys besides the note, from the telephone that opens the screen to
/// wrapped up, with the caller chosen among two people on one number. Every key that goes down counts, Ctrl too.
/// </summary>
public sealed class PlainQuestion
{
    private const int Most = 12;

    /// <summary>The note brings the answer, the answer brings its topic.</summary>
    [Fact]
    public async Task Answered_from_what_was_noted_takes_at_most_twelve_keys()
    {
        await using var app = await App.ServeAsync();
        var world = await World.StartAsync(app);
        var (agent, keys, clock) = await CallAsync(world);

        await keys.NoteAsync("Moet zij al betalen? Haar kwijtschelding loopt nog.");
        await Expect(agent.Locator(".t-answer__use[data-key='1']")).ToContainTextAsync("Moet ik al betalen");
        await ChooseCallerAsync(agent, keys);
        await keys.PressAsync("1");
        await Expect(agent.Locator(".t-used a")).ToContainTextAsync("Moet ik al betalen");
        await EndAsync(agent, keys, clock);

        var question = await OnlyQuestionAsync(world);
        question.ArticleVersionId.ShouldBe(world.Answer);
    }

    /// <summary>The agent knows the answer by heart and names the topic.</summary>
    [Fact]
    public async Task Answered_by_heart_with_a_topic_takes_at_most_twelve_keys()
    {
        await using var app = await App.ServeAsync();
        var world = await World.StartAsync(app);
        var (agent, keys, clock) = await CallAsync(world);

        await keys.NoteAsync("Vroeg hoe lang het duurt. Zes weken.");
        await ChooseCallerAsync(agent, keys);
        await keys.PressAsync("q");
        await keys.TypeAsync("kw");
        await Expect(agent.Locator("li[role=option][aria-selected=true]")).ToContainTextAsync("Kwijtschelding");
        await keys.PressAsync("Enter", "Escape");
        await EndAsync(agent, keys, clock);

        await OnlyQuestionAsync(world);
    }

    private static async Task<(IPage, Keyboard, Stopwatch)> CallAsync(World world)
    {
        var agent = await Chromium.PersonAsync(world.App.Address);
        await agent.SignInAsync(world.Agent);
        await agent.GotoAsync("/werkplek/bel?nummer=0612345678&via=14099");
        var clock = Stopwatch.StartNew();
        await Expect(agent.Locator("#Note")).ToBeFocusedAsync();
        return (agent, new Keyboard(agent), clock);
    }

    private static async Task ChooseCallerAsync(IPage agent, Keyboard keys)
    {
        await keys.PressAsync("Escape");
        await keys.ChooseCallerAsync("W. Verbeek");
        await Expect(agent.Locator("#beller h2")).ToContainTextAsync("Wil Verbeek");
    }

    private static async Task EndAsync(IPage agent, Keyboard keys, Stopwatch clock)
    {
        await keys.PressAsync("b", "Control+Enter");
        await Expect(agent.Locator("#klaar")).ToContainTextAsync("Vastgelegd");

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{keys.Pressed} keys besides the note, {clock.Elapsed.TotalSeconds:0.0} s"
        );
        keys.Pressed.ShouldBeGreaterThan(3);
        keys.Pressed.ShouldBeLessThanOrEqualTo(Most);
    }

    private static async Task<Question> OnlyQuestionAsync(World world)
    {
        var question = await world.App.InDbAsync(db => db.Set<Question>().SingleAsync());
        question.Outcome.ShouldBe("answered");
        question.TopicId.ShouldBe(world.Remission);
        question.Note.ShouldNotBeEmpty();
        var contact = await world.App.InDbAsync(db => db.Set<Contact>().SingleAsync());
        contact.PartyId.ShouldBe(world.Wil);
        return question;
    }
}
