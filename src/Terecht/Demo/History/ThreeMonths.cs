using NodaTime;
using Terecht.Demo.Chance;
using Terecht.Demo.Promises;
using Terecht.Demo.Town;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Platform.Time;

namespace Terecht.Demo.History;

/// <summary>Three months of a contact centre, up to now: every contact on its day, its channel and its agent.</summary>
internal sealed class ThreeMonths(
    Municipality town,
    StoryBook book,
    Roster roster,
    Callers callers,
    ContactWriter contacts,
    PromiseMaker maker,
    Questions questions,
    Dice dice
)
{
    private const int Months = 3;
    private const double UsualAtDesk = 118;
    private const double UsualAtCounter = 23;
    private const double AsksTwoThings = 0.07;
    private const double ComesBack = 0.06;
    private static readonly Duration Week = Duration.FromDays(7);

    private static readonly (string Channel, double Weight)[] AtDesk =
    [
        ("phone", 77),
        ("mail", 11),
        ("web", 6),
        ("chat", 4),
        ("social", 1.5),
        ("letter", 0.5),
    ];

    private static readonly (string Channel, double Weight)[] AtCounter =
    [
        ("counter", 91),
        ("street", 6),
        ("video", 3),
    ];

    /// <summary>Dialled numbers of a team's own line.</summary>
    private static readonly Dictionary<string, string> OwnLine = new()
    {
        ["geldloket"] = "0997004130",
        ["wmo"] = "0997004145",
        ["openbare-ruimte"] = "0997004160",
        ["ondernemers"] = "0997004210",
    };

    private readonly List<Earlier> _earlier = [];

    public void Write(Instant now)
    {
        var today = now.Local().Date;
        for (var day = today.PlusMonths(-Months); day <= today; day = day.PlusDays(1))
        {
            Day(town.ContactCentre, day, UsualAtDesk, "kcc", AtDesk, now);
            Day(town.Calendars["stadhuis"], day, UsualAtCounter, "balie", AtCounter, now);
        }
    }

    private void Day(
        ServiceCalendar calendar,
        LocalDate day,
        double usual,
        string team,
        IReadOnlyList<(string, double)> channels,
        Instant now
    )
    {
        foreach (var start in Traffic.Of(calendar, day, usual, dice))
        {
            var channel = dice.Weighted(channels);
            var time = new Interval(start, start + Lasts(channel));
            if (time.End <= now && roster.Take(town.Team(team).Id, time, dice) is { } agent)
            {
                One(channel, time, agent.Id, now);
            }
        }
    }

    private void One(string channel, Interval time, Guid agent, Instant now)
    {
        var day = time.Start.Local().Date;
        if (dice.Chance(ComesBack) && AgainOf(time.Start) is { } earlier && earlier.Story.Channel.Contains(channel))
        {
            Write(
                channel,
                time,
                agent,
                earlier.Caller,
                [questions.Of(earlier.Story, channel, time, earlier.Caller, now, earlier)]
            );
            return;
        }
        var story = book.Any(channel, day, dice);
        var caller = callers.Of(story, channel);
        var asked = new List<Asked> { questions.Of(story, channel, time, caller, now) };
        if (dice.Chance(AsksTwoThings))
        {
            asked.Add(questions.Of(book.Any(channel, day, dice), channel, time, caller, now));
        }
        Write(channel, time, agent, caller, asked);
    }

    private void Write(string channel, Interval time, Guid agent, Caller caller, List<Asked> asked)
    {
        var (_, written) = contacts.Write(
            new PastContact
            {
                Channel = channel,
                Time = time,
                StaffId = agent,
                Who = caller.Who,
                Dialled = channel == "phone" ? Dialled(asked[0].Question.Topic) : null,
                CallerNumber = caller.Number,
                InvolvedName = caller.Name,
                InvolvedFor = Words.For(asked[0].Story, caller.Who),
                Language = caller.Language,
                Questions = [.. asked.Select(a => a.Question)],
            }
        );
        foreach (var (one, question) in asked.Zip(written))
        {
            if (one.Plan is { } plan)
            {
                var wanted = new Wanted(
                    one.Story,
                    one.Question.Topic,
                    plan.First,
                    one.Kind,
                    caller.Who,
                    caller.Name,
                    one.Kind == "call" ? caller.CallBackOn : null,
                    caller.Language
                );
                plan.Script.Play(maker.Make(wanted, question, channel, agent, time.End), Instant.MaxValue);
            }
            else if (caller.Who is not null)
            {
                _earlier.Add(new Earlier(one.Story, caller, question.MatterId, time.End));
            }
        }
    }

    private Earlier? AgainOf(Instant at)
    {
        var recent = _earlier
            .Skip(Math.Max(0, _earlier.Count - 500))
            .Where(e => at - e.At < Week && at - e.At > Duration.FromHours(3));
        return recent.ToList() is { Count: > 0 } list ? dice.Pick(list) : null;
    }

    private string Dialled(TownTopic topic) =>
        topic.TeamId is { } team && OwnLine.GetValueOrDefault(town.Team(team).Code) is { } line && dice.Chance(0.4)
            ? line
            : "14099";

    private Duration Lasts(string channel)
    {
        var (least, most) = channel switch
        {
            "phone" => (70, 620),
            "counter" or "video" => (180, 900),
            "chat" => (200, 720),
            _ => (120, 480),
        };
        // Most are short, a few are long.
        return Duration.FromSeconds(least + (int)((most - least) * Math.Pow(dice.Unit(), 1.6)));
    }
}
