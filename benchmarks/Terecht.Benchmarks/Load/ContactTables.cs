using NodaTime;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Contacts.Register;

namespace Terecht.Benchmarks.Load;

/// <summary>Matters, contacts and questions.</summary>
internal sealed class ContactTables(Calls calls, Pledges pledges, Size size)
{
    private static readonly string[] Outcomes =
    [
        "answered",
        "answered",
        "answered",
        "answered",
        "answered",
        "answered",
        "answered",
        "decided",
        "transferred",
        "referred",
    ];

    private static readonly string[] Channels = ["phone", "phone", "phone", "phone", "counter", "mail"];

    /// <summary>How many references the loaded matters took.</summary>
    public static int References(Size size) => (size.Contacts / 5 * 3) + (size.Contacts / 10);

    public IReadOnlyList<Table> Tables =>
        [
            new(
                "contacts.matter",
                "id, municipality_id, reference, name, topic_id, party_id, opened_at, link_version",
                Matters
            ),
            new(
                "contacts.contact",
                "id, municipality_id, channel, direction, party_id, staff_id, dialled, caller_number, involved_name, "
                    + "started_at, ended_at",
                Contacts
            ),
            new(
                "contacts.question",
                "id, contact_id, position, matter_id, topic_id, district_id, line, outcome, article_version_id, note",
                Questions
            ),
        ];

    private void Matters(CopyRows rows)
    {
        for (var i = 0; i < calls.Count; i++)
        {
            if (Calls.Opens(i))
            {
                Matter(rows, i, 1);
            }
            if (Calls.HasSecondQuestion(i))
            {
                Matter(rows, i, 2);
            }
        }
    }

    private void Matter(CopyRows rows, int call, int position)
    {
        var topic = Calls.Topic(call, position);
        rows.Row()
            .Id(calls.MatterId(call, position))
            .Id(House.Municipality)
            .Fixed(
                Reference.FromNumber(
                    Terecht.Modules.Contacts.Register.References.Permute(rows.Count - 1, House.ReferenceKey)
                )
            )
            .Text(House.TopicName(topic))
            .Id(House.Topic[topic])
            .Id(calls.PartyId(call))
            .At(calls.At(call))
            .Small(1);
    }

    private void Contacts(CopyRows rows)
    {
        for (var i = 0; i < calls.Count; i++)
        {
            rows.Row()
                .Id(calls.Id(i))
                .Id(House.Municipality)
                .Text(Calls.IsOurs(i) ? "phone" : Draw.From(Channels, Of.Contact, i, 10))
                .Text(Calls.IsOurs(i) ? "out" : "in")
                .Id(calls.PartyId(i))
                .Id(Calls.Agent(i))
                .Text(Calls.IsOurs(i) ? null : "14099")
                .Text(calls.Number(i))
                .Text(calls.Party(i) is { } party ? People.Short(party) : "")
                .At(calls.At(i))
                .At(calls.At(i) + Duration.FromSeconds(60 + Draw.Below(400, Of.Contact, i, 11)));
        }
    }

    private void Questions(CopyRows rows)
    {
        for (var i = 0; i < calls.Count; i++)
        {
            Question(rows, i, 1);
            if (Calls.HasSecondQuestion(i))
            {
                Question(rows, i, 2);
            }
        }
    }

    private void Question(CopyRows rows, int call, int position)
    {
        var promised = position == 1 && pledges.Of(call) is not null;
        var told = !promised && Draw.Unit(Of.Question, (call * 2L) + position, 3) < 0.5;
        rows.Row()
            .Id(calls.QuestionId(call, position))
            .Id(calls.Id(call))
            .Small(position)
            .Id(calls.MatterId(call, position))
            .Id(House.Topic[Calls.Topic(call, position)])
            .Id(Draw.From(House.District, Of.Question, call, 4))
            .Small(promised ? 2 : 1)
            .Text(promised ? "promised" : Draw.From(Outcomes, Of.Question, (call * 2L) + position, 5))
            .Id(told ? House.ArticleVersion(Draw.Below(size.Articles, Of.Question, call, 6)) : null)
            .Text(Draw.From(Words.Notes, Of.Question, call, 7));
    }
}
