using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Contacts.Data;
using Terecht.Modules.Desk.Call;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Desk.Call;

/// <summary>Saves of what is typed may come in another order than they were sent.</summary>
public sealed class DraftOrderTests
{
    [Fact]
    public async Task A_late_older_save_of_the_same_tab_is_left_aside_and_answered_as_saved()
    {
        await using var app = await App.StartAsync();
        using var tab = await TabAsync(await World.StartAsync(app));

        await tab.SaveAsync("de hele zin", "a 1800000000002");
        await tab.SaveAsync("de hele", "a 1800000000001");
        (await NoteAsync(app)).ShouldBe("de hele zin");
        await tab.SaveAsync("de", "a 1800000000002");
        (await NoteAsync(app)).ShouldBe("de hele zin");
        await tab.SaveAsync("de hele zin, en meer", "a 1800000000003");
        (await NoteAsync(app)).ShouldBe("de hele zin, en meer");
    }

    /// <summary>Of another machine the clock may be behind; what is typed there last must not get lost.</summary>
    [Fact]
    public async Task Another_tab_with_a_lower_number_is_saved()
    {
        await using var app = await App.StartAsync();
        using var tab = await TabAsync(await World.StartAsync(app));

        await tab.SaveAsync("aan de balie", "a 1800000000002");
        await tab.SaveAsync("aan de telefoon", "b 5");
        (await NoteAsync(app)).ShouldBe("aan de telefoon");
        await tab.SaveAsync("aan de ba", "a 1800000000001");
        (await NoteAsync(app)).ShouldBe("aan de telefoon");
    }

    [Fact]
    public async Task A_draft_that_is_late_does_not_undo_the_form_that_was_sent_after_it()
    {
        await using var app = await App.StartAsync();
        using var tab = await TabAsync(await World.StartAsync(app));

        await tab.SendAsync("Bewaar", "met het antwoord", "a 8");
        await tab.SaveAsync("zonder", "a 7");
        (await NoteAsync(app)).ShouldBe("met het antwoord");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a")]
    [InlineData("12")]
    [InlineData("a -1")]
    [InlineData("a 1 2")]
    [InlineData("a 99999999999999999999")]
    [InlineData(" 5")]
    public async Task A_save_without_a_right_number_is_saved(string? number)
    {
        await using var app = await App.StartAsync();
        using var tab = await TabAsync(await World.StartAsync(app));

        await tab.SaveAsync("eerst", "a 9");
        await tab.SaveAsync("daarna", number);
        (await NoteAsync(app)).ShouldBe("daarna");
    }

    [Fact]
    public async Task A_contact_that_is_not_open_any_more_says_so_whatever_the_number()
    {
        await using var app = await App.StartAsync();
        using var tab = await TabAsync(await World.StartAsync(app));
        await tab.SaveAsync("klaar", "a 9");
        await app.InDbAsync(db => db.Set<Draft>().ExecuteDeleteAsync());

        (await tab.PostAsync("Concept", "te laat", "a 8")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> NoteAsync(App app) =>
        CallDraft
            .Read(await app.InDbAsync(db => db.Set<Draft>().Select(d => d.Content).SingleAsync()))
            .Questions[0]
            .Note;

    private static async Task<Tab> TabAsync(World world)
    {
        var browser = await Given.SignedInAsync(world.App, world.Agent);
        var call = await browser.GetAsync("/werkplek/bel?nummer=06-12345678");
        return new Tab(browser, call.Url, call.Form("#vraag").ValueOf("__RequestVerificationToken")!);
    }

    private sealed record Tab(Browser Browser, Uri Address, string Token) : IDisposable
    {
        public async Task SaveAsync(string note, string? number)
        {
            using var answer = await PostAsync("Concept", note, number);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            using var json = JsonDocument.Parse(
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            );
            json.RootElement.GetProperty("savedAt").GetString()!.Length.ShouldBeGreaterThan(6);
        }

        public async Task SendAsync(string handler, string note, string number)
        {
            using var answer = await PostAsync(handler, note, null, number);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        public Task<HttpResponseMessage> PostAsync(string handler, string note, string? header, string? field = null)
        {
            var fields = new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = Token,
                ["Note"] = note,
                ["Draft-No"] = field ?? "",
            };
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, $"?vraag=1&handler={handler}"))
            {
                Content = new FormUrlEncodedContent(fields),
            };
            if (header is not null)
            {
                request.Headers.TryAddWithoutValidation("Draft-No", header);
            }
            return Browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
        }

        public void Dispose() => Browser.Dispose();
    }
}
