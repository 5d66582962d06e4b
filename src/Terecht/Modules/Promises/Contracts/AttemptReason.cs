namespace Terecht.Modules.Promises.Contracts;

/// <summary>Why an attempt does not count. The word stands in the event; the sentence on the screen.</summary>
internal static class AttemptReason
{
    public const string OutsideCalendar = "outside_calendar";
    public const string OtherNumber = "other_number";
    public const string WrongNumber = "wrong_number";
    public const string AfterLimit = "after_limit";

    /// <summary>Known only afterwards, so it never stands in an event.</summary>
    public const string BeforeReopening = "before_reopening";

    public static string Nl(string reason) =>
        reason switch
        {
            OutsideCalendar => "telt niet mee: buiten de openingstijden",
            OtherNumber => "telt niet mee: niet op het afgesproken nummer",
            WrongNumber => "telt niet mee: verkeerd nummer",
            AfterLimit => "telt niet mee: na het moment dat wij noemden",
            BeforeReopening => "telt niet mee: voor het heropenen",
            _ => $"telt niet mee: {reason}",
        };
}
