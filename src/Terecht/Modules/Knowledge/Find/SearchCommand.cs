using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Organisation.Contracts;

namespace Terecht.Modules.Knowledge.Find;

/// <summary><c>./terecht search TEXT</c>: the answers that the Werkplek would show.</summary>
internal static class SearchCommand
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <param name="build">Makes the program; called after the arguments were found to be right.</param>
    public static Command Create(Func<WebApplication> build)
    {
        var text = new Argument<string[]>("text") { Description = "The question, as somebody asks it." };
        var json = new Option<bool>("--json") { Description = "One JSON list." };
        var language = new Option<string>("--language") { Description = "nl or en.", DefaultValueFactory = _ => "nl" };
        language.AcceptOnlyFromAmong("nl", "en");
        var most = new Option<int>("--most") { Description = "How many answers.", DefaultValueFactory = _ => 10 };
        var municipality = new Option<string?>("--municipality") { Description = "Code; the first one by default." };
        var command = new Command("search", "Find approved answers.") { text, json, language, most, municipality };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var app = build();
                await using var scope = app.Services.CreateAsyncScope();
                return await RunAsync(
                    scope.ServiceProvider,
                    new Asked(
                        string.Join(' ', parsed.GetRequiredValue(text)),
                        parsed.GetValue(language)!,
                        parsed.GetValue(most),
                        parsed.GetValue(municipality),
                        parsed.GetValue(json)
                    ),
                    Console.Out,
                    Console.Error,
                    ct
                );
            }
        );
        return command;
    }

    /// <returns>0; 1 where the municipality is not known, and standard error says so.</returns>
    public static async Task<int> RunAsync(
        IServiceProvider services,
        Asked asked,
        TextWriter output,
        TextWriter error,
        CancellationToken ct
    )
    {
        var towns = (await services.GetRequiredService<IOrganisation>().NowAsync(ct)).Municipalities;
        var town = towns.FirstOrDefault(m => asked.Municipality is null || m.Code == asked.Municipality);
        if (town is null)
        {
            await error.WriteLineAsync(
                towns.Count == 0
                    ? "Er is nog geen gemeente. Laad eerst gegevens."
                    : $"De gemeente '{asked.Municipality}' kennen we niet. Kies uit: {string.Join(", ", towns.Select(t => t.Code))}."
            );
            return 1;
        }
        var hits = await services
            .GetRequiredService<IKnowledge>()
            .SearchAsync(
                new AnswerQuestion(town.Id, asked.Text, null, asked.Language, Math.Clamp(asked.Most, 1, 100)),
                ct
            );
        await output.WriteLineAsync(asked.Json ? JsonSerializer.Serialize(hits.Select(Shown), Json) : InWords(hits));
        return 0;
    }

    private static object Shown(AnswerHit hit) =>
        new
        {
            hit.Code,
            hit.Version,
            hit.Title,
            Excerpt = Text(hit),
            hit.PublishedAt,
            hit.ReviewOverdue,
        };

    private static string InWords(IReadOnlyList<AnswerHit> hits) =>
        hits.Count == 0
            ? "Geen antwoord gevonden. Probeer een ander woord."
            : string.Join(
                Environment.NewLine,
                hits.Select((h, i) => $"{i + 1, 2}. {h.Title} ({h.Code}, versie {h.Version})\n    {Text(h)}")
            );

    private static string Text(AnswerHit hit) => string.Concat(hit.Excerpt.Select(p => p.Text));
}

/// <param name="Municipality">Code; null for the first one.</param>
internal sealed record Asked(string Text, string Language, int Most, string? Municipality, bool Json);
