using Terecht.Platform.Import;

namespace Terecht.Modules.Organisation.ImportTeams;

/// <summary>One team as a file gives it. Null where the form of the file has no such field: then what we have stays.</summary>
internal sealed record TeamLine(int Number, string Code, string Name)
{
    public string? NameEn { get; init; }
    public string? Department { get; init; }

    /// <summary>Code of a service calendar.</summary>
    public string? Calendar { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }

    /// <summary>Why it cannot be loaded; null when it can. Its calendar is looked up later.</summary>
    public string? Problem() =>
        FieldRules.First(
            FieldRules.Code("code", Code),
            FieldRules.Filled("naam", Name),
            FieldRules.NotTooLong("naam_en", NameEn ?? ""),
            Department is null ? null : FieldRules.Filled("afdeling", Department),
            Calendar is { Length: 0 } ? "De kolom 'kalender' is leeg." : null,
            FieldRules.NotTooLong("telefoon", Phone ?? "", 40),
            Email is { Length: > 0 } ? FieldRules.Email("email", Email) : null
        );
}
