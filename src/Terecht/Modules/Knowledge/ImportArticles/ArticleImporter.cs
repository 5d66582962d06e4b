using Terecht.Modules.Knowledge.ImportArticles.Forms;
using Terecht.Modules.Organisation.Contracts.Import;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Import;

namespace Terecht.Modules.Knowledge.ImportArticles;

/// <summary>Loads approved answers: JSON in the forms of <see cref="JsonForms"/>, CSV in that of <see cref="CsvForm"/>.</summary>
internal sealed class ArticleImporter(TerechtDb db, TimeProvider clock, EventLog log) : ISettingsImporter
{
    public string What => "articles";

    public async Task LoadAsync(ImportRun run, Guid municipalityId, CancellationToken ct)
    {
        var links = await ArticleLinks.ReadAsync(db, municipalityId, ct);
        var shelf = await ArticleShelf.ReadAsync(db, municipalityId, ct);
        var writer = new ArticleWriter(db, clock, log, municipalityId, shelf);
        foreach (var lines in Read(run).GroupBy(l => l.Article.Code, StringComparer.Ordinal))
        {
            Put(run, writer, links, [.. lines]);
        }
        await writer.RetireAsync(ct);
    }

    /// <summary>Every line that is an article; the others are rejected.</summary>
    private static List<Line> Read(ImportRun run)
    {
        var read =
            run.File.Form == FileForm.Csv
                ? run.Rows(CsvForm.Needed, CsvForm.Other).Select(r => (r.Number, r.OneLine("code"), CsvForm.Read(r)))
                : run.JsonItems().Select(i => (i.Number, i.OneLine("code"), JsonForms.Read(i)));
        var lines = new Dictionary<string, Line>(StringComparer.Ordinal);
        foreach (var (number, name, (article, why)) in read)
        {
            if (article is null)
            {
                run.Reject(number, name, why!);
                continue;
            }
            var texts = article.Texts.ToDictionary(t => $"{article.Code} {t.Key}", t => t.Value);
            if (texts.Keys.Where(lines.ContainsKey).Select(key => lines[key]).FirstOrDefault() is not { } earlier)
            {
                foreach (var key in texts.Keys)
                {
                    lines[key] = new Line(number, article);
                }
            }
            else if (article.Texts.All(t => t.Value == earlier.Article.Texts.GetValueOrDefault(t.Key)))
            {
                run.Skip("Dit antwoord staat er twee keer in, met dezelfde tekst.");
            }
            else
            {
                run.Reject(
                    number,
                    article.Code,
                    $"Deze code staat al op regel {earlier.Number}. Haal een van de twee weg."
                );
            }
        }
        return [.. lines.Values.Distinct()];
    }

    private static void Put(ImportRun run, ArticleWriter writer, ArticleLinks links, IReadOnlyList<Line> lines)
    {
        var whole = lines.Select(l => l.Article).Aggregate((one, next) => one.Or(next));
        void Note(string why) => run.Note(lines[0].Number, whole.Code, why);
        var (article, change) = writer.PutArticle(whole, links.Team(whole, Note), links.Topics(whole, Note));
        foreach (var line in lines)
        {
            foreach (var (language, texts) in line.Article.Texts)
            {
                var text = writer.PutText(article, language, texts, line.Article.FirstNumber);
                change = change == RowChange.Same && text != RowChange.Same ? RowChange.Changed : change;
            }
            run.Count(change);
            change = change == RowChange.New ? RowChange.New : RowChange.Same;
        }
    }

    private sealed record Line(int Number, ArticleLine Article);
}
