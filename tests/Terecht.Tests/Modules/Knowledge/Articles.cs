using Microsoft.Extensions.DependencyInjection;
using Terecht.Modules.Catalogue.Data;
using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Organisation.Contracts.Import;
using Terecht.Platform.Data;
using Terecht.Platform.Import;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Knowledge;

/// <summary>Answers brought in and asked for by the program's own ways.</summary>
internal static class Articles
{
    /// <summary>What <c>./terecht import articles</c> does.</summary>
    public static Task<ImportReport> ImportAsync(App app, string text, bool preview = false) =>
        ImportAsync(app, ImportFile.Of("test", text), preview);

    public static Task<ImportReport> ImportAsync(App app, ImportFile file, bool preview = false) =>
        app.InScopeAsync(services =>
            services
                .GetRequiredService<SettingsImport>()
                .RunAsync("articles", file, null, preview, TestContext.Current.CancellationToken)
        );

    /// <summary>One line of our own form.</summary>
    public static string Line(string code, string title, string summary = "Zo is het.") =>
        $$$"""{"code": "{{{code}}}", "nl": {"title": "{{{title}}}", "summary": "{{{summary}}}"}}""";

    public static Task<Guid> TopicAsync(App app, Guid municipality, string code, string name, string keywords = "") =>
        app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TerechtDb>();
            var topic = new Topic
            {
                Id = app.Clock.NewId(),
                MunicipalityId = municipality,
                Code = code,
                Name = name,
                NameEn = name,
                Keywords = keywords,
                Source = "test",
            };
            db.Add(topic);
            await db.SaveChangesAsync();
            return topic.Id;
        });

    public static Task<IReadOnlyList<AnswerHit>> SearchAsync(
        App app,
        Guid municipality,
        string text,
        Guid? topic = null,
        string language = "nl"
    ) =>
        app.InScopeAsync(async services =>
            await services
                .GetRequiredService<IKnowledge>()
                .SearchAsync(
                    new AnswerQuestion(municipality, text, topic, language, 10),
                    TestContext.Current.CancellationToken
                )
        );

    /// <summary>Asks again until the feed has brought it here; no wall time is asserted on, only that it comes.</summary>
    public static async Task<IReadOnlyList<AnswerHit>> SearchUntilAsync(
        App app,
        Guid municipality,
        string text,
        Func<IReadOnlyList<AnswerHit>, bool> there
    )
    {
        for (var tries = 0; ; tries++)
        {
            var hits = await SearchAsync(app, municipality, text);
            if (there(hits) || tries > 400)
            {
                return hits;
            }
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
