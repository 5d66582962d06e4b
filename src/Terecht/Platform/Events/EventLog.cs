using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
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
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithoutColumns } },
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
        foreach (var reaction in reactions.To(happened))
        {
            db.Add(OutboxRow.For(reaction, row, clock));
        }
        return row.Id;
    }

    /// <summary>What an event computes for the columns of its row is not written a second time: it would be more than half of it.</summary>
    private static void WithoutColumns(JsonTypeInfo type)
    {
        if (type.Type.IsAssignableTo(typeof(IEvent)))
        {
            foreach (var computed in type.Properties.Where(p => p.Set is null).ToList())
            {
                type.Properties.Remove(computed);
            }
        }
    }
}
