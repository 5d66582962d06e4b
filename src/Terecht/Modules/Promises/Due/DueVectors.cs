using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Norms;

namespace Terecht.Modules.Promises.Due;

/// <summary>A vectors file: named norms, named calendars, the statutory days it counts with, and the cases.</summary>
internal sealed class DueVectors
{
    private readonly JsonElement norms;
    private readonly JsonElement calendars;
    private readonly Dictionary<string, CalendarRead> readCalendars = new(StringComparer.Ordinal);
    private readonly StatutoryCalendar statutory;

    private DueVectors(
        JsonElement norms,
        JsonElement calendars,
        StatutoryCalendar statutory,
        IReadOnlyList<JsonElement> cases
    )
    {
        this.norms = norms;
        this.calendars = calendars;
        this.statutory = statutory;
        Cases = cases;
    }

    public IReadOnlyList<JsonElement> Cases { get; }

    /// <summary>Null when the parts that every such file has are not there.</summary>
    public static DueVectors? Read(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("norms", out var norms)
        && norms.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("calendars", out var calendars)
        && calendars.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("cases", out var cases)
        && cases.ValueKind == JsonValueKind.Array
            ? new DueVectors(norms, calendars, StatutoryOf(root), [.. cases.EnumerateArray()])
            : null;

    public (string Id, Instant? Due, string? Problem) Answer(JsonElement vector)
    {
        var id = Field(vector, "id") ?? string.Empty;
        if (Moment(Field(vector, "madeAt")) is not { } madeAt)
        {
            return (id, null, "het moment van maken (madeAt) ontbreekt of is geen moment.");
        }

        var normName = Field(vector, "norm");
        if (normName is null || !norms.TryGetProperty(normName, out var norm))
        {
            return (id, null, $"de norm '{normName}' staat niet in het bestand.");
        }

        var (rule, wrongRule) = DueRuleJson.Read(norm);
        if (rule is null)
        {
            return (id, null, $"norm '{normName}': {wrongRule}");
        }

        ServiceCalendar? calendar = null;
        if (rule.NeedsCalendar)
        {
            var (found, wrongCalendar) = Calendar(Field(vector, "calendar"));
            if (found is null)
            {
                return (id, null, wrongCalendar);
            }

            calendar = found;
        }

        return DueMoment.Of(rule, madeAt, calendar, statutory, ChosenIn(vector)) switch
        {
            DueAnswer.Due due => (id, due.At, null),
            DueAnswer.Refused refused => (id, null, refused.Nl),
            _ => (id, null, "dit geval kunnen we niet beantwoorden."),
        };
    }

    private (ServiceCalendar? Calendar, string? Problem) Calendar(string? name)
    {
        if (name is null || !calendars.TryGetProperty(name, out var json))
        {
            return (null, $"de agenda '{name}' staat niet in het bestand.");
        }

        if (!readCalendars.TryGetValue(name, out var read))
        {
            read = CalendarJson.Read(json, Guid.Empty, version: 1);
            readCalendars.Add(name, read);
        }

        return (read.Calendar, read.Calendar is null ? $"agenda '{name}': {string.Join(' ', read.Errors)}" : null);
    }

    /// <summary>The days that the file lists; only a file that lists none counts with those of the product.</summary>
    private static StatutoryCalendar StatutoryOf(JsonElement root)
    {
        if (!root.TryGetProperty("statutoryDays", out var listed) || listed.ValueKind != JsonValueKind.Object)
        {
            return StatutoryCalendar.Shipped;
        }

        var days = new List<StatutoryDay>();
        foreach (var day in listed.EnumerateObject())
        {
            if (LocalDatePattern.Iso.Parse(day.Name) is { Success: true } date)
            {
                var name = day.Value.ValueKind == JsonValueKind.String ? day.Value.GetString()! : string.Empty;
                days.Add(new StatutoryDay(date.Value, name, name == "decree"));
            }
        }

        var (first, last) = DecreeYears(root);
        return StatutoryCalendar.Listed(days, first, last);
    }

    private static (int First, int Last) DecreeYears(JsonElement root) =>
        root.TryGetProperty("decreeYears", out var years)
        && years.ValueKind == JsonValueKind.Array
        && years.GetArrayLength() == 2
        && years[0].ValueKind == JsonValueKind.Number
        && years[1].ValueKind == JsonValueKind.Number
        && years[0].TryGetInt32(out var first)
        && years[1].TryGetInt32(out var last)
            ? (first, last)
            : (DecreeDays.FirstYear, DecreeDays.LastYear);

    private static Chosen? ChosenIn(JsonElement vector)
    {
        if (!vector.TryGetProperty("chosen", out var chosen) || chosen.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (Moment(Field(chosen, "at")) is { } at)
        {
            return new Chosen.At(at);
        }

        return
            Field(chosen, "date") is { } date
            && LocalDatePattern.Iso.Parse(date) is { Success: true } day
            && Dayparts.Parse(Field(chosen, "daypart")) is { } part
            ? new Chosen.Part(day.Value, part)
            : null;
    }

    private static Instant? Moment(string? text) =>
        text is not null && OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } moment
            ? moment.Value.ToInstant()
            : null;

    private static string? Field(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : value.GetRawText()
            : null;
}
