using System.Text.Json;
using Terecht.Modules.Knowledge.ImportArticles;
using Terecht.Modules.Knowledge.ImportArticles.Forms;
using Terecht.Modules.Knowledge.Search;
using Terecht.Platform.Import;

namespace Terecht.Tests.Modules.Knowledge.Search;

/// <summary>
/// Is the right answer found for a question in a citizen's words? On 107 questions over 180 answers of the outside data;
/// without it on the answers of the demo municipality without their titles, which are questions. Those are harder.
/// </summary>
public sealed class RetrievalTests
{
    private static readonly string? Data = Environment.GetEnvironmentVariable("TERECHT_DATA") is { Length: > 0 } folder
        ? Path.Combine(folder, "02_vac_retrieval")
        : null;

    private static readonly Lazy<AnswerIndex> Index = new(() => OwnAnswers.Index(Answers()));

    private static readonly Lazy<IReadOnlyList<Asked>> Questions = new(() => [.. Ask()]);

    /// <summary>Shares of all questions, and the mean of 1/place.</summary>
    private static readonly (double Recall, double Reciprocal, double Misspelt) Floor = Data is null
        ? (.84, .70, .81)
        : (.963, .86, .94);

    [Fact]
    public void The_right_answer_is_among_the_first_five()
    {
        var (recall, reciprocal) = Measure(q => q);
        recall.ShouldBeGreaterThanOrEqualTo(Floor.Recall);
        reciprocal.ShouldBeGreaterThanOrEqualTo(Floor.Reciprocal);
    }

    [Fact]
    public void Also_when_the_question_mark_is_not_typed_yet()
    {
        var (recall, reciprocal) = Measure(q => q.TrimEnd('?', '.'));
        recall.ShouldBeGreaterThanOrEqualTo(Floor.Recall - .01);
        reciprocal.ShouldBeGreaterThanOrEqualTo(Floor.Reciprocal);
    }

    [Theory]
    [InlineData("left out")]
    [InlineData("doubled")]
    [InlineData("swapped")]
    [InlineData("wrong")]
    public void Also_with_a_typing_error_in_the_longest_word(string error)
    {
        var (recall, _) = Measure(q => Misspelt(q, error));
        recall.ShouldBeGreaterThanOrEqualTo(Floor.Misspelt);
    }

    private static (double Recall, double Reciprocal) Measure(Func<string, string> typed)
    {
        Questions.Value.ShouldNotBeEmpty();
        var places = Questions
            .Value.Select(q => Index.Value.Codes(typed(q.Text)).FindIndex(code => q.Right.Contains(code)) + 1)
            .ToList();
        return (places.Average(p => p is > 0 and <= 5 ? 1.0 : 0), places.Average(p => p > 0 ? 1.0 / p : 0));
    }

    private static string Misspelt(string question, string error)
    {
        var word = question.Split(' ', '?', ',', '.').MaxBy(w => w.Length)!;
        var at = word.Length / 2;
        var wrong = error switch
        {
            "left out" => word.Remove(at, 1),
            "doubled" => word.Insert(at, word[at..(at + 1)]),
            "swapped" => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            _ => word[..at] + 'q' + word[(at + 1)..],
        };
        return question.Replace(word, wrong, StringComparison.Ordinal);
    }

    private static IEnumerable<AnswerText> Answers() =>
        Data is null
            ? Demo().Select(a => OwnAnswers.Make(a) with { Title = "" })
            : Lines(Path.Combine(Data, "corpus_zonder_vraag.jsonl"))
                .Select(line => OwnAnswers.Make(JsonForms.Read(JsonItem.Read(line)).Article.ShouldNotBeNull()));

    private static IEnumerable<Asked> Ask() =>
        Data is null
            ? Demo().Select(a => new Asked(a.Texts["nl"].Title, [a.Code]))
            : Lines(Path.Combine(Data, "vragen_dev.jsonl"))
                .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
                .Select(q => new Asked(
                    q.GetProperty("vraag").GetString()!,
                    [.. q.GetProperty("relevant").EnumerateArray().Select(id => id.GetString()!)]
                ));

    private static IEnumerable<ArticleLine> Demo() =>
        Directory
            .GetFiles(Path.Combine(AppContext.BaseDirectory, "demo", "maasdrecht"), "articles-*.jsonl")
            .SelectMany(Lines)
            .Select(line => JsonForms.Read(JsonItem.Read(line)).Article.ShouldNotBeNull());

    private static IEnumerable<string> Lines(string path) => File.ReadLines(path);

    private sealed record Asked(string Text, IReadOnlyList<string> Right);
}
