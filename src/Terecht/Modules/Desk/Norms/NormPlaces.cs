using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Desk.Norms;

/// <summary>The places where a norm of a municipality can hold, by the words on screen.</summary>
internal sealed class NormPlaces
{
    public const string All = "Hele gemeente";

    private readonly Dictionary<string, NormPlace> byWords = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<NormPlace, string> words = [];

    public NormPlaces(Guid municipalityId, OrganisationNow organisation, CatalogueNow catalogue)
    {
        Add(All, new NormPlace(null, null, null));
        foreach (var team in organisation.Teams.Where(t => t.MunicipalityId == municipalityId))
        {
            Add($"Team {team.Name}", new NormPlace(null, team.Id, null));
        }
        var topics = catalogue.Topics.Where(t => t.MunicipalityId == municipalityId).ToList();
        var names = topics
            .CountBy(t => t.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(n => n.Key, n => n.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var topic in topics.OrderBy(t => t.Name, StringComparer.CurrentCulture))
        {
            // Two topics may be called the same: then the code says which.
            var name = names[topic.Name] > 1 ? $"{topic.Name} ({topic.Code})" : topic.Name;
            Add($"Onderwerp {name}", new NormPlace(topic.Id, null, null));
        }
    }

    /// <summary>All of them: the municipality, teams, topics.</summary>
    public IReadOnlyCollection<string> Words => words.Values;

    public string InWords(NormPlace place) => words.GetValueOrDefault(place with { Kind = null }, "Onbekend");

    /// <summary>By what somebody types, also without the word team or onderwerp before it.</summary>
    public NormPlace? Find(string typed) =>
        byWords.GetValueOrDefault(typed.Trim())
        ?? byWords.GetValueOrDefault($"Team {typed.Trim()}")
        ?? byWords.GetValueOrDefault($"Onderwerp {typed.Trim()}");

    private void Add(string text, NormPlace place)
    {
        byWords.TryAdd(text, place);
        words.TryAdd(place, text);
    }
}
