using NodaTime;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Norms;

namespace Terecht.Demo.Town;

/// <summary>The municipality as it was just loaded, for making up what happened in it.</summary>
internal sealed class Municipality
{
    private readonly ILookup<Guid, StaffCard> _members;
    private readonly Dictionary<string, TeamCard> _teamsByCode;
    private readonly Dictionary<Guid, TeamCard> _teams;
    private readonly ILookup<Guid, TownArticle> _articles;

    public Municipality(
        Guid id,
        IReadOnlyList<TeamCard> teams,
        IReadOnlyList<StaffCard> staff,
        IReadOnlyDictionary<string, ServiceCalendar> calendars,
        IReadOnlyList<TownTopic> topics,
        IReadOnlyList<DistrictCard> districts,
        IReadOnlyList<(TownArticle Article, Guid Topic)> articles,
        Norms norms
    )
    {
        (Id, Teams, Staff, Calendars, Districts, Norms) = (id, teams, staff, calendars, districts, norms);
        Topics = topics.ToDictionary(t => t.Code);
        _teams = teams.ToDictionary(t => t.Id);
        _teamsByCode = teams.ToDictionary(t => t.Code);
        _members = staff.SelectMany(s => s.Teams.Select(t => (t, s))).ToLookup(m => m.t, m => m.s);
        _articles = articles.ToLookup(a => a.Topic, a => a.Article);
    }

    public Guid Id { get; }

    /// <summary>By code.</summary>
    public IReadOnlyList<TeamCard> Teams { get; }

    /// <summary>By personnel number.</summary>
    public IReadOnlyList<StaffCard> Staff { get; }
    public IReadOnlyDictionary<string, ServiceCalendar> Calendars { get; }
    public IReadOnlyDictionary<string, TownTopic> Topics { get; }
    public IReadOnlyList<DistrictCard> Districts { get; }
    public Norms Norms { get; }

    /// <summary>When the contact centre answers the telephone.</summary>
    public ServiceCalendar ContactCentre => Calendars["kcc"];

    public TeamCard Regie => Teams.First(t => t.IsRegie);

    public TeamCard Team(string code) => _teamsByCode[code];

    public TeamCard Team(Guid id) => _teams[id];

    public IEnumerable<StaffCard> MembersOf(Guid team) => _members[team];

    public StaffCard Person(string name) => Staff.First(s => s.Name == name);

    public IEnumerable<TownArticle> ArticlesOn(Guid topic) => _articles[topic];
}

/// <summary>The norms, and where each holds.</summary>
internal sealed class Norms(IReadOnlyDictionary<Guid, Norm> norms, IReadOnlyList<NormScope> scopes)
{
    /// <summary>The norm that is fixed on a promise; in this town each has one version.</summary>
    public Norm OfPromise(Guid norm) => norms[norm];

    /// <summary>In this town a norm holds for every kind.</summary>
    public Norm For(Guid topic, Guid team) =>
        norms[NormPrecedence.Choose(scopes, scopes[0].MunicipalityId, team, topic, "call")!.NormId];
}
