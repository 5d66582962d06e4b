namespace Terecht.Modules.Access.Contracts;

/// <summary>What somebody may do. Every page and endpoint names one, or says that it is public.</summary>
internal enum Right
{
    /// <summary>Signed in is enough: one's own settings and rights.</summary>
    Own,

    /// <summary>Register contacts, make promises, see people who call.</summary>
    Register,

    /// <summary>Work on the promises of one's teams.</summary>
    WorkPromises,

    /// <summary>See and move the work of the teams one leads.</summary>
    LeadTeam,

    /// <summary>See and move every promise, over all teams.</summary>
    Coordinate,

    /// <summary>Write and publish answers.</summary>
    EditAnswers,

    /// <summary>See figures.</summary>
    SeeFigures,

    /// <summary>Change teams, topics, norms, calendars and roles.</summary>
    Administer,

    /// <summary>See who saw what; retention.</summary>
    GuardPrivacy,
}
