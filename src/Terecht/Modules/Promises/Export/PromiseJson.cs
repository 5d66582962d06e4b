using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Norms;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Export;

/// <summary>The form of the export. Instants are whole seconds of local time with its offset.</summary>
internal static class PromiseJson
{
    public static JsonWriterOptions Options { get; } =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly OffsetDateTimePattern WithOffset = OffsetDateTimePattern.Create(
        "uuuu'-'MM'-'dd'T'HH':'mm':'sso<+HH:mm>",
        CultureInfo.InvariantCulture,
        new LocalDateTime(2000, 1, 1, 0, 0).WithOffset(Offset.Zero)
    );

    public static void WriteInstant(this Utf8JsonWriter json, string name, Instant? at)
    {
        if (at is { } instant)
        {
            json.WriteString(name, WithOffset.Format(instant.Local().ToOffsetDateTime()));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void WritePromise(
        this Utf8JsonWriter json,
        ExportedPromise promise,
        PromiseState state,
        IEnumerable<PromiseEvent> events
    )
    {
        json.WriteStartObject();
        json.WriteString("id", promise.Id);
        json.WriteString("matter", promise.MatterId);
        json.WriteInstant("madeAt", state.MadeAt);
        json.WriteInstant("firstDue", state.Moments.First);
        json.WriteInstant("due", state.Moments.InForce);
        json.WriteInstant("limit", state.Moments.Limit);
        json.WriteInstant("endedAt", state.EndedAt);
        json.WriteString("end", state.End?.Word());
        json.WriteMaybe("onTime", state.OnTime);
        json.WriteNumber("citizenSeconds", state.Clocks.CitizenSeconds);
        json.WriteNumber("closedSeconds", state.Clocks.ClosedSeconds);
        json.WriteStartObject("teamSeconds");
        foreach (var (team, seconds) in state.Clocks.TeamSeconds.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            json.WriteNumber(team, seconds);
        }
        json.WriteEndObject();
        json.WriteStartObject("norm");
        json.WriteMaybe("attempts", promise.Attempts);
        json.WriteNumber("dayparts", promise.NormDayparts);
        json.WriteEndObject();
        json.WriteStartArray("events");
        foreach (var act in events)
        {
            json.WriteEvent(act);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <param name="teams">By the team to which the figures belong; together they are the total.</param>
    public static void WriteFigures(this Utf8JsonWriter json, IReadOnlyDictionary<string, PromiseFigures> teams)
    {
        json.WriteStartObject("figures");
        json.WriteCounts("total", teams.Values.Aggregate(PromiseFigures.Zero, (sum, team) => sum + team));
        json.WriteStartObject("teams");
        foreach (var (team, counts) in teams.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            json.WriteCounts(team, counts);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteEvent(this Utf8JsonWriter json, PromiseEvent act)
    {
        json.WriteStartObject();
        json.WriteNumber("seq", act.Seq);
        json.WriteInstant("at", act.At);
        json.WriteInstant("recordedAt", act.RecordedAt);
        json.WriteString("type", act.Type.Word());
        json.WriteString("team", act.Team);
        json.WriteInstant("due", act.Due);
        json.WriteString("by", act.By?.Word());
        json.WriteString("reason", act.Reason);
        json.WriteString("outcome", act.Outcome);
        json.WriteEndObject();
    }

    private static void WriteCounts(this Utf8JsonWriter json, string name, PromiseFigures counts)
    {
        json.WriteStartObject(name);
        json.WriteNumber("onTime", counts.OnTime);
        json.WriteNumber("late", counts.Late);
        json.WriteNumber("openLate", counts.OpenLate);
        json.WriteNumber("withdrawn", counts.Withdrawn);
        json.WriteNumber("notOwed", counts.NotOwed);
        json.WriteNumber("byMomentInForce", counts.ByMomentInForce);
        json.WriteEndObject();
    }

    private static void WriteMaybe(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } known)
        {
            json.WriteBoolean(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteMaybe(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
