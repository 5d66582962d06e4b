using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Desk.WrapUp;
using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.People.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Routing.Contracts;
using Terecht.Platform.Text;
using Terecht.Platform.Web.Forms;

namespace Terecht.Modules.Desk.Call;

/// <summary>What is wrong with a field, in the words of the screen.</summary>
internal sealed record FieldError(string Field, string Sentence);

/// <summary>Checks what was typed in a contact, and makes of it what is registered.</summary>
internal sealed class CallCheck(
    ICatalogue catalogue,
    IRouting routing,
    IPeople people,
    PromisedTeam promisedTeam,
    PromisedWhen promisedWhen,
    IPromises promises,
    KnownAbout known,
    TellChoice tellChoice,
    RequestKeys keys
)
{
    public const int MostQuestions = 9;

    public Task<string?> EarlierAsync(Guid key, CancellationToken ct) => keys.EarlierAsync(key, ct);

    /// <summary>Every field that is not right yet, each with a sentence; empty when the question is ready.</summary>
    public async Task<IReadOnlyList<FieldError>> WrongAsync(
        DraftCard contact,
        CallDraft draft,
        int index,
        CancellationToken ct
    )
    {
        var question = draft.Questions[index];
        var now = await catalogue.NowAsync(ct);
        var wrong = new List<FieldError>();
        if (now.Outcomes.All(o => o.Code != question.Outcome))
        {
            wrong.Add(new FieldError("Outcome", "Kies hoe deze vraag eindigt."));
        }
        if (question.Outcome != "broken_off" && question.RepeatId.Length == 0 && Topic(now, question, contact) is null)
        {
            var sentence =
                question.Topic.Length == 0
                    ? "Kies waar de vraag over gaat."
                    : $"Het onderwerp '{question.Topic}' kennen we niet. Kies een onderwerp uit de lijst.";
            wrong.Add(new FieldError("Topic", sentence));
        }
        if (DetailNeeded(question.Outcome) is { } needed && string.IsNullOrWhiteSpace(question.Detail))
        {
            wrong.Add(new FieldError("Detail", needed));
        }
        wrong.AddRange(WrongSpeaker(draft));
        if (question is { Outcome: "promised", RepeatId: "" })
        {
            wrong.AddRange(await WrongPromiseAsync(contact, draft, question, ct));
        }
        return wrong;
    }

    /// <summary>Somebody who speaks for another has a name, and so has the other.</summary>
    private static IEnumerable<FieldError> WrongSpeaker(CallDraft draft)
    {
        var named = !string.IsNullOrWhiteSpace(draft.SpeaksName);
        if (!named && !string.IsNullOrWhiteSpace(draft.SpeaksAs))
        {
            yield return new FieldError("SpeaksName", "Vul in wie er voor deze klant belt. Een naam is genoeg.");
        }
        if (named && Id(draft.PartyId) is null && string.IsNullOrWhiteSpace(draft.InvolvedName))
        {
            yield return new FieldError(
                "InvolvedName",
                $"Vul in voor wie {draft.SpeaksName.Trim()} belt. Een naam is genoeg."
            );
        }
    }

    private async Task<List<FieldError>> WrongPromiseAsync(
        DraftCard contact,
        CallDraft draft,
        QuestionDraft question,
        CancellationToken ct
    )
    {
        var wrong = new List<FieldError>();
        if (question.Kind is not ("call" or "write" or "do" or "open_door"))
        {
            wrong.Add(new FieldError("Kind", "Kies wat wij beloven."));
        }
        if (await promisedTeam.OfAsync(contact.MunicipalityId, question, ct) is ({ } team, _))
        {
            wrong.AddRange(await WrongWhenAsync(contact, question, team, ct));
        }
        else
        {
            wrong.Add(
                new FieldError(
                    "Team",
                    question.Team.Trim().Length == 0
                        ? "Kies welk team dit doet."
                        : $"Het team '{question.Team.Trim()}' kennen we niet. Kies een team uit de lijst."
                )
            );
        }
        if (question.Kind == "call" && PhoneNumber.Parse(question.Phone) is null)
        {
            wrong.Add(
                new FieldError(
                    "Phone",
                    question.Phone.Trim().Length == 0
                        ? "Vul het nummer in waarop we bellen."
                        : $"Het nummer {question.Phone.Trim()} klopt niet. Lees het nog eens terug."
                )
            );
        }
        if (TellChoice.Wrong(await tellChoice.OfAsync(contact, Id(draft.PartyId), question, ct)) is { } noAddress)
        {
            wrong.Add(new FieldError("TellAddress", noAddress));
        }
        if (
            Id(draft.PartyId) is null
            && string.IsNullOrWhiteSpace(draft.InvolvedName)
            && string.IsNullOrWhiteSpace(draft.SpeaksName)
        )
        {
            wrong.Add(new FieldError("InvolvedName", "Vul in naar wie we vragen. Een naam is genoeg."));
        }
        return wrong;
    }

    /// <summary>What the fields say by themselves, and else what the rules say to the moment that they make.</summary>
    private async Task<IEnumerable<FieldError>> WrongWhenAsync(
        DraftCard contact,
        QuestionDraft question,
        TeamCard team,
        CancellationToken ct
    )
    {
        var (when, wrong) = promisedWhen.Of(
            question,
            await promisedWhen.ChoicesAsync(contact.MunicipalityId, team, ct)
        );
        if (when is null || when == PromiseWhen.Norm)
        {
            return wrong is null ? [] : [wrong];
        }
        var plan = new PlanPromise(contact.MunicipalityId, team.Id, Id(question.TopicId), question.Kind, null)
        {
            When = when,
        };
        return await promises.PlanAsync(plan, ct) is PromisePlan.Impossible none
            ? [new FieldError(PromisedWhen.FieldOf(when, question.When), none.Nl)]
            : [];
    }

    public async Task<WrapUpContact> CommandAsync(
        DraftCard contact,
        CallDraft draft,
        Guid key,
        CurrentUser me,
        CancellationToken ct
    )
    {
        var party = Id(draft.PartyId) is { } id ? await people.FindAsync(id, ct) : null;
        var customer = party?.Name ?? draft.InvolvedName.Trim();
        var speaks = draft.SpeaksName.Trim();
        HashSet<Guid> ofPerson = party is null
            ? []
            : [.. (await known.MattersAsync(party.Id, ct)).Select(m => m.MatterId)];
        var questions = new List<WrapUpQuestion>();
        foreach (var question in draft.Questions)
        {
            var promised = await known.OpenPromisesAsync(party?.Id, contact.CallerNumber, question, ct);
            HashSet<Guid> matters = [.. ofPerson, .. promised.Select(p => p.MatterId)];
            if (question.Found is { } found)
            {
                matters.Add(found);
            }
            questions.Add(await QuestionAsync(contact, question, party?.Id, matters, ct));
        }
        return new WrapUpContact(
            key,
            contact.Id,
            contact.MunicipalityId,
            contact.Channel,
            contact.Dialled,
            contact.CallerNumber,
            contact.StartedAt,
            party?.Id,
            speaks.Length > 0 ? speaks : customer,
            speaks.Length > 0 ? customer : "",
            speaks.Length > 0 ? draft.SpeaksAs.Trim() : "",
            draft.Language,
            me.StaffId,
            me.AccountId,
            questions
        );
    }

    private async Task<WrapUpQuestion> QuestionAsync(
        DraftCard contact,
        QuestionDraft question,
        Guid? partyId,
        HashSet<Guid> matters,
        CancellationToken ct
    )
    {
        var now = await catalogue.NowAsync(ct);
        var topic = Topic(now, question, contact);
        var procedure = topic is null ? null : await routing.ForTopicAsync(topic.Id, ct);
        var repeat = Repeat(question.RepeatId);
        var matter = Id(question.MatterId);
        var promise =
            question.Outcome == "promised" && repeat is null
                ? await PromiseAsync(contact, partyId, question, topic, ct)
                : null;
        return new WrapUpQuestion(
            // Only a matter of this very person, that of a promise to them, or one whose number they gave.
            repeat is not null
            || (matter is { } chosen && matters.Contains(chosen))
                ? matter
                : null,
            topic?.Id,
            topic?.Name ?? "Afgebroken contact",
            now.FindDistrict(Id(question.DistrictId))?.Id,
            procedure?.Line ?? 1,
            question.Outcome,
            question.Detail.Trim(),
            question.AnswerIsNo && question.Outcome == "answered",
            Id(question.AnswerId),
            question.Note.Trim(),
            promise,
            repeat
        );
    }

    private async Task<WrapUpPromise?> PromiseAsync(
        DraftCard contact,
        Guid? partyId,
        QuestionDraft question,
        TopicCard? topic,
        CancellationToken ct
    )
    {
        var (team, _) = await promisedTeam.OfAsync(contact.MunicipalityId, question, ct);
        var choices = await promisedWhen.ChoicesAsync(contact.MunicipalityId, team, ct);
        return team is not null && promisedWhen.Of(question, choices).When is { } when
            ? new WrapUpPromise(
                team.Id,
                question.Kind,
                question.Subject.Trim().Length > 0 ? question.Subject.Trim() : topic?.Name ?? "",
                question.Kind switch
                {
                    "call" => PhoneNumber.Parse(question.Phone),
                    // By this number an open door is known at the next call.
                    "open_door" => PhoneNumber.Parse(question.Phone) ?? contact.CallerNumber,
                    _ => null,
                },
                question.WhyNot == "not_allowed" ? "not_allowed" : "cannot",
                TellChoice.Kept(await tellChoice.OfAsync(contact, partyId, question, ct))
            )
            {
                When = when,
                WhenField = PromisedWhen.FieldOf(when, question.When),
            }
            : null;
    }

    private static TopicCard? Topic(CatalogueNow now, QuestionDraft question, DraftCard contact)
    {
        // What stands in the field decides: a name that was typed over an earlier choice is another topic.
        var chosen = now.FindTopic(Id(question.TopicId));
        return chosen is not null && chosen.Name == question.Topic
            ? chosen
            : now.Topics.FirstOrDefault(t =>
                t.MunicipalityId == contact.MunicipalityId
                && string.Equals(t.Name, question.Topic.Trim(), StringComparison.OrdinalIgnoreCase)
            );
    }

    private static string? DetailNeeded(string outcome) =>
        outcome switch
        {
            "decided" => "Schrijf op wat u besloot.",
            "transferred" => "Schrijf op met wie u doorverbond.",
            "referred" => "Schrijf op waarheen u verwees, en waarom.",
            "appointment" => "Schrijf op wanneer de afspraak is, en waar.",
            "call_again" => "Schrijf op waarom de beller zelf terugbelt.",
            _ => null,
        };

    private static RepeatedPromise? Repeat(string text) =>
        text.Split(':') is [var id, var seq] && Guid.TryParse(id, out var promise) && int.TryParse(seq, out var number)
            ? new RepeatedPromise(promise, number)
            : null;

    private static Guid? Id(string text) => Guid.TryParse(text, out var id) ? id : null;
}
