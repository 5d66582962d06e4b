using NodaTime;
using Terecht.Demo.Chance;
using Terecht.Demo.Inhabitants;
using Terecht.Demo.Rows;
using Terecht.Demo.Town;
using Terecht.Modules.Contacts.Data;
using Terecht.Modules.Desk.Call;
using Terecht.Platform.Text;
using Terecht.Platform.Time;

namespace Terecht.Demo.History;

/// <summary>Two contacts that the agent of the demo has open: a mail half answered, and a call without its outcome.</summary>
internal sealed class OpenContacts(Municipality town, Population people, DemoRows rows, Dice dice)
{
    public void Write(Instant now)
    {
        var agent = town.Person("Joost van Dam").Id;
        var bakery = people.All.First(p => p.Name == "Bakkerij Zonneveld");
        Add(
            "mail",
            bakery,
            "bedrijfsafval",
            "Extra container voor de feestdagen. Vraagt ook naar de prijs.",
            agent,
            now,
            22
        );
        var caller = people.Others.First(p => p is { IsOrganisation: false, Age: > 40, Phone: not null });
        Add("phone", caller, "grofvuil", "Bankstel en een oude vriezer. Kan niet op dinsdag.", agent, now, 9);
    }

    private void Add(
        string channel,
        Inhabitant who,
        string topicCode,
        string note,
        Guid agent,
        Instant now,
        int minutesAgo
    )
    {
        var topic = town.Topics[topicCode];
        var draft = new CallDraft { PartyId = who.Party.Id.ToString() };
        draft.Questions[0].Topic = topic.Name;
        draft.Questions[0].TopicId = topic.Id.ToString();
        draft.Questions[0].DistrictId = who.Party.DistrictId.ToString() ?? "";
        draft.Questions[0].Note = note;
        draft.Questions[0].Phone = PhoneNumber.Spoken(who.Phone);
        var started = now - Duration.FromMinutes(minutesAgo);
        rows.Drafts.Add(
            new Draft
            {
                Id = dice.Id(started),
                StaffId = agent,
                MunicipalityId = town.Id,
                Channel = channel,
                Dialled = channel == "phone" ? "14099" : null,
                CallerNumber = channel == "phone" ? who.Phone : null,
                StartedAt = started,
                SavedAt = RealClock.Instance.Now(),
                Content = draft.Write(),
            }
        );
    }
}
