using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace Terecht.Modules.Organisation.Contracts.Calendars;

/// <summary>
/// A service calendar as JSON: <c>{"code","name","weekly":{"mon":[["08:30","17:00"]]},"closures":[{"date","from","to","name"}]}</c>.
/// A day left out is closed; a closure without times is the whole day. Optional: <c>validFrom</c> and <c>validTo</c>
/// of the week, and <c>periods</c>, each with <c>from</c>, <c>to</c> and its own <c>weekly</c>, that take its place.
/// </summary>
internal static class CalendarJson
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static CalendarRead Read(string json, Guid id, int version)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement, id, version);
        }
        catch (JsonException)
        {
            return new CalendarRead(null, ["Dit is geen geldige JSON."]);
        }
    }

    public static CalendarRead Read(JsonElement json, Guid id, int version) =>
        new CalendarJsonReader().Read(json, id, version);

    public static string Write(ServiceCalendar calendar)
    {
        var weeks = calendar.Hours;
        var json = new JsonObject { ["code"] = calendar.Code, ["name"] = calendar.Name };
        if (weeks.Count > 0)
        {
            AddDate(json, "validFrom", weeks[0].ValidFrom);
            AddDate(json, "validTo", weeks[0].ValidTo);
            json["weekly"] = Week(weeks[0]);
        }

        if (weeks.Count > 1)
        {
            json["periods"] = new JsonArray([.. weeks.Skip(1).Select(Period)]);
        }

        json["closures"] = new JsonArray([
            .. calendar.Closures.OrderBy(c => c.Date).ThenBy(c => c.Part.From).Select(Closed),
        ]);
        return json.ToJsonString(Readable);
    }

    private static JsonNode Period(OpeningHours hours)
    {
        var period = new JsonObject();
        AddDate(period, "from", hours.ValidFrom);
        AddDate(period, "to", hours.ValidTo);
        period["weekly"] = Week(hours);
        return period;
    }

    private static JsonObject Week(OpeningHours hours)
    {
        var week = new JsonObject();
        foreach (var (key, day) in CalendarJsonReader.Days)
        {
            if (hours.On(day) is { Count: > 0 } blocks)
            {
                week[key] = new JsonArray([.. blocks.Select(b => new JsonArray(b.From.ToString(), b.To.ToString()))]);
            }
        }

        return week;
    }

    private static JsonNode Closed(Closure closure)
    {
        var json = new JsonObject
        {
            ["date"] = LocalDatePattern.Iso.Format(closure.Date),
            ["from"] = closure.Part.From.ToString(),
            ["to"] = closure.Part.To.ToString(),
        };
        if (closure.Name.Length > 0)
        {
            json["name"] = closure.Name;
        }

        return json;
    }

    private static void AddDate(JsonObject json, string name, LocalDate? date)
    {
        if (date is { } known)
        {
            json[name] = LocalDatePattern.Iso.Format(known);
        }
    }
}

/// <summary>What was read: a calendar, or the sentences that say what is wrong with the data.</summary>
internal sealed record CalendarRead(ServiceCalendar? Calendar, IReadOnlyList<string> Errors);
