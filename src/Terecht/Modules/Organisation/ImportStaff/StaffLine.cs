using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Platform.Import;

namespace Terecht.Modules.Organisation.ImportStaff;

/// <summary>One person as a file gives them. Teams and the e-mail address are looked up later.</summary>
internal sealed record StaffLine
{
    public static readonly string[] Needed = ["personeelsnummer", "voornaam", "achternaam", "email", "rollen", "vanaf"];
    public static readonly string[] Other = ["tussenvoegsel", "telefoon", "teams", "leidt", "tot"];

    private StaffLine(CsvRow row)
    {
        Row = row.Number;
        Number = row.OneLine("personeelsnummer");
        GivenName = row.OneLine("voornaam");
        Infix = row.OneLine("tussenvoegsel");
        FamilyName = row.OneLine("achternaam");
        Email = row.OneLine("email");
        Phone = row.OneLine("telefoon");
        Roles = row.List("rollen");
        Leads = row.List("leidt");
        // Who leads a team is in it, also when the file does not say so twice.
        Teams = [.. row.List("teams").Union(Leads, StringComparer.OrdinalIgnoreCase)];
    }

    public int Row { get; }
    public string Number { get; }
    public string GivenName { get; }
    public string Infix { get; }
    public string FamilyName { get; }
    public string Email { get; }
    public string Phone { get; }
    public IReadOnlyList<string> Roles { get; }
    public IReadOnlyList<string> Teams { get; }
    public IReadOnlyList<string> Leads { get; }
    public LocalDate StartsOn { get; private init; }

    /// <summary>The last day of work.</summary>
    public LocalDate? EndsOn { get; private init; }

    /// <param name="problem">Why the person cannot be loaded; null when they can.</param>
    public static StaffLine Read(CsvRow row, out string? problem)
    {
        var line = new StaffLine(row);
        var (from, to) = (row.OneLine("vanaf"), row.OneLine("tot"));
        var (starts, ends) = (FieldRules.Date(from), FieldRules.Date(to));
        problem = FieldRules.First(
            FieldRules.Filled("personeelsnummer", line.Number, 40),
            FieldRules.Filled("voornaam", line.GivenName, 100),
            FieldRules.NotTooLong("tussenvoegsel", line.Infix, 40),
            FieldRules.Filled("achternaam", line.FamilyName, 100),
            FieldRules.Email("email", line.Email),
            FieldRules.NotTooLong("telefoon", line.Phone, 40),
            line.RolesProblem(),
            from.Length == 0 ? "De kolom 'vanaf' is leeg." : null,
            starts is null ? FieldRules.DateSentence("vanaf", from) : null,
            ends is null && to.Length > 0 ? FieldRules.DateSentence("tot", to) : null,
            ends < starts ? $"De laatste werkdag ({to}) ligt voor de eerste ({from})." : null
        );
        return line with { StartsOn = starts ?? default, EndsOn = ends };
    }

    private string? RolesProblem()
    {
        var all = string.Join(", ", Access.Contracts.Roles.List.Select(r => r.Code));
        return Roles.FirstOrDefault(r => Access.Contracts.Roles.Find(r) is null) is { } unknown
                ? $"De rol '{unknown}' kennen we niet. Dit zijn ze: {all}."
            : Roles.Count == 0 ? $"De kolom 'rollen' is leeg. Kies uit: {all}."
            : null;
    }
}
