using Markdig;
using NodaTime;
using Terecht.Modules.Knowledge.ImportArticles;
using Terecht.Modules.Knowledge.ImportArticles.Forms;
using Terecht.Modules.Knowledge.Search;

namespace Terecht.Tests.Modules.Knowledge.Search;

/// <summary>Answers for an index, without a database.</summary>
internal static class OwnAnswers
{
    /// <summary>A small town's answers, with the question of each.</summary>
    public static readonly IReadOnlyList<(string Code, string Question, string Text)> Town =
    [
        (
            "paspoort",
            "Hoe vraag ik een nieuw paspoort aan?",
            "U vraagt uw paspoort aan in het stadhuis. Een aanvraag duurt vijf werkdagen."
        ),
        (
            "rijbewijs",
            "Mijn rijbewijs verloopt, wat nu?",
            "Rijbewijzen verlengen wij aan de balie. Neem een pasfoto mee."
        ),
        (
            "verhuizen",
            "Waar geef ik een verhuizing door?",
            "Geef uw nieuwe adres online door, vanaf vier weken voor u verhuist."
        ),
        ("grofvuil", "Wie haalt mijn oude bank op?", "Grofvuil zoals een bank of kast halen wij gratis bij u op."),
        ("hond", "Moet ik hondenbelasting betalen?", "Wie een hond heeft, betaalt belasting per hond."),
        (
            "trouwen",
            "Wat kost trouwen op zaterdag?",
            "Een huwelijk op zaterdag kost meer dan op maandag. Trouwen kan ook gratis."
        ),
        (
            "lamp",
            "De straatlantaarn voor mijn huis brandt niet",
            "Een kapotte lantaarn maken wij binnen vijf werkdagen."
        ),
        (
            "geboorte",
            "Hoe doe ik aangifte van een geboorte?",
            "Geboorteaangifte doet u binnen drie dagen na de bevalling."
        ),
    ];

    public static AnswerText Make(
        string code,
        string title,
        string summary = "",
        string body = "",
        string subjects = ""
    ) =>
        new(
            IdOf(code),
            IdOf(code + " version"),
            1,
            code,
            title,
            summary,
            body,
            subjects,
            new HashSet<Guid>(),
            Instant.FromUtc(2027, 5, 3, 8, 0),
            null,
            null
        );

    /// <summary>As the importer reads it and the index takes it.</summary>
    public static AnswerText Make(ArticleLine line)
    {
        var texts = line.Texts["nl"];
        var body = Markdown.ToPlainText(texts.Body);
        return Make(line.Code, texts.Title, texts.Summary, body, string.Join('\n', line.Subjects));
    }

    public static AnswerIndex Index(params IEnumerable<AnswerText> answers) =>
        new("nl", [.. answers.OrderBy(a => a.Code, StringComparer.Ordinal)]);

    public static List<string> Codes(this AnswerIndex index, string text, int most = 10) =>
        [.. index.Search(text, most, _ => 1).Select(f => f.Answer.Code)];

    public static Guid IdOf(string code)
    {
        var bytes = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(code));
        return new Guid(bytes[..16]);
    }
}
