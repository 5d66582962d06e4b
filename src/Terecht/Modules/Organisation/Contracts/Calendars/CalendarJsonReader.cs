using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Terecht.Modules.Organisation.Contracts.Calendars;

/// <summary>Reads one calendar and gathers every fault as a sentence for the administrator.</summary>
internal sealed class CalendarJsonReader
{
    public static readonly IReadOnlyList<(string Key, IsoDayOfWeek Day)> Days =
    [
        ("mon", IsoDayOfWeek.Monday),
        ("tue", IsoDayOfWeek.Tuesday),
        ("wed", IsoDayOfWeek.Wednesday),
        ("thu", IsoDayOfWeek.Thursday),
        ("fri", IsoDayOfWeek.Friday),
        ("sat", IsoDayOfWeek.Saturday),
        ("sun", IsoDayOfWeek.Sunday),
    ];

    private static readonly string[] DutchDays =
    [
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
    ];

    private readonly List<string> errors = [];

    public CalendarRead Read(JsonElement json, Guid id, int version)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return new CalendarRead(null, ["Een agenda is een object met weekly en closures."]);
        }

        var hours = ReadHours(json);
        var closures = ReadClosures(json);
        var code = Text(json, "code");
        return errors.Count > 0
            ? new CalendarRead(null, errors)
            : new CalendarRead(
                new ServiceCalendar
                {
                    Id = id,
                    Version = version,
                    Code = code,
                    Name = Text(json, "name") is { Length: > 0 } name ? name : code,
                    Hours = hours,
                    Closures = closures,
                },
                []
            );
    }

    private List<OpeningHours> ReadHours(JsonElement json)
    {
        var hours = new List<OpeningHours>();
        if (json.TryGetProperty("weekly", out var weekly))
        {
            hours.Add(ReadWeek(weekly, Date(json, "validFrom"), Date(json, "validTo"), string.Empty));
        }
        else
        {
            errors.Add("De openingstijden per week (weekly) ontbreken.");
        }

        foreach (var period in List(json, "periods", "De perioden (periods) zijn een lijst."))
        {
            if (period.ValueKind != JsonValueKind.Object || !period.TryGetProperty("weekly", out var week))
            {
                errors.Add("Een periode heeft eigen openingstijden (weekly). Die ontbreken.");
                continue;
            }

            var from = Date(period, "from");
            hours.Add(
                ReadWeek(
                    week,
                    from,
                    Date(period, "to"),
                    from is null ? "Periode, " : $"Periode vanaf {Iso(from.Value)}, "
                )
            );
        }

        return hours;
    }

    private OpeningHours ReadWeek(JsonElement weekly, LocalDate? from, LocalDate? to, string place)
    {
        if (to < from)
        {
            errors.Add($"{place}{Iso(from.Value)} tot en met {Iso(to.Value)}: het einde ligt voor het begin.");
        }

        var week = new Dictionary<IsoDayOfWeek, IReadOnlyList<OpenBlock>>();
        if (weekly.ValueKind != JsonValueKind.Object)
        {
            errors.Add($"{place}de openingstijden per week (weekly) zijn een object met mon tot en met sun.");
            return new OpeningHours(week, from, to);
        }

        foreach (var day in weekly.EnumerateObject())
        {
            var known = Days.FirstOrDefault(candidate => candidate.Key == day.Name);
            if (known.Key is null)
            {
                errors.Add($"{place}de dag '{day.Name}' kennen we niet. Gebruik mon, tue, wed, thu, fri, sat of sun.");
                continue;
            }

            week[known.Day] = ReadBlocks(day.Value, place + DutchDays[(int)known.Day - 1]);
        }

        return new OpeningHours(week, from, to);
    }

    private List<OpenBlock> ReadBlocks(JsonElement list, string day)
    {
        var blocks = new List<OpenBlock>();
        if (list.ValueKind != JsonValueKind.Array)
        {
            errors.Add($"{day}: schrijf een lijst van blokken, bijvoorbeeld [[\"08:30\", \"17:00\"]].");
            return blocks;
        }

        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Array || item.GetArrayLength() != 2)
            {
                errors.Add($"{day}: een blok heeft een begin en een einde, bijvoorbeeld [\"08:30\", \"17:00\"].");
            }
            else if (ReadBlock(item[0], item[1], day) is { } block)
            {
                blocks.Add(block);
            }
        }

        blocks.Sort((a, b) => a.From.CompareTo(b.From));
        foreach (var (first, second) in blocks.Zip(blocks.Skip(1)).Where(pair => pair.Second.From < pair.First.To))
        {
            errors.Add($"{day}: de blokken {Spoken(first)} en {Spoken(second)} vallen over elkaar.");
        }

        return blocks;
    }

    private List<Closure> ReadClosures(JsonElement json)
    {
        var closures = new List<Closure>();
        foreach (var item in List(json, "closures", "De sluitingen (closures) zijn een lijst."))
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("date", out _))
            {
                errors.Add("Een sluiting heeft een datum (date), bijvoorbeeld 2027-05-06.");
                continue;
            }

            if (Date(item, "date") is not { } date)
            {
                continue;
            }

            var place = $"sluiting op {Iso(date)}";
            var hasFrom = item.TryGetProperty("from", out var from);
            var hasTo = item.TryGetProperty("to", out var to);
            if (hasFrom != hasTo)
            {
                errors.Add($"{place}: geef een begin én een einde, of geen van beide voor de hele dag.");
            }
            else if (!hasFrom)
            {
                closures.Add(new Closure(date, Text(item, "name")));
            }
            else if (ReadBlock(from, to, place) is { } part)
            {
                closures.Add(new Closure(date, part, Text(item, "name")));
            }
        }

        return closures;
    }

    private OpenBlock? ReadBlock(JsonElement from, JsonElement to, string place)
    {
        if (Time(from, place) is not { } start || Time(to, place) is not { } end)
        {
            return null;
        }

        var block = new OpenBlock(start, end);
        if (block.IsEmpty)
        {
            errors.Add($"{place}: het blok {Spoken(block)} eindigt niet na het begin.");
            return null;
        }

        return block;
    }

    private ClockTime? Time(JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.String && ClockTime.TryParse(value.GetString(), out var time))
        {
            return time;
        }

        errors.Add($"{place}: {value.GetRawText()} is geen tijd. Schrijf bijvoorbeeld \"08:30\" of \"24:00\".");
        return null;
    }

    private LocalDate? Date(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (
            value.ValueKind == JsonValueKind.String
            && LocalDatePattern.Iso.Parse(value.GetString()!) is { Success: true } date
        )
        {
            return date.Value;
        }

        errors.Add($"{value.GetRawText()} is geen datum. Schrijf bijvoorbeeld \"2027-05-06\".");
        return null;
    }

    private List<JsonElement> List(JsonElement json, string name, string wrong)
    {
        if (!json.TryGetProperty(name, out var list))
        {
            return [];
        }

        if (list.ValueKind == JsonValueKind.Array)
        {
            return [.. list.EnumerateArray()];
        }

        errors.Add(wrong);
        return [];
    }

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static string Spoken(OpenBlock block) => $"{block.From.Spoken} tot {block.To.Spoken}";
}
