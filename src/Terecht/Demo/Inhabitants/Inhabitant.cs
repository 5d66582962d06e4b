using Terecht.Modules.People.Data;

namespace Terecht.Demo.Inhabitants;

/// <summary>Somebody who may ask the municipality something.</summary>
/// <param name="Sex">v, m, or empty for an organisation.</param>
/// <param name="Age">In whole years; 0 for an organisation.</param>
internal sealed record Inhabitant(Party Party, string Sex, int Age)
{
    public bool IsOrganisation => Party.Kind == "organisation";

    /// <summary>Mevrouw Wil Verbeek.</summary>
    public string Name { get; } = Party.Card().Name;

    public string? Phone => Party.Phones is [var first, ..] ? first.Number : null;

    public string Possessive => Sex == "m" ? "zijn" : "haar";
}
