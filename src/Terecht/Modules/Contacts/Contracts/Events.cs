using Terecht.Platform.Events;

namespace Terecht.Modules.Contacts.Contracts;

/// <summary>A contact was wrapped up, with all its questions.</summary>
internal sealed record ContactRegistered(
    Guid ContactId,
    string Channel,
    string Direction,
    IReadOnlyList<Guid> Questions,
    IReadOnlyList<Guid> Matters,
    Guid? PartyId
) : IEvent
{
    public static string Type => "contact.registered";
    public Guid Stream => ContactId;
    public Guid? Matter => Matters.Count > 0 ? Matters[0] : null;
    public IEnumerable<string> Topics => Matters.Select(m => $"matter:{m}");
}

/// <summary>A question about something new: a matter was opened and got its reference.</summary>
internal sealed record MatterOpened(Guid MatterId, Guid? TopicId) : IEvent
{
    public static string Type => "matter.opened";
    public Guid Stream => MatterId;
    public Guid? Matter => MatterId;
}
