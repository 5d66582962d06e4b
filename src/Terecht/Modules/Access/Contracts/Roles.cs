namespace Terecht.Modules.Access.Contracts;

/// <summary>The roles of the design and what each may do. A person may have several.</summary>
internal static class Roles
{
    public const string Agent = "agent";
    public const string Counter = "counter";
    public const string Specialist = "specialist";
    public const string Lead = "lead";
    public const string Coordinator = "coordinator";
    public const string Editor = "editor";
    public const string Analyst = "analyst";
    public const string Admin = "admin";
    public const string Privacy = "privacy";

    private static readonly Dictionary<string, Role> All = new Role[]
    {
        new(Agent, "KCC-medewerker", "beantwoordt de telefoon", "/werkplek", Right.Register),
        new(Counter, "Baliemedewerker", "helpt aan de balie en op straat", "/werkplek", Right.Register),
        new(Specialist, "Specialist", "belt terug voor het team", "/werkvoorraad", Right.WorkPromises),
        new(Lead, "Teamleider", "leidt een team", "/werkvoorraad", Right.WorkPromises, Right.LeadTeam),
        new(
            Coordinator,
            "Regie",
            "bewaakt alle toezeggingen",
            "/regie",
            Right.Register,
            Right.WorkPromises,
            Right.Coordinate
        ),
        new(Editor, "Kennisredacteur", "schrijft de antwoorden", "/mijn-rechten", Right.EditAnswers),
        new(Analyst, "Analist", "stuurt op de normen", "/mijn-rechten", Right.SeeFigures),
        new(Admin, "Functioneel beheerder", "beheert teams, normen en rollen", "/beheer", Right.Administer),
        new(Privacy, "Privacy officer", "bewaakt wie wat zag", "/mijn-rechten", Right.GuardPrivacy),
    }.ToDictionary(r => r.Code);

    public static IReadOnlyCollection<Role> List => All.Values;

    /// <summary>The roles that we know, each once, the one that decides the home page first.</summary>
    public static IEnumerable<Role> Of(IEnumerable<string> codes)
    {
        var held = codes.ToHashSet(StringComparer.Ordinal);
        return All.Values.Where(r => held.Contains(r.Code));
    }

    /// <summary>Where somebody with these roles begins.</summary>
    public static string HomeOf(IEnumerable<string> codes) => Of(codes).FirstOrDefault()?.Home ?? "/mijn-rechten";

    public static Role? Find(string code) => All.GetValueOrDefault(code);

    public static IReadOnlySet<Right> RightsOf(IEnumerable<string> roles)
    {
        var rights = new HashSet<Right> { Right.Own };
        foreach (var role in roles)
        {
            rights.UnionWith(Find(role)?.Rights ?? []);
        }
        return rights;
    }
}

/// <param name="Code">Stored, and sent by the identity provider.</param>
/// <param name="Name">On screen.</param>
/// <param name="Does">What this person does, after a name.</param>
/// <param name="Home">Where they begin.</param>
internal sealed record Role(string Code, string Name, string Does, string Home, params Right[] Rights)
{
    /// <summary>What this person does, with the name of the team where that says more.</summary>
    public string DoesIn(string? team) =>
        team is null
            ? Does
            : Does.Replace("het team", "team " + team, StringComparison.Ordinal)
                .Replace("een team", "team " + team, StringComparison.Ordinal);

    /// <summary>The home page as a word on screen: Werkplek.</summary>
    public string HomeName => char.ToUpperInvariant(Home[1]) + Home[2..].Replace('-', ' ');
}
