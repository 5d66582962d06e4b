using NodaTime;
using Terecht.Demo.Chance;
using Terecht.Demo.History;
using Terecht.Demo.Town;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Demo.Promises;

/// <summary>The acts that a script is made of, each with the person who does it.</summary>
internal sealed class Acts(Municipality town, Roster roster, ContactWriter contacts, Dice dice)
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private static readonly (AttemptOutcome Outcome, double Weight)[] Failures =
    [
        (AttemptOutcome.NoAnswer, 52),
        (AttemptOutcome.Voicemail, 45),
        (AttemptOutcome.WrongNumber, 3),
    ];

    private static readonly (string Reason, double Weight)[] Reasons =
    [
        (BounceReason.OtherTeam, 75),
        (BounceReason.NotAllowed, 15),
        (BounceReason.Missing, 10),
    ];

    /// <summary>Somebody takes it. Who leaves before <paramref name="until"/> gives it back by leaving, and a colleague takes over.</summary>
    /// <returns>Who has it at the end.</returns>
    public StaffCard Hold(Script script, TeamCard team, Instant at, Instant until, StaffCard? who = null)
    {
        var holder = who ?? roster.OnDuty(team.Id, at, dice);
        script.Add(at, life => life.Take(holder.Id, at));
        if (holder.EndsOn is not { } last || last.PlusDays(1).StartInAmsterdam() >= until)
        {
            return holder;
        }
        var gone = last.PlusDays(1).StartInAmsterdam();
        script.Add(gone, life => life.GiveBack(null, gone));
        return OpenMoment.Between(team.Calendar, gone, until, dice) is { } next
            ? Hold(script, team, next, until)
            : holder;
    }

    public static void GiveBack(Script script, StaffCard holder, Instant at) =>
        script.Add(at, life => life.GiveBack(holder.Id, at));

    /// <summary>A call that nobody answered; now and then it is written down much later that day.</summary>
    public void Try(
        Script script,
        TeamCard team,
        StaffCard? holder,
        Instant at,
        Instant before,
        AttemptOutcome? outcome = null,
        string? remark = null
    )
    {
        var how = outcome ?? dice.Weighted(Failures);
        var written = at + Minute + Duration.FromSeconds(dice.Below(90));
        var later = at + Duration.FromMinutes(dice.Between(18, 70));
        if (dice.Chance(0.05) && later < before && later.Local().Date == at.Local().Date)
        {
            written = later;
        }
        var words = remark ?? Remarks.Try(how, dice);
        var caller = Worker(team, holder, at);
        script.Add(written, life => life.Attempt(caller.Id, how, at, written, words));
    }

    /// <summary>Contact was made, or the thing was done.</summary>
    public Instant Finish(Script script, TeamCard team, StaffCard? holder, Instant at, PromiseEnd end, string remark)
    {
        var talk = end == PromiseEnd.Reached ? Duration.FromSeconds(dice.Between(100, 600)) : Duration.Zero;
        var written = Instant.FromUnixTimeSeconds((at + talk).ToUnixTimeSeconds());
        var worker = Worker(team, holder, at);
        script.Add(written, life => life.End(worker.Id, end, at, written, remark));
        return written;
    }

    /// <param name="better">Null for "don't know".</param>
    public void Bounce(Script script, TeamCard from, TeamCard? better, TownTopic topic, Instant at)
    {
        var who = roster.OnDuty(from.Id, at, dice);
        var reason = better is null ? BounceReason.OtherTeam : dice.Weighted(Reasons);
        var remark = Remarks.Bounce(reason, topic, better, dice);
        script.Add(at, life => life.Bounce(who.Id, better, reason, at, remark));
    }

    /// <summary>The citizen calls again, and hears the same sentence.</summary>
    public void AskAgain(Script script, Instant at, StaffCard? agent = null, string? note = null)
    {
        var time = new Interval(at, at + Duration.FromSeconds(dice.Between(70, 260)));
        if (agent is not null)
        {
            roster.Take(agent, time);
        }
        if ((agent ?? roster.Take(town.Team("kcc").Id, time, dice)) is { } free)
        {
            script.Add(
                time.End,
                life => life.Repeat(contacts.Write(Again(life, time, free, note)).Id, free.Id, time.End)
            );
        }
    }

    private PastContact Again(PromiseLife life, Interval time, StaffCard agent, string? note) =>
        new()
        {
            Channel = "phone",
            Time = time,
            StaffId = agent.Id,
            Who = life.To,
            Dialled = "14099",
            CallerNumber = life.Promise.ToPhone,
            InvolvedName = life.Promise.ToName,
            Language = life.Promise.Language,
            Questions =
            [
                new PastQuestion
                {
                    Topic = life.Topic,
                    Outcome = "promised",
                    MatterId = life.Promise.MatterId,
                    Note = note ?? Remarks.AskAgain(life.Promise.Due < time.Start, dice),
                    DistrictId = life.To?.Party.DistrictId,
                },
            ],
        };

    /// <summary>The holder when they are in, else a colleague.</summary>
    public StaffCard Worker(TeamCard team, StaffCard? holder, Instant at) =>
        holder is not null && roster.IsIn(holder, at) ? holder : roster.OnDuty(team.Id, at, dice);

    /// <summary>Instants between two others at which the team is open, well apart, earliest first.</summary>
    public List<Instant> Moments(ServiceCalendar calendar, Instant from, Instant to, int count)
    {
        var moments = new List<Instant>();
        foreach (var moment in OpenMoment.Several(calendar, from, to, count, dice))
        {
            if (moments.Count == 0 || moment - moments[^1] > Duration.FromMinutes(25))
            {
                moments.Add(moment);
            }
        }
        return moments;
    }
}
