using NodaTime;
using Terecht.Demo.Chance;
using Terecht.Demo.History;
using Terecht.Demo.Town;
using Terecht.Modules.Organisation.Contracts;

namespace Terecht.Demo.Promises;

/// <summary>Writes a contact that ends in a promise, and plays what was thought out for that promise.</summary>
internal sealed class PromisedContact(
    Municipality town,
    Callers callers,
    Roster roster,
    ContactWriter contacts,
    PromiseMaker maker,
    Dice dice
)
{
    /// <summary>How long before the promise the contact may have begun.</summary>
    public static readonly Duration Longest = Duration.FromMinutes(9);

    private static readonly (string Channel, double Weight)[] Channels =
    [
        ("phone", 84),
        ("mail", 7),
        ("web", 5),
        ("counter", 4),
    ];

    /// <summary>A channel that is open then.</summary>
    public string Channel(Instant made)
    {
        var channel = dice.Weighted(Channels);
        return channel == "counter" && !town.Calendars["stadhuis"].IsOpenAt(made - Longest) ? "phone" : channel;
    }

    public void Write(
        Story story,
        TeamCard first,
        string kind,
        string channel,
        Instant made,
        Script script,
        Instant now
    )
    {
        var topic = town.Topics[story.Topic];
        var caller = callers.ToPromise(story, channel);
        var staff = Agent(channel, made);
        var (_, written) = contacts.Write(
            new PastContact
            {
                Channel = channel,
                Time = new Interval(made - Duration.FromSeconds(dice.Between(150, 520)), made),
                StaffId = staff.Id,
                Who = caller.Who,
                Dialled = channel == "phone" ? "14099" : null,
                CallerNumber = caller.Number,
                InvolvedName = caller.Name,
                InvolvedFor = Words.For(story, caller.Who),
                Language = caller.Language,
                Questions =
                [
                    new PastQuestion
                    {
                        Topic = topic,
                        Outcome = "promised",
                        Note = Words.Whole(story),
                        DistrictId = caller.Who?.Party.DistrictId,
                    },
                ],
            }
        );
        var phone = kind == "call" ? caller.CallBackOn : null;
        var wanted = new Wanted(story, topic, first, kind, caller.Who, caller.Name, phone, caller.Language);
        script.Play(maker.Make(wanted, written[0], channel, staff.Id, made), now);
    }

    private StaffCard Agent(string channel, Instant made)
    {
        var team = town.Team(channel == "counter" ? "balie" : "kcc").Id;
        return roster.Take(team, new Interval(made - Longest, made), dice) ?? roster.OnDuty(team, made, dice);
    }
}
