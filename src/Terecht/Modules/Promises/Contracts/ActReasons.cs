namespace Terecht.Modules.Promises.Contracts;

// Codes are stored, in events and rows; sentences are shown.

/// <summary>Why another moment came in force.</summary>
internal static class RenewReason
{
    public const string Asked = "asked";
    public const string Busy = "busy";
    public const string Waiting = "waiting";
    public const string Absent = "absent";

    /// <summary>The happening got a date, or another one.</summary>
    public const string Dated = "dated";
    public const string Undone = "undone";

    /// <summary>What a colleague chooses from, when we do not make it.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> Ours =
    [
        (Waiting, "Wij wachten op iets of iemand"),
        (Absent, "Een collega is er niet"),
        (Busy, "Het is te druk"),
    ];
}

/// <summary>Why work was given to another team by who directs it.</summary>
internal static class MoveReason
{
    public const string Busy = "busy";
    public const string Absent = "absent";
    public const string Wrong = "wrong_team";
    public const string Undone = "undone";

    public static readonly IReadOnlyList<(string Code, string Name)> All =
    [
        (Wrong, "Hoort bij een ander team"),
        (Busy, "Dat team heeft ruimte"),
        (Absent, "Dit team is er niet"),
    ];
}

/// <summary>Why a promise is not owed.</summary>
internal static class NotOwedReason
{
    public const string Acquisition = "acquisition";
    public const string Double = "double";
    public const string Mistake = "mistake";

    public static readonly IReadOnlyList<(string Code, string Name)> All =
    [
        (Acquisition, "Het is acquisitie"),
        (Double, "Deze toezegging is dubbel"),
        (Mistake, "De toezegging is per ongeluk gedaan"),
    ];
}

/// <summary>Who answered elsewhere, with that end.</summary>
internal static class EndReason
{
    public const string Contact = "contact";
    public const string Promise = "promise";
    public const string Joined = "joined";

    /// <summary>The last day of an open door passed.</summary>
    public const string DoorClosed = "door_closed";
}

/// <summary>Why a promise was opened again.</summary>
internal static class ReopenReason
{
    public const string Asked = "asked";
    public const string NotDone = "not_done";
    public const string Undone = "undone";
    public const string Split = "split";

    public static readonly IReadOnlyList<(string Code, string Name)> All =
    [
        (Asked, "De burger vraagt erom"),
        (NotDone, "Het is nog niet klaar"),
    ];
}

/// <summary>What the citizen was told about.</summary>
internal static class ToldAbout
{
    public const string Made = "made";
    public const string Renewed = "renewed";
    public const string Late = "late";
    public const string Progress = "progress";
    public const string AttemptsDone = "attempts_done";
    public const string NumberChanged = "number_changed";
    public const string Withdrawn = "withdrawn";
}
