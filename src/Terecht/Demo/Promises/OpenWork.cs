using NodaTime;
using Terecht.Demo.Chance;
using Terecht.Demo.History;
using Terecht.Demo.Town;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Demo.Promises;

/// <summary>Fills the work lists of now: late, of today and of later; held, tried, asked again, bounced, of nobody.</summary>
internal sealed class OpenWork(
    Municipality town,
    StoryBook book,
    PromisedContact promised,
    PromiseMaker maker,
    Ways ways,
    Acts acts,
    Dice dice
)
{
    private const int MostPerTeam = 12;
    private const int Tries = 20;
    private const int DaysBack = 16;
    private static readonly Duration RecentlyLate = Duration.FromDays(4);
    private static readonly ClockTime UsualDue = new(17, 0);

    public void Write(Instant now)
    {
        var taxes = town.Team("belastingen");
        foreach (var team in town.Teams)
        {
            var stories = book.PromisesOf(team.Id, now.Local().Date, dice);
            Write(team == taxes ? OpenCase.OfTaxes : [.. Cases(stories)], stories, team, now);
        }
        WriteOfRegie(now);
    }

    /// <summary>Each case is another story, as long as there are any that fit.</summary>
    private void Write(IReadOnlyList<OpenCase> cases, IReadOnlyList<Story> stories, TeamCard team, Instant now)
    {
        var left = stories.ToList();
        foreach (var one in cases)
        {
            // Some moments cannot be at this hour: a call promised for later than tomorrow, before anybody called today.
            OpenCase[] wishes = one.When == When.Later ? [one, one with { When = When.Next }] : [one];
            var told = wishes
                .SelectMany(wish => left.Concat(stories).Select(story => (wish, story)))
                .FirstOrDefault(t => Write(t.wish, t.story, team, now))
                .story;
            left.Remove(told);
        }
    }

    private void WriteOfRegie(Instant now)
    {
        var teams = town.Teams.Where(t => book.PromisesOf(t.Id, now.Local().Date, dice).Count > 2).ToList();
        foreach (var one in OpenCase.OfRegie)
        {
            var team = dice.Pick(teams);
            var stories = book.PromisesOf(team.Id, now.Local().Date, dice);
            _ =
                stories.Any(story => Write(one, story, team, now, atRegie: true))
                || stories.Any(story => Write(one with { When = When.Next }, story, team, now, atRegie: true));
        }
    }

    /// <summary>As many as the team gets promises: from none to twelve.</summary>
    private IEnumerable<OpenCase> Cases(IReadOnlyList<Story> stories)
    {
        var share = stories.Sum(s => s.Promised);
        var count = share < 0.2 ? 0 : Math.Min(MostPerTeam, (int)(share * 1.35) + dice.Below(3));
        for (var i = 0; i < count; i++)
        {
            yield return new OpenCase(
                dice.Weighted([(When.Late, 9), (When.Next, 52), (When.Later, 39)]),
                dice.Chance(0.62) ? OpenCase.Somebody : "",
                dice.Weighted([(0, 62), (1, 26), (2, 12)]),
                dice.Weighted([(0, 84), (1, 13), (2, 3)]),
                dice.Weighted([(0, 87), (1, 11), (2, 2)])
            );
        }
    }

    /// <summary>False when a promise about this cannot stand like that now.</summary>
    private bool Write(OpenCase one, Story story, TeamCard right, Instant now, bool atRegie = false)
    {
        var topic = town.Topics[story.Topic];
        var way = atRegie && one.Bounces == 1 ? ways.ToNobody(right) : ways.With(right, one.Bounces);
        if (Begin(one, way, topic, now) is not var (script, made, ready, due))
        {
            return false;
        }
        var channel = promised.Channel(made);
        var kind = PromiseKind.Of(topic, town, channel, dice);
        var owner = way.Owner(way.Bounces, town.Regie);
        Live(script, one with { Tries = kind == "call" ? one.Tries : 0 }, way.First.Calendar, owner, ready, due, now);
        promised.Write(story, way.First, kind, channel, made, script, now);
        return true;
    }

    private void Live(
        Script script,
        OpenCase one,
        ServiceCalendar calendar,
        TeamCard owner,
        Instant ready,
        Instant due,
        Instant now
    )
    {
        var until = now - Duration.FromMinutes(4);
        StaffCard? holder = null;
        // What is late was held and tried when it was not yet.
        var early = Instant.Min(until, due);
        if (one.Holder.Length > 0 && OpenMoment.Between(calendar, ready, early, dice) is { } taken)
        {
            var named = one.Holder == OpenCase.Somebody ? null : town.Person(one.Holder);
            holder = acts.Hold(script, owner, taken, now, named?.WorksOn(taken.Local().Date) == true ? named : null);
            ready = taken + Duration.FromMinutes(1);
        }
        if (holder is not null)
        {
            foreach (var at in acts.Moments(calendar, ready, early, one.Tries))
            {
                acts.Try(script, owner, holder, at, until);
            }
        }
        foreach (var at in acts.Moments(town.ContactCentre, ready, until, one.Repeats))
        {
            acts.AskAgain(script, at);
        }
    }

    /// <summary>A making that gives the moment that is wanted, with the bounces written into the script.</summary>
    private (Script Script, Instant Made, Instant Ready, Instant Due)? Begin(
        OpenCase one,
        Way way,
        TownTopic topic,
        Instant now
    )
    {
        var next = NextDay(way.First, now);
        var days = Days(now).Where(day => Fits(one.When, maker.Due(topic, way.First, day.End), next, now)).ToList();
        for (var tries = 0; tries < Tries && days.Count > 0; tries++)
        {
            var day = dice.Pick(days);
            if (
                OpenMoment.Between(town.ContactCentre, day.Start + PromisedContact.Longest, day.End, dice)
                    is not { } made
                || maker.Due(topic, way.First, made) is not { } due
                || !Fits(one.When, due, next, now)
            )
            {
                continue;
            }
            var script = new Script();
            var until = Instant.Min(now, made + Duration.FromSeconds((long)((due - made).TotalSeconds * 0.8)));
            if (ways.Follow(script, way, topic, made, until) is { } ready)
            {
                return (script, made, ready, due);
            }
        }
        return null;
    }

    /// <summary>When the contact centre answered, day by day, up to a little while ago.</summary>
    private IEnumerable<Interval> Days(Instant now)
    {
        var latest = now - Duration.FromMinutes(12);
        var today = now.Local().Date;
        return Enumerable
            .Range(0, DaysBack)
            .SelectMany(days => town.ContactCentre.OpenSpans(today.PlusDays(-days)))
            .Where(span => span.Start + PromisedContact.Longest < latest)
            .Select(span => new Interval(span.Start, Instant.Min(span.End, latest)));
    }

    private static bool Fits(When when, Instant? due, LocalDate next, Instant now) =>
        when switch
        {
            When.Late => due < now && due > now - RecentlyLate,
            When.Next => due >= now && SpokenMoment.DayOf(due.Value) == next,
            _ => due >= now && SpokenMoment.DayOf(due.Value) > next,
        };

    /// <summary>Today while there is time, else the next working day.</summary>
    private static LocalDate NextDay(TeamCard team, Instant now)
    {
        var today = now.Local().Date;
        return team.Calendar.IsWorkingDay(today) && now <= UsualDue.InstantOn(today)
            ? today
            : team.Calendar.NextWorkingDay(today) ?? today;
    }
}
