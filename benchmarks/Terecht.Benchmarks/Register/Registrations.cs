using Terecht.Benchmarks.Load;
using Terecht.Modules.Desk.WrapUp;
using Terecht.Platform.Time;

namespace Terecht.Benchmarks.Register;

/// <summary>What agents wrap up: a question of somebody who called before, and the promise to call back.</summary>
internal static class Registrations
{
    /// <param name="number">Decides who calls about what.</param>
    public static WrapUpContact Of(Calls calls, long number, Draft draft, TimeProvider clock)
    {
        var caller = Draw.Below(calls.Count, Load.Of.Contact, number, 30);
        var topic = Draw.Below(House.Topics, Load.Of.Matter, number, 30);
        var party = calls.Party(caller);
        var phone = calls.Number(caller) ?? People.Number(Draw.Bits(Load.Of.Contact, number, 31));
        return new WrapUpContact(
            clock.NewId(),
            draft.Id,
            House.Municipality,
            "phone",
            "14099",
            phone,
            clock.Now(),
            calls.PartyId(caller),
            party is { } known ? People.Short(known) : "Mw. De Beller",
            "",
            "",
            "nl",
            House.StaffMember[draft.Agent],
            House.Account[draft.Agent],
            [
                new WrapUpQuestion(
                    null,
                    House.Topic[topic],
                    House.TopicName(topic),
                    House.District[number % House.Districts],
                    2,
                    "promised",
                    "",
                    false,
                    null,
                    Draw.From(Words.Notes, Load.Of.Contact, number, 32),
                    new WrapUpPromise(
                        House.Team[House.TeamOfTopic(topic)],
                        "call",
                        Draw.From(Words.Subjects, Load.Of.Contact, number, 33),
                        phone,
                        "cannot",
                        (null, null)
                    ),
                    null
                ),
            ]
        );
    }

    /// <summary>The same as the fields of the form.</summary>
    public static Dictionary<string, string> Form(WrapUpContact contact)
    {
        var question = contact.Questions[0];
        var promise = question.Promise!;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["RequestKey"] = contact.Key.ToString(),
            ["PartyId"] = contact.PartyId?.ToString() ?? "",
            ["InvolvedName"] = contact.InvolvedName,
            ["Topic"] = question.TopicName,
            ["TopicId"] = question.TopicId.ToString()!,
            ["DistrictId"] = question.DistrictId.ToString()!,
            ["Note"] = question.Note,
            ["Outcome"] = question.Outcome,
            ["Kind"] = promise.Kind,
            ["TeamId"] = promise.TeamId.ToString(),
            ["Phone"] = promise.Phone!,
            ["Subject"] = promise.Subject,
            ["WhyNot"] = promise.WhyNot,
        };
    }
}

/// <summary>An open contact of an agent.</summary>
internal sealed record Draft(Guid Id, int Agent);
