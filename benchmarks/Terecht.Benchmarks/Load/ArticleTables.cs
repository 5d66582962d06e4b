using NodaTime;

namespace Terecht.Benchmarks.Load;

/// <summary>Answers of 154 words, each about one topic; a third of them has an older version.</summary>
internal static class ArticleTables
{
    private const int WordsPerAnswer = 154;

    public static IReadOnlyList<Table> All(Size size) =>
        [
            new(
                "knowledge.article",
                "id, municipality_id, code, owner_team_id, review_on, source",
                r => Articles(r, size)
            ),
            new(
                "knowledge.article_version",
                "id, article_id, number, language, title, summary, body, published_at, current",
                r => Versions(r, size)
            ),
            new("knowledge.article_topic", "article_id, topic_id", r => Topics(r, size)),
        ];

    /// <summary>The first words of the answer that holds now.</summary>
    public static string BodyOf(int article, int words) =>
        Words.Prose(Seed(article, HasOlder(article) ? 2 : 1) + 2, words);

    private static bool HasOlder(int article) => article % 3 == 0;

    private static int Seed(int article, int number) => (article * 10) + (number * 3);

    private static void Articles(CopyRows rows, Size size)
    {
        for (var i = 0; i < size.Articles; i++)
        {
            rows.Row()
                .Id(House.Article(i))
                .Id(House.Municipality)
                .Text($"A-{i:D4}")
                .Id(House.Team[i % House.Teams])
                .Day(new LocalDate(2027, 12, 1))
                .Text("benchmark");
        }
    }

    private static void Versions(CopyRows rows, Size size)
    {
        for (var i = 0; i < size.Articles; i++)
        {
            var number = 1;
            if (HasOlder(i))
            {
                Version(rows, i, Draw.Id(Of.House, 90_000 + i, Size.Start), number++, current: false);
            }
            Version(rows, i, House.ArticleVersion(i), number, current: true);
        }
    }

    private static void Version(CopyRows rows, int article, Guid id, int number, bool current) =>
        rows.Row()
            .Id(id)
            .Id(House.Article(article))
            .Number(number)
            .Text("nl")
            .Text(Words.Prose(Seed(article, number), 5))
            .Text(Words.Prose(Seed(article, number) + 1, 20))
            .Text(Words.Prose(Seed(article, number) + 2, WordsPerAnswer))
            .At(Size.Start)
            .Flag(current);

    private static void Topics(CopyRows rows, Size size)
    {
        for (var i = 0; i < size.Articles; i++)
        {
            rows.Row().Id(House.Article(i)).Id(House.Topic[i % House.Topics]);
        }
    }
}
