using System.Text.Json;
using System.Text.Json.Nodes;
using Terecht.Modules.Organisation.Contracts.Calendars;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>A due rule as JSON: <c>{"kind":"nextWorkingDayBefore","time":"17:00"}</c> and so on, one kind per rule.</summary>
internal static class DueRuleJson
{
    /// <summary>Far beyond any promise; keeps a typing error from looking for a day without end.</summary>
    private const int Most = 100_000;

    public static DueRuleRead Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return new DueRuleRead(null, "Dit is geen geldige JSON.");
        }
    }

    public static DueRuleRead Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return new DueRuleRead(null, "Een regel is een object met een soort (kind).");
        }

        var kind = Text(json, "kind");
        return kind switch
        {
            "nextWorkingDayBefore" => ClockTime.TryParse(Text(json, "time"), out var time)
                ? new DueRuleRead(new DueRule.NextWorkingDayBefore(time), null)
                : new DueRuleRead(null, "De tijd (time) ontbreekt of is geen tijd. Schrijf bijvoorbeeld \"17:00\"."),
            "withinWorkingDays" => Counted(json, "days", days => new DueRule.WithinWorkingDays(days)),
            "withinOpeningMinutes" => Counted(json, "minutes", minutes => new DueRule.WithinOpeningMinutes(minutes)),
            "withinHours" => Counted(json, "hours", hours => new DueRule.WithinHours(hours)),
            "chosenMoment" => new DueRuleRead(new DueRule.ChosenMoment(), null),
            "statutoryTerm" => Text(json, "unit") switch
            {
                "days" => Counted(json, "count", count => new DueRule.StatutoryTerm(count, TermUnit.Days)),
                "weeks" => Counted(json, "count", count => new DueRule.StatutoryTerm(count, TermUnit.Weeks)),
                _ => new DueRuleRead(null, "De eenheid (unit) van een wettelijke termijn is days of weeks."),
            },
            _ => new DueRuleRead(null, $"De soort regel '{kind}' kennen we niet."),
        };
    }

    public static string Write(DueRule rule) =>
        (
            rule switch
            {
                DueRule.NextWorkingDayBefore next => Kind("nextWorkingDayBefore", ("time", next.Time.ToString())),
                DueRule.WithinWorkingDays within => Kind("withinWorkingDays", ("days", within.Days)),
                DueRule.WithinOpeningMinutes within => Kind("withinOpeningMinutes", ("minutes", within.Minutes)),
                DueRule.WithinHours within => Kind("withinHours", ("hours", within.Hours)),
                DueRule.ChosenMoment => Kind("chosenMoment"),
                DueRule.StatutoryTerm term => Kind(
                    "statutoryTerm",
                    ("unit", term.Unit == TermUnit.Days ? "days" : "weeks"),
                    ("count", term.Count)
                ),
                _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "An unknown kind of due rule."),
            }
        ).ToJsonString();

    private static JsonObject Kind(string kind, params (string Name, JsonNode Value)[] numbers)
    {
        var json = new JsonObject { ["kind"] = kind };
        foreach (var (name, value) in numbers)
        {
            json[name] = value;
        }

        return json;
    }

    private static DueRuleRead Counted(JsonElement json, string name, Func<int, DueRule> rule) =>
        json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var number)
        && number is > 0 and <= Most
            ? new DueRuleRead(rule(number), null)
            : new DueRuleRead(null, $"Het aantal ({name}) is een heel getal van 1 tot en met {Most}.");

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>What was read: a rule, or the sentence that says what is wrong.</summary>
internal sealed record DueRuleRead(DueRule? Rule, string? Error);
