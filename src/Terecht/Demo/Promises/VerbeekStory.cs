using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Terecht.Demo.Chance;
using Terecht.Demo.History;
using Terecht.Demo.Inhabitants;
using Terecht.Demo.Town;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Demo.Promises;

/// <summary>
/// The story that a visitor can follow from all sides: Wil Verbeek asked for remission, got a reminder to pay all the same,
/// was promised a call, went to another team and back, and asked again twice.
/// </summary>
internal sealed class VerbeekStory(
    Municipality town,
    Population people,
    StoryBook book,
    Roster roster,
    ContactWriter contacts,
    PromiseMaker maker,
    Acts acts
)
{
    private const string Mobile = "+31612345678";
    private const int AskedDaysAgo = 46;
    private const int CalledDaysAgo = 24;
    private static readonly ClockTime UsualDue = new(17, 0);
    private static readonly LocalDatePattern Date = LocalDatePattern.Create(
        "d MMMM",
        CultureInfo.GetCultureInfo("nl-NL")
    );

    private StaffCard Joost => town.Person("Joost van Dam");
    private StaffCard Nadia => town.Person("Nadia Bensaïd");
    private StaffCard Fatma => town.Person("Fatma Öztürk");
    private TownTopic Topic => town.Topics["kwijtschelding"];

    public void Write(Instant now)
    {
        var team = town.Team("belastingen");
        var today = now.Local().Date;
        var due =
            team.Calendar.IsWorkingDay(today) && now <= UsualDue.InstantOn(today)
                ? today
                : team.Calendar.NextWorkingDay(today) ?? today;
        var made = DayThatPromises(Topic, team, due, new LocalTime(10, 46));
        var asked = due.PlusDays(-AskedDaysAgo);
        var matter = Before(asked, due, today);
        var written = Called(made, asked, matter);
        var wanted = new Wanted(
            book.Verbeek with
            {
                Subject = "uw kwijtschelding en de aanmaning",
            },
            Topic,
            team,
            "call",
            people.Wil,
            people.Wil.Name,
            Mobile,
            "nl"
        );
        var promise = maker.Make(wanted, written, "phone", Joost.Id, At(made, 10, 46));
        Play(promise, made, due, now);
        if (At(made, 19, 42) <= now)
        {
            AskedByHerDaughter(matter, At(made, 19, 42));
        }
        HelpAtHome(due, now);
    }

    /// <summary>Asked on the website, and a call halfway: she heard the version of then.</summary>
    private Guid Before(LocalDate asked, LocalDate due, LocalDate today)
    {
        var web = At(asked, 20, 14);
        var matter = contacts
            .Write(
                Contact("web", web, 12, null, people.Wil, "Kwijtschelding aangevraagd met het formulier.", null) with
                {
                    CallerNumber = null,
                    Dialled = null,
                }
            )
            .Questions[0]
            .MatterId;
        var halfway = WorkingDayBefore(due.PlusDays(1 - CalledDaysAgo));
        var called = At(halfway, 11, 20);
        contacts.Write(
            Contact(
                "phone",
                called,
                5,
                Nadia,
                people.Wil,
                "Vroeg hoe lang het nog duurt. Termijn genoemd.",
                matter,
                Told(called)
            )
        );
        return matter;
    }

    private WrittenQuestion Called(LocalDate made, LocalDate asked, Guid matter)
    {
        var start = At(made, 10, 38);
        var note =
            $"Mevrouw vroeg op {Date.Format(asked)} kwijtschelding aan. Zaterdag kreeg zij toch een aanmaning van € 312,40. "
            + "Zij wil weten of zij moet betalen, en of de aanmaning van tafel kan.";
        var contact = Contact("phone", start, 8, Joost, people.Wil, note, matter, Told(start), "promised");
        var card = new PastQuestion
        {
            Topic = town.Topics["bezoekerspas"],
            Outcome = "answered",
            Note = "Hoe haar dochter zich aanmeldt. Kan bellen, zonder app.",
            DistrictId = people.Wil.Party.DistrictId,
        };
        return contacts.Write(contact with { Questions = [contact.Questions[0], card] }).Questions[0];
    }

    private void Play(PromiseLife promise, LocalDate made, LocalDate due, Instant now)
    {
        var script = new Script();
        var (tom, mehmet) = (town.Person("Tom Bakker"), town.Person("Mehmet Yıldırım"));
        var (income, taxes) = (town.Team("inkomen"), town.Team("belastingen"));
        Bounce(script, tom, income, BounceReason.Missing, At(made, 14, 5), "Is het inkomen al getoetst?");
        acts.AskAgain(script, At(made, 15, 1), Nadia, "Wilde weten of het doorgaat.");
        Bounce(
            script,
            mehmet,
            taxes,
            BounceReason.OtherTeam,
            At(made, 16, 20),
            "Het inkomen is getoetst, de rest is van Belastingen."
        );
        // Early in the morning she has not called yet: then it was the afternoon before.
        var (taken, tried) =
            At(due, 9, 40) <= now ? (At(due, 8, 55), At(due, 9, 40)) : (At(made, 16, 31), At(made, 16, 41));
        acts.Hold(script, taxes, taken, now, Fatma);
        acts.Try(script, taxes, Fatma, tried, now, AttemptOutcome.Voicemail, "We bellen vandaag nog een keer.");
        acts.AskAgain(
            script,
            tried + Duration.FromMinutes(14),
            Joost,
            "Had de voicemail gehoord. Fatma was in gesprek."
        );
        script.Play(promise, now);
    }

    private static void Bounce(Script script, StaffCard who, TeamCard to, string reason, Instant at, string remark) =>
        script.Add(at, life => life.Bounce(who.Id, to, reason, at, remark));

    private void AskedByHerDaughter(Guid matter, Instant at) =>
        contacts.Write(
            Contact(
                "web",
                at,
                6,
                null,
                people.Els,
                "Dezelfde vraag als haar moeder: moet zij betalen?",
                matter,
                null,
                "promised"
            ) with
            {
                InvolvedFor = "haar moeder",
            }
        );

    /// <summary>She has another open promise, of another team.</summary>
    private void HelpAtHome(LocalDate due, Instant now)
    {
        var (team, topic) = (town.Team("wmo"), town.Topics["hulp-in-huis"]);
        var made = DayThatPromises(topic, team, due, new LocalTime(9, 26));
        var story = book.PromisesOf(team.Id, due, Dice.For("wil")).First(s => s.Topic == topic.Code);
        var contact = Contact(
            "phone",
            At(made, 9, 20),
            6,
            Nadia,
            people.Wil,
            Words.Whole(story),
            null,
            null,
            "promised"
        );
        var question = contacts
            .Write(
                contact with
                {
                    Questions = [contact.Questions[0] with { Topic = topic, MatterName = "Hulp in huis" }],
                }
            )
            .Questions[0];
        var wanted = new Wanted(story, topic, team, "call", people.Wil, people.Wil.Name, Mobile, "nl");
        var script = new Script();
        var saskia = town.Person("Saskia Brouwer");
        acts.Hold(script, team, At(due, 9, 5), now, saskia);
        acts.Try(script, team, saskia, At(due, 9, 12), now, AttemptOutcome.Voicemail);
        script.Play(maker.Make(wanted, question, "phone", Nadia.Id, At(made, 9, 26)), now);
    }

    private PastContact Contact(
        string channel,
        Instant start,
        int minutes,
        StaffCard? agent,
        Inhabitant who,
        string note,
        Guid? matter,
        (TownArticle, TownVersion)? told = null,
        string outcome = "answered"
    )
    {
        var time = new Interval(start, start + Duration.FromMinutes(minutes));
        if (agent is not null)
        {
            roster.Take(agent, time);
        }
        return new PastContact
        {
            Channel = channel,
            Time = time,
            StaffId = agent?.Id,
            Who = who,
            Dialled = channel == "phone" ? "14099" : null,
            CallerNumber = channel == "phone" ? who.Phone : null,
            InvolvedName = who.Name,
            Questions =
            [
                new PastQuestion
                {
                    Topic = Topic,
                    Outcome = outcome,
                    Note = note,
                    DistrictId = people.Wil.Party.DistrictId,
                    MatterId = matter,
                    MatterName = $"Kwijtschelding {start.Local().Year}",
                    Told = told,
                },
            ],
        };
    }

    private (TownArticle, TownVersion)? Told(Instant at)
    {
        var article = town.ArticlesOn(Topic.Id).First(a => a.Code == "kwijtschelding-loopt-moet-ik-betalen");
        return article.At(at, "nl") is { } version ? (article, version) : null;
    }

    /// <summary>A day on which a promise would get its moment on the day that is wanted.</summary>
    private LocalDate DayThatPromises(TownTopic topic, TeamCard team, LocalDate due, LocalTime time)
    {
        for (var day = due.PlusDays(-1); day >= due.PlusDays(-14); day = day.PlusDays(-1))
        {
            if (
                town.ContactCentre.IsWorkingDay(day)
                && maker.Due(topic, team, (day + time).InAmsterdam()) is { } moment
                && SpokenMoment.DayOf(moment) == due
            )
            {
                return day;
            }
        }
        return WorkingDayBefore(due);
    }

    private LocalDate WorkingDayBefore(LocalDate day) =>
        Enumerable.Range(1, 14).Select(days => day.PlusDays(-days)).First(town.ContactCentre.IsWorkingDay);

    private static Instant At(LocalDate day, int hour, int minute) => (day + new LocalTime(hour, minute)).InAmsterdam();
}
