namespace Terecht.Modules.Promises.Contracts;

/// <summary>The words of events and ends as they stand in the database, the export and the API.</summary>
internal static class PromiseWords
{
    private static readonly (PromiseEventType Value, string Word)[] Types =
    [
        (PromiseEventType.Made, "made"),
        (PromiseEventType.Team, "team"),
        (PromiseEventType.Bounce, "bounce"),
        (PromiseEventType.Hold, "hold"),
        (PromiseEventType.Release, "release"),
        (PromiseEventType.Attempt, "attempt"),
        (PromiseEventType.Renew, "renew"),
        (PromiseEventType.Told, "told"),
        (PromiseEventType.Repeat, "repeat"),
        (PromiseEventType.Join, "join"),
        (PromiseEventType.End, "end"),
        (PromiseEventType.Reopen, "reopen"),
    ];

    private static readonly (PromiseEnd Value, string Word)[] Ends =
    [
        (PromiseEnd.Reached, "reached"),
        (PromiseEnd.Delivered, "delivered"),
        (PromiseEnd.AttemptsDone, "attempts_done"),
        (PromiseEnd.Withdrawn, "withdrawn"),
        (PromiseEnd.AnsweredElsewhere, "answered_elsewhere"),
        (PromiseEnd.NotOwed, "not_owed"),
    ];

    private static readonly (AttemptOutcome Value, string Word)[] Outcomes =
    [
        (AttemptOutcome.Reached, "reached"),
        (AttemptOutcome.NoAnswer, "no_answer"),
        (AttemptOutcome.Voicemail, "voicemail"),
        (AttemptOutcome.WrongNumber, "wrong_number"),
    ];

    private static readonly (WishedBy Value, string Word)[] Wishers =
    [
        (WishedBy.Citizen, "citizen"),
        (WishedBy.Us, "us"),
        (WishedBy.Event, "event"),
    ];

    public static string Word(this PromiseEventType type) => WordOf(Types, type);

    public static string Word(this PromiseEnd end) => WordOf(Ends, end);

    public static string Word(this AttemptOutcome outcome) => WordOf(Outcomes, outcome);

    public static string Word(this WishedBy by) => WordOf(Wishers, by);

    public static PromiseEventType? ParseType(string? word) => Parse(Types, word);

    public static PromiseEnd? ParseEnd(string? word) => Parse(Ends, word);

    public static AttemptOutcome? ParseAttemptOutcome(string? word) => Parse(Outcomes, word);

    public static WishedBy? ParseWishedBy(string? word) => Parse(Wishers, word);

    private static string WordOf<T>((T Value, string Word)[] words, T value)
        where T : struct, Enum => Array.Find(words, pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Word;

    private static T? Parse<T>((T Value, string Word)[] words, string? word)
        where T : struct, Enum
    {
        foreach (var pair in words)
        {
            if (pair.Word == word)
            {
                return pair.Value;
            }
        }

        return null;
    }
}
