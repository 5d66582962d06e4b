using Terecht.Platform.Events;

namespace Terecht.Modules.People.Contracts;

/// <summary>Where somebody can be written to, and what they allowed.</summary>
internal interface IWrittenWays
{
    /// <summary>Every way there is for this person, the one they like best first.</summary>
    Task<IReadOnlyList<WrittenWay>> OfAsync(Guid partyId, CancellationToken ct);

    /// <summary>What the person said; added to the context with its event, and saved by the caller. Said before: nothing is added.</summary>
    Task AllowAsync(Guid partyId, string channel, bool allowed, Guid staffId, CancellationToken ct);
}

/// <param name="Channel">sms, mail or letter.</param>
/// <param name="Address">E.164, an e-mail address, or the lines of a postal address.</param>
/// <param name="Allowed">Null: never asked.</param>
internal sealed record WrittenWay(string Channel, string Address, bool? Allowed);

/// <summary>Somebody said that we may write to them by this channel, or no longer.</summary>
internal sealed record ConsentGiven(Guid PartyId, string Channel, bool Allowed) : IEvent
{
    public static string Type => "person.consent";
    public Guid Stream => PartyId;
}
