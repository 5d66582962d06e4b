using System.Globalization;
using System.Text.Json;

namespace Terecht.Tests.Modules.Promises.Export;

/// <summary>
/// A second computation of a promise from the events in the export alone, with nothing of the product: what somebody outside
/// would write from the published rules. Times are seconds since 1970.
/// </summary>
internal sealed class Recomputed
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private readonly List<Act> _acts;
    private readonly long _asOf;
    private readonly int? _attempts;
    private readonly int _dayparts;

    public Recomputed(JsonElement promise, long asOf)
    {
        _acts = [.. promise.GetProperty("events").EnumerateArray().Select(Act.Of)];
        _asOf = asOf;
        var norm = promise.GetProperty("norm");
        _attempts =
            norm.GetProperty("attempts").ValueKind == JsonValueKind.Null
                ? null
                : norm.GetProperty("attempts").GetInt32();
        _dayparts = norm.GetProperty("dayparts").GetInt32();
        Moments();
        Clocks();
        LastRun();
    }

    public long? First { get; private set; }
    public long? Due { get; private set; }
    public long? Limit { get; private set; }
    public long? EndedAt { get; private set; }
    public string? End { get; private set; }
    public long CitizenSeconds { get; private set; }
    public long ClosedSeconds { get; private set; }
    public Dictionary<string, long> TeamSeconds { get; } = new(StringComparer.Ordinal);

    private List<Act> Run { get; set; } = [];
    private bool IsJoined { get; set; }

    /// <summary>onTime, late, openLate, withdrawn, notOwed, joined, or empty.</summary>
    public string Verdict => Judge(Limit);

    public bool ByMomentInForce => Judge(Due) == "onTime";

    public bool? OnTime =>
        Verdict switch
        {
            "onTime" => true,
            "late" or "openLate" => false,
            _ => null,
        };

    /// <summary>Who owns it, or owned it at the end.</summary>
    public string Team => _acts.Last(a => a.Team is not null).Team!;

    /// <summary>All tries since it was last opened, also those that do not count.</summary>
    public int Attempts => _acts.Skip(Math.Max(0, _acts.FindLastIndex(a => a.Type == "reopen"))).Count(Is("attempt"));
    public int Repeats => _acts.Count(Is("repeat"));
    public int Renewals => _acts.Count(Is("renew"));

    /// <summary>Without those that were taken back as the last act.</summary>
    public int Bounces
    {
        get
        {
            var acts = _acts.FindAll(a => a.Type is not ("told" or "repeat"));
            var undone = acts.Zip(acts.Skip(1))
                .Count(p => p is { First.Type: "bounce", Second: { Type: "team", Reason: "undone" } });
            return acts.Count(Is("bounce")) - undone;
        }
    }

    /// <summary>1, 2, 3 without a gap.</summary>
    public bool IsNumbered => _acts.Select(a => a.Seq).SequenceEqual(Enumerable.Range(1, _acts.Count));

    public string FigureTeam
    {
        get
        {
            var until = EndedAt ?? _asOf;
            var at = Limit is { } limit && limit < until ? limit : until;
            return _acts.Last(a => a.Team is not null && (a.Seq == 1 || a.At <= at)).Team!;
        }
    }

    private static Func<Act, bool> Is(string type) => act => act.Type == type;

    private void Moments()
    {
        long? floor = null;
        foreach (var act in _acts.Where(a => a.Due is not null))
        {
            var due = act.Due!.Value;
            switch (act.Type)
            {
                case "made":
                case "renew" or "join" when First is null:
                    First = Due = Limit = floor = due;
                    break;
                case "join":
                    (Due, Limit, floor) = (
                        Math.Min(Due!.Value, due),
                        Math.Min(Limit!.Value, due),
                        Math.Min(floor!.Value, due)
                    );
                    break;
                case "renew":
                    Due = due;
                    if (act.At <= Limit && act.By == "citizen")
                    {
                        Limit = Math.Max(due, floor!.Value);
                    }
                    else if (act.At <= Limit && act.By == "event")
                    {
                        Limit = floor = due;
                    }
                    break;
            }
        }
    }

    private void Clocks()
    {
        var (owner, since, open) = (_acts[0].Team!, _acts[0].At, true);
        foreach (var act in _acts.Skip(1))
        {
            if (act.Type == "reopen")
            {
                ClosedSeconds += act.At - since;
                (since, open) = (act.At, true);
            }
            else if (open && act.Type is "team" or "bounce" or "end")
            {
                TeamSeconds[owner] = TeamSeconds.GetValueOrDefault(owner) + act.At - since;
                (since, open) = (act.At, act.Type != "end");
            }
            owner = act.Team ?? owner;
        }
        if (open)
        {
            TeamSeconds[owner] = TeamSeconds.GetValueOrDefault(owner) + _asOf - since;
            since = _asOf;
        }
        CitizenSeconds = since - _acts[0].At;
    }

    private void LastRun()
    {
        var opened = _acts.FindLastIndex(a => a.Type is "made" or "reopen");
        Run = [.. _acts.Skip(opened).Where(a => a.Type != "attempt" || a.At >= _acts[opened].At)];
        if (Run.Find(a => a.Type == "end") is not { } end)
        {
            return;
        }
        (EndedAt, End) = (end.At, end.Outcome);
        IsJoined = End == "answered_elsewhere" && Run.Exists(a => a.Type == "join" && a.At == end.At);
    }

    private string Judge(long? moment)
    {
        if (IsJoined || End == "not_owed")
        {
            return IsJoined ? "joined" : "notOwed";
        }
        if (moment is not { } limit)
        {
            return End == "withdrawn" ? "withdrawn" : "";
        }
        return End switch
        {
            null => _asOf > limit ? "openLate" : "",
            "withdrawn" => EndedAt > limit ? "late" : "withdrawn",
            "answered_elsewhere" => EndedAt <= limit ? "onTime" : "late",
            "attempts_done" => Tried(limit) ? "onTime" : "late",
            _ => ContactAt() <= limit ? "onTime" : "late",
        };
    }

    private long ContactAt() => Run.Find(a => a.Type == "attempt" && a.Outcome == End)?.At ?? EndedAt!.Value;

    private bool Tried(long limit)
    {
        var tries = Run.Where(a =>
                a is { Type: "attempt", Outcome: "no_answer" or "voicemail" }
                && string.IsNullOrEmpty(a.Reason)
                && a.At <= limit
            )
            .ToList();
        return tries.Count >= _attempts && tries.Select(a => Daypart(a.At)).Distinct().Count() >= _dayparts;
    }

    private static string Daypart(long at)
    {
        var local = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(at), Amsterdam);
        return local.Hour < 12 ? "morning"
            : local.Hour < 17 ? "afternoon"
            : "evening";
    }

    private sealed record Act(
        int Seq,
        long At,
        string Type,
        string? Team,
        long? Due,
        string? By,
        string? Reason,
        string? Outcome
    )
    {
        public static Act Of(JsonElement e) =>
            new(
                e.GetProperty("seq").GetInt32(),
                Seconds(e, "at")!.Value,
                e.GetProperty("type").GetString()!,
                e.GetProperty("team").GetString(),
                Seconds(e, "due"),
                e.GetProperty("by").GetString(),
                e.GetProperty("reason").GetString(),
                e.GetProperty("outcome").GetString()
            );
    }

    /// <summary>An instant of the export.</summary>
    public static long? Seconds(JsonElement parent, string name) =>
        parent.GetProperty(name).GetString() is { } text
            ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUnixTimeSeconds()
            : null;
}
