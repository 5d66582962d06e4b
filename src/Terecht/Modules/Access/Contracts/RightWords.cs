namespace Terecht.Modules.Access.Contracts;

internal static class RightWords
{
    /// <summary>What a right lets somebody do, after "u mag": contacten vastleggen en toezeggingen doen.</summary>
    public static string InWords(this Right right) =>
        right switch
        {
            Right.Own => "uw eigen instellingen veranderen",
            Right.Register => "contacten vastleggen, toezeggingen doen en zien wie er belt",
            Right.WorkPromises => "toezeggingen van uw teams oppakken en afronden",
            Right.LeadTeam => "het werk van uw team zien en verdelen",
            Right.Coordinate => "alle toezeggingen van alle teams zien en verplaatsen",
            Right.EditAnswers => "antwoorden schrijven en publiceren",
            Right.SeeFigures => "cijfers bekijken",
            Right.Administer => "teams, onderwerpen, normen, agenda's en rollen veranderen",
            Right.GuardPrivacy => "zien wie welke gegevens bekeek",
            _ => throw new ArgumentOutOfRangeException(nameof(right), right, null),
        };
}
