using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Catalogue.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Text;

namespace Terecht.Modules.Catalogue.ImportTopics;

/// <summary>The topics and teams of a municipality, read once for a whole file.</summary>
internal sealed class TopicShelf
{
    private readonly Dictionary<string, Topic> _topics;
    private readonly Dictionary<Guid, string> _codes;
    private readonly ILookup<string, Topic> _byUplName;
    private readonly Dictionary<string, Topic> _byUplUri;
    private readonly Dictionary<string, Guid> _teams = new(StringComparer.OrdinalIgnoreCase);

    private TopicShelf(List<Topic> topics, List<TeamRow> teams)
    {
        _topics = topics.ToDictionary(t => t.Code, StringComparer.OrdinalIgnoreCase);
        _codes = topics.ToDictionary(t => t.Id, t => t.Code);
        _byUplName = topics
            .Where(t => t.UplName is not null)
            .ToLookup(t => t.UplName!, StringComparer.OrdinalIgnoreCase);
        _byUplUri = topics
            .Where(t => t.UplUri is not null && t.Source == Forms.UplForm.Source)
            .ToDictionary(t => t.UplUri!, StringComparer.Ordinal);
        // A code says which team is meant; a name does where no code is the same.
        foreach (var team in teams)
        {
            _teams[team.Code] = team.Id;
        }
        foreach (var team in teams)
        {
            _teams.TryAdd(Fold.Of(team.Name), team.Id);
        }
    }

    public static async Task<TopicShelf> ReadAsync(TerechtDb db, Guid municipalityId, CancellationToken ct) =>
        new(
            await db.Topics.Where(t => t.MunicipalityId == municipalityId).ToListAsync(ct),
            await db
                .Database.SqlQuery<TeamRow>(
                    $"select team_id as id, code, name from organisation.pub_team where municipality_id = {municipalityId} order by code"
                )
                .ToListAsync(ct)
        );

    public Topic? Find(string code) => _topics.GetValueOrDefault(code);

    /// <summary>Code of the topic above the one with this code, as it is now.</summary>
    public string? ParentOf(string code) => Find(code)?.ParentId is { } parent ? _codes[parent] : null;

    /// <summary>The topic that a product of the national list became, also after the product got another name.</summary>
    public Topic? FindProduct(string uri) => _byUplUri.GetValueOrDefault(uri);

    /// <summary>Our own topics that say they are this product.</summary>
    public IEnumerable<Topic> OwnOf(string uplName) => _byUplName[uplName].Where(t => t.Source != Forms.UplForm.Source);

    /// <summary>The address of a product, where the national list was loaded; null where we do not have it.</summary>
    public string? UriOf(string? uplName) =>
        uplName is null ? null : _byUplName[uplName].Select(t => t.UplUri).FirstOrDefault(uri => uri is not null);

    public void Add(Topic topic)
    {
        _topics.Add(topic.Code, topic);
        _codes.Add(topic.Id, topic.Code);
    }

    public Guid? Team(string codeOrName) =>
        _teams.TryGetValue(codeOrName, out var byCode) ? byCode
        : _teams.TryGetValue(Fold.Of(codeOrName), out var byName) ? byName
        : null;

    private sealed record TeamRow(Guid Id, string Code, string Name);
}
