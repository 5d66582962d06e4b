using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Terecht.Modules.Citizens;
using Terecht.Modules.Promises.Contracts;
using Terecht.Tests.Testing;
using Errors = Terecht.Modules.Shared.Error;

namespace Terecht.Tests.Modules.Citizens;

/// <summary>Texts whose names are put together while the program runs: each must be there, in both languages.</summary>
public sealed class TextsTests
{
    private static readonly string[] Kinds = ["call", "write", "do"];

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Every_text_that_a_page_may_ask_for_is_there(string language)
    {
        await using var app = await App.StartAsync();
        var texts = app.Services.GetRequiredService<IStringLocalizer<Texts>>();
        var outcomes = Enum.GetValues<AttemptOutcome>().Select(o => $"Attempt_{o.Word()}");
        var ends = Enum.GetValues<PromiseEnd>()
            .Select(e => e.Word())
            .Where(e => e != "delivered")
            .Concat(["delivered_write", "delivered_do"])
            .Select(e => $"End_{e}");
        string[] names =
        [
            .. Kinds.SelectMany(k =>
                new[] { "Late", "Kept", "Passed", "Next", "Next_late", "If_today", "If" }.Select(n => $"{n}_{k}")
            ),
            .. new[] { "phone", "counter", "mail", "chat", "web", "letter", "social", "video", "street" }.Select(c =>
                $"Asked_{c}"
            ),
            .. new[]
            {
                "answered",
                "decided",
                "transferred",
                "referred",
                "appointment",
                "call_again",
                "broken_off",
            }.SelectMany(o => new[] { $"Outcome_{o}", $"Settled_{o}" }),
            .. outcomes,
            .. ends,
        ];

        Missing(texts, names, language).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Every_fault_has_its_words(string language)
    {
        await using var app = await App.StartAsync();
        var texts = app.Services.GetRequiredService<IStringLocalizer<Errors.Texts>>();

        var names = new[] { 400, 403, 404, 405, 429, 500 }.SelectMany(s =>
            new[] { $"Title_{s}", $"Text_{s}_public", $"Text_{s}_staff" }
        );

        Missing(texts, names, language).ShouldBeEmpty();
    }

    [Fact]
    public async Task Both_languages_have_the_same_texts_with_the_same_places_to_fill_in()
    {
        await using var app = await App.StartAsync();
        var texts = app.Services.GetRequiredService<IStringLocalizer<Texts>>();

        var dutch = In("nl", () => All(texts));
        var english = In("en", () => All(texts));

        dutch.Count.ShouldBeGreaterThan(100);
        english.Keys.ShouldBe(dutch.Keys, ignoreOrder: true);
        dutch.Keys.Where(k => Places(dutch[k]) != Places(english[k])).ShouldBeEmpty();
    }

    private static Dictionary<string, string> All(IStringLocalizer texts) =>
        texts.GetAllStrings(includeParentCultures: false).ToDictionary(t => t.Name, t => t.Value);

    private static string Places(string text) =>
        string.Concat(Enumerable.Range(0, 4).Where(i => text.Contains("{" + i + "}", StringComparison.Ordinal)));

    private static List<string> Missing(IStringLocalizer texts, IEnumerable<string> names, string language) =>
        In(language, () => names.Where(n => texts[n].ResourceNotFound).ToList());

    private static T In<T>(string language, Func<T> work)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo(language);
        try
        {
            return work();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
