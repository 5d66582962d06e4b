using Microsoft.EntityFrameworkCore;
using Terecht.Platform.Data;

namespace Terecht.Modules.Knowledge.ImportArticles;

/// <summary>The topics and teams that a file may name, read when the import runs: they may have been imported a moment ago.</summary>
internal sealed class ArticleLinks
{
    private readonly Dictionary<string, Guid> _topics;
    private readonly ILookup<string, Guid> _topicsByName;
    private readonly Dictionary<string, Guid> _teams;

    private ArticleLinks(IReadOnlyCollection<TopicRow> topics, IReadOnlyCollection<TeamRow> teams)
    {
        _topics = topics.ToDictionary(t => t.Code, t => t.Id, StringComparer.OrdinalIgnoreCase);
        _topicsByName = topics.ToLookup(t => t.Name, t => t.Id, StringComparer.OrdinalIgnoreCase);
        _teams = teams.ToDictionary(t => t.Code, t => t.Id, StringComparer.OrdinalIgnoreCase);
    }

    public static async Task<ArticleLinks> ReadAsync(TerechtDb db, Guid municipalityId, CancellationToken ct) =>
        new(
            await db
                .Database.SqlQuery<TopicRow>(
                    $"select topic_id as id, code, name from catalogue.pub_topic where municipality_id = {municipalityId}"
                )
                .ToListAsync(ct),
            await db
                .Database.SqlQuery<TeamRow>(
                    $"select team_id as id, code from organisation.pub_team where municipality_id = {municipalityId}"
                )
                .ToListAsync(ct)
        );

    /// <summary>The topics of an article, and a sentence for every code that is not known.</summary>
    public IReadOnlySet<Guid> Topics(ArticleLine line, Action<string> warn)
    {
        var found = new HashSet<Guid>();
        foreach (var code in line.TopicCodes)
        {
            if (_topics.TryGetValue(code, out var topic))
            {
                found.Add(topic);
            }
            else
            {
                warn($"Onderwerp '{code}' kennen we niet. Het antwoord is geladen zonder dit onderwerp.");
            }
        }
        // A subject is a word of the source: one that is no topic of ours is no mistake.
        found.UnionWith(line.Subjects.SelectMany(s => _topicsByName[s]));
        return found;
    }

    public Guid? Team(ArticleLine line, Action<string> warn)
    {
        if (line.Team is not { } code)
        {
            return null;
        }
        if (_teams.TryGetValue(code, out var team))
        {
            return team;
        }
        warn($"Team '{code}' kennen we niet. Het antwoord is geladen zonder eigenaar.");
        return null;
    }

    private sealed record TopicRow(Guid Id, string Code, string Name);

    private sealed record TeamRow(Guid Id, string Code);
}
