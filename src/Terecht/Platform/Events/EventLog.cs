using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using Terecht.Platform.Data;
using Terecht.Platform.Feed;
using Terecht.Platform.Outbox;
using Terecht.Platform.Time;

namespace Terecht.Platform.Events;

/// <summary>Records events on the context, with what follows from them: a place in the feed, and an outbox row per reaction.</summary>
internal sealed class EventLog(TerechtDb db, TimeProvider clock, Actor actor, Reactions reactions)
{
    public static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>Adds the rows; nothing is written before the caller saves. Returns the event's id.</summary>
    public Guid Record<T>(T happened)
        where T : IEvent
    {
        var row = EventRow.Of(happened, clock.NewId(), clock.Now(), actor.Kind, actor.Id);
        db.Add(row);
        string[] topics = [.. happened.Topics];
        if (topics.Length > 0)
        {
            db.Add(
                new FeedWaiting
                {
                    EventId = row.Id,
                    Type = row.Type,
                    Topics = topics,
                }
            );
        }
        foreach (var reaction in reactions.To(T.Type))
        {
            db.Add(OutboxRow.For(reaction, row, clock));
        }
        return row.Id;
    }
}
