using NodaTime;
using Terecht.Platform.Events;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>Its moment lies on a day that was closed afterwards. Not an act on the promise: moment and words stay.</summary>
internal sealed record PromiseDayClosed(Guid PromiseId, Guid MatterId, Guid TeamId, Guid? HolderId, Instant Due)
    : IEvent
{
    public static string Type => "promise.day_closed";
    public Guid Stream => PromiseId;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

/// <summary>The day of its moment is open again.</summary>
internal sealed record PromiseDayOpened(Guid PromiseId, Guid MatterId, Guid TeamId) : IEvent
{
    public static string Type => "promise.day_opened";
    public Guid Stream => PromiseId;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}
