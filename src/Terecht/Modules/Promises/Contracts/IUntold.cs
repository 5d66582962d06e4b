using Terecht.Platform.Events;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>What must be told and cannot be told in writing becomes a call. That it was made is <see cref="PromiseAct.Told"/>.</summary>
internal interface IUntold
{
    /// <summary>Adds the mark to the context; the caller saves. Told takes it away again.</summary>
    /// <param name="why">Made by <see cref="UntoldWhy"/>.</param>
    Task MarkAsync(Guid promiseId, string why, CancellationToken ct);

    /// <summary>What had to be told was taken back, and nobody had heard of it. False when there was no such mark.</summary>
    Task<bool> TakeBackAsync(Guid promiseId, CancellationToken ct);
}

/// <summary>The citizen could not be told in writing; somebody must call. Nothing about the promise itself changed.</summary>
/// <param name="Why">A code of <see cref="UntoldWhy"/>.</param>
internal sealed record PromiseUntold(Guid PromiseId, Guid MatterId, Guid TeamId, string Why) : IEvent
{
    public static string Type => "promise.untold";
    public Guid Stream => PromiseId;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

/// <summary>Why nobody could be told in writing. Codes are stored, such as <c>mail_bounced</c>; sentences are shown.</summary>
internal static class UntoldWhy
{
    /// <summary>No channel that is set up and that the citizen allowed.</summary>
    public const string NoWay = "no_way";

    private const string TooLate = "too_late";

    /// <param name="state">refused or bounced.</param>
    /// <param name="code">Of the gateway.</param>
    public static string Of(string channel, string state, string code) =>
        $"{channel}_{(code == TooLate ? TooLate : state)}";

    public static string Nl(string why) =>
        why.Split('_', 2) is [var channel, var how] && Channel(channel) is { } what
            ? how switch
            {
                TooLate => $"{what} kon niet weg",
                "bounced" => $"{what} kwam terug",
                _ => $"{what} is geweigerd",
            }
            : "Mag of kan geen bericht krijgen";

    private static string? Channel(string channel) =>
        channel switch
        {
            "sms" => "De sms",
            "mail" => "De e-mail",
            "letter" => "De brief",
            _ => null,
        };
}
