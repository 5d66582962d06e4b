using Terecht.Modules.Citizens.Tell;
using Terecht.Modules.Citizens.Templates;
using Terecht.Platform.Messages;
using Terecht.Tests.Modules.Citizens.Tell;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Citizens.Templates;

public sealed class MessagesPageTests
{
    [Fact]
    public async Task A_text_that_was_written_is_what_citizens_get_from_then_on()
    {
        await using var town = await Town.StartAsync();
        using var admin = await Given.SignedInAsync(town.App, await Given.StaffAsync(town.App, "admin"));
        var page = await admin.GetAsync("/beheer/berichten?wat=made&kanaal=sms&taal=nl");
        page.TextOf(".t-preview__text").ShouldStartWith("Gemeente Maasdrecht: u hoort uiterlijk");

        var saved = await page.Form("#tekst form")
            .With("Body", "Dag! ((moment)) hoort u ons. ((link))")
            .SubmitAsync("Bewaar");
        saved.TextOf("#tekst").ShouldContain("Bewaard als versie 1.");
        saved.TextOf("#berichten").ShouldContain("eigen tekst, versie 1");
        await town.PromiseAsync("sms", Town.Number);
        await town.SettledAsync();

        town.Notify.Accepted.ShouldHaveSingleItem()
            .Text.ShouldStartWith("Dag! uiterlijk dinsdag 4 mei om 17.00 uur hoort u ons. https://");
        (await town.MessagesAsync(await OnlyAsync(town))).Single().TemplateVersion.ShouldBe(1);
    }

    [Theory]
    [InlineData("Bekijk ((link))", "In de tekst ontbreekt ((moment)).")]
    [InlineData("((moment)) ((link)) ((naam))", "((naam)) kennen we hier niet.")]
    [InlineData("", "Vul de tekst in.")]
    public async Task A_text_that_misses_a_field_or_names_an_unknown_one_is_refused_and_stays(
        string body,
        string sentence
    )
    {
        await using var town = await Town.StartAsync();
        using var admin = await Given.SignedInAsync(town.App, await Given.StaffAsync(town.App, "admin"));
        var page = await admin.GetAsync("/beheer/berichten?wat=made&kanaal=sms&taal=nl");

        var refused = await page.Form("#tekst form").With("Body", body).SubmitAsync("Bewaar");

        ((int)refused.Status).ShouldBe(400);
        refused.TextOf("#tekst").ShouldContain(sentence);
        refused.TextOf("#Body").ShouldBe(body);
    }

    [Fact]
    public async Task Two_who_write_at_once_are_told_and_keep_what_they_typed()
    {
        await using var town = await Town.StartAsync();
        using var admin = await Given.SignedInAsync(town.App, await Given.StaffAsync(town.App, "admin"));
        var first = await admin.GetAsync("/beheer/berichten?wat=made&kanaal=sms&taal=nl");
        var second = await admin.GetAsync("/beheer/berichten?wat=made&kanaal=sms&taal=nl");
        await first.Form("#tekst form").With("Body", "Een ((moment)) ((link))").SubmitAsync("Bewaar");

        var late = await second.Form("#tekst form").With("Body", "Twee ((moment)) ((link))").SubmitAsync("Bewaar");

        ((int)late.Status).ShouldBe(400);
        late.TextOf("#tekst").ShouldContain("Iemand anders heeft deze tekst net veranderd.");
        late.TextOf("#Body").ShouldBe("Twee ((moment)) ((link))");
    }

    [Fact]
    public void Every_shipped_text_passes_its_own_check()
    {
        foreach (var occasion in Occasion.All)
        {
            foreach (var channel in MessageChannel.All)
            {
                foreach (var language in new[] { "nl", "en" })
                {
                    var text = ShippedTemplates.Of(occasion.Code, channel, language);
                    TemplateCheck.Wrong(occasion, channel, text.Subject, text.Body).ShouldBeEmpty(occasion.Code);
                }
            }
        }
    }

    [Theory]
    [InlineData(160, 'a', 1, null)]
    [InlineData(161, 'a', 2, null)]
    [InlineData(306, 'a', 2, null)]
    [InlineData(307, 'a', 3, null)]
    [InlineData(80, '€', 1, null)]
    [InlineData(81, '€', 2, null)]
    [InlineData(70, 'ï', 1, 'ï')]
    [InlineData(71, 'ï', 2, 'ï')]
    public void The_parts_of_an_sms_are_counted_as_a_telephone_counts_them(int times, char letter, int parts, char? odd)
    {
        var size = SmsLength.Of(new string(letter, times));

        size.Parts.ShouldBe(parts);
        size.Odd.ShouldBe(odd);
    }

    private static Task<Guid> OnlyAsync(Town town) =>
        town.App.InDbAsync(db => Task.FromResult(db.Set<Terecht.Modules.Promises.Data.Promise>().Single().Id));
}
