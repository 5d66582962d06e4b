using Terecht.Modules.Catalogue.Contracts;
using Terecht.Platform.Import;
using Terecht.Platform.Text;

namespace Terecht.Modules.Catalogue.ImportTopics;

/// <summary>One topic as a file gives it. Null where the form of the file has no such field: then what we have stays.</summary>
/// <param name="Source">Where it comes from: gemeente (our own CSV), upl, signalen, meldr, msb, bor.</param>
internal sealed record TopicLine(int Number, string Code, string Name, string Source)
{
    public const string OwnSource = "gemeente";

    /// <summary>Code of the topic above; null for a main topic.</summary>
    public string? ParentCode { get; init; }
    public string? NameEn { get; init; }
    public bool IsAcquisition { get; init; }
    public string? Keywords { get; init; }
    public string? UplName { get; init; }
    public string? UplUri { get; init; }
    public TopicTeam? Team { get; init; }
    public TopicTerm? Term { get; init; }

    public string? Problem() =>
        FieldRules.First(
            FieldRules.Code("code", Code),
            FieldRules.Filled("naam", Name),
            FieldRules.NotTooLong("naam_en", NameEn ?? ""),
            FieldRules.NotTooLong("trefwoorden", Keywords ?? "", 2000),
            FieldRules.NotTooLong("upl", UplName ?? "")
        );

    /// <summary>A code made of names: "Weg, pad en brug" and "Gat in de weg" give weg-pad-en-brug-gat-in-de-weg.</summary>
    public static string CodeOf(params ReadOnlySpan<string> names)
    {
        var code = Fold.Of(string.Join(' ', names)).Replace(' ', '-');
        return code.Length <= FieldRules.LongestCode ? code : code[..FieldRules.LongestCode].TrimEnd('-');
    }

    public static string Capitalised(string name) =>
        name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}

/// <summary>What a file says about the team of a topic.</summary>
/// <param name="Names">Codes or names; the first one that is a team of ours counts. Empty: it has no team of its own.</param>
/// <param name="IsOurs">The file is of our own making: a name that is no team is a mistake in it.</param>
internal sealed record TopicTeam(IReadOnlyList<string> Names, int Line, bool IsOurs);
