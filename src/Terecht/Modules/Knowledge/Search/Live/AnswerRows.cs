using System.Security.Cryptography;
using System.Text;
using Markdig;
using NodaTime;
using Npgsql;
using Terecht.Modules.Catalogue.Contracts;

namespace Terecht.Modules.Knowledge.Search.Live;

/// <summary>The answers of one municipality in one language: one index.</summary>
internal readonly record struct Shelf(Guid MunicipalityId, string Language);

/// <summary>Reads what the indexes are made of.</summary>
internal sealed class AnswerRows(NpgsqlDataSource source, ICatalogue catalogue)
{
    /// <summary>A sum over all that an index holds, for each shelf: another sum is another index.</summary>
    public async Task<Dictionary<Shelf, string>> SumsAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            """
            select a.municipality_id, v.language, md5(string_agg(
                concat_ws(' ', v.id, a.code, a.owner_team_id, a.review_on, md5(a.subjects), t.ids), ',' order by v.id))
            from knowledge.article a
            join knowledge.article_version v on v.article_id = a.id and v.current
            left join (select article_id, string_agg(topic_id::text, ' ' order by topic_id) as ids
                       from knowledge.article_topic group by article_id) t on t.article_id = a.id
            group by a.municipality_id, v.language
            """
        );
        var topics = (await catalogue.NowAsync(ct)).Topics.ToLookup(t => t.MunicipalityId);
        var sums = new Dictionary<Shelf, string>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            var shelf = new Shelf(rows.GetGuid(0), rows.GetString(1));
            sums[shelf] = rows.GetString(2) + SumOf(topics[shelf.MunicipalityId]);
        }
        return sums;
    }

    /// <summary>The current answers of a shelf, in the order of their codes.</summary>
    public async Task<List<AnswerText>> ReadAsync(Shelf shelf, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            """
            select a.id, v.id, v.number, a.code, v.title, v.summary, v.body, a.subjects, v.published_at, a.review_on,
                   a.owner_team_id, array(select topic_id from knowledge.article_topic t where t.article_id = a.id)
            from knowledge.article a
            join knowledge.article_version v on v.article_id = a.id and v.current and v.language = $2
            where a.municipality_id = $1
            order by a.code
            """
        );
        command.Parameters.AddWithValue(shelf.MunicipalityId);
        command.Parameters.AddWithValue(shelf.Language);
        var known = await catalogue.NowAsync(ct);
        var answers = new List<AnswerText>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            var topics = rows.GetFieldValue<Guid[]>(11);
            answers.Add(
                new AnswerText(
                    rows.GetGuid(0),
                    rows.GetGuid(1),
                    rows.GetInt32(2),
                    rows.GetString(3),
                    rows.GetString(4),
                    rows.GetString(5),
                    Markdown.ToPlainText(rows.GetString(6)),
                    Subjects(rows.GetString(7), topics.Select(t => known.FindTopic(t)), shelf.Language),
                    topics.ToHashSet(),
                    rows.GetFieldValue<Instant>(8),
                    await rows.IsDBNullAsync(9, ct) ? null : rows.GetFieldValue<LocalDate>(9),
                    await rows.IsDBNullAsync(10, ct) ? null : rows.GetGuid(10)
                )
            );
        }
        return answers;
    }

    /// <summary>How often each answer was used that was used at all.</summary>
    public async Task<Dictionary<Guid, int>> UsesAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("select id, used from knowledge.article where used > 0");
        var uses = new Dictionary<Guid, int>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            uses[rows.GetGuid(0)] = rows.GetInt32(1);
        }
        return uses;
    }

    private static string Subjects(string own, IEnumerable<TopicCard?> topics, string language) =>
        string.Join(
            '\n',
            topics.OfType<TopicCard>().Select(t => language == "en" ? t.NameEn : t.Name + "\n" + t.Keywords).Append(own)
        );

    private static string SumOf(IEnumerable<TopicCard> topics)
    {
        var text = string.Join('\n', topics.OrderBy(t => t.Id).Select(t => $"{t.Id} {t.Name} {t.NameEn} {t.Keywords}"));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
