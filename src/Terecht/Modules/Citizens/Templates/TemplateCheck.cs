using Terecht.Modules.Citizens.Tell;
using Terecht.Platform.Messages;

namespace Terecht.Modules.Citizens.Templates;

/// <summary>Whether a text tells what it must, and names no field that is not there.</summary>
internal static class TemplateCheck
{
    public const int LongestBody = 2000;
    public const int LongestSubject = 150;

    /// <summary>What is wrong, per field of the form; empty when it may be kept.</summary>
    public static IReadOnlyList<(string Field, string Sentence)> Wrong(
        Occasion occasion,
        string channel,
        string subject,
        string body
    )
    {
        var wrong = new List<(string, string)>();
        if (channel != MessageChannel.Sms)
        {
            wrong.AddRange(
                string.IsNullOrWhiteSpace(subject) ? ["Vul in waar het bericht over gaat."]
                    : subject.Length > LongestSubject
                        ? [$"Het onderwerp is te lang. Er passen {LongestSubject} tekens in."]
                    : Unknown(occasion, subject),
                "Subject"
            );
        }
        wrong.AddRange(
            string.IsNullOrWhiteSpace(body) ? ["Vul de tekst in."]
                : body.Length > LongestBody ? [$"De tekst is te lang. Er passen {LongestBody} tekens in."]
                : [.. Missing(occasion, body), .. Unknown(occasion, body)],
            "Body"
        );
        return wrong;
    }

    private static void AddRange(this List<(string, string)> wrong, IEnumerable<string> sentences, string field) =>
        wrong.AddRange(sentences.Select(s => (field, s)));

    private static IEnumerable<string> Missing(Occasion occasion, string body)
    {
        var there = MessageText.FieldsIn(body);
        return occasion.Needs.Where(n => !there.Contains(n)).Select(n => $"In de tekst ontbreekt (({n})).");
    }

    private static IEnumerable<string> Unknown(Occasion occasion, string text)
    {
        var known = occasion.Needs.Concat(occasion.May).ToList();
        return MessageText
            .FieldsIn(text)
            .Where(f => !known.Contains(f))
            .Select(f =>
                $"(({f})) kennen we hier niet. U kunt kiezen uit {string.Join(", ", known.Select(k => $"(({k}))"))}."
            );
    }
}
