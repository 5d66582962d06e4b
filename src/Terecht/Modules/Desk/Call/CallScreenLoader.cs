using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.People.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Text;
using Terecht.Platform.Time;

namespace Terecht.Modules.Desk.Call;

/// <summary>Gathers the page of an open contact from the modules below.</summary>
internal sealed class CallScreenLoader(
    IDrafts drafts,
    IOrganisation organisation,
    ICatalogue catalogue,
    IPeople people,
    IKnowledge knowledge,
    PromisedTeam promisedTeam,
    PromisedWhen promisedWhen,
    IPromises promises,
    KnownAbout known,
    TellChoice tellChoice,
    IWrittenWays ways,
    ByReference lookup,
    TimeProvider clock
)
{
    private const int MostAnswers = 6;

    public async Task<CallScreen> LoadAsync(
        DraftCard contact,
        CallDraft draft,
        int index,
        Guid staffId,
        CancellationToken ct
    )
    {
        var question = draft.Questions[index];
        var now = await organisation.NowAsync(ct);
        var candidates = await CandidatesAsync(contact, draft, ct);
        var party = Id(draft.PartyId) is { } id ? candidates.FirstOrDefault(c => c.Id == id) : null;
        var (team, proposed) = await promisedTeam.OfAsync(contact.MunicipalityId, question, ct);
        var choices = await promisedWhen.ChoicesAsync(contact.MunicipalityId, team, ct);
        var (when, wrong) = promisedWhen.Of(question, choices);
        return new CallScreen
        {
            Contact = contact,
            Draft = draft,
            Index = index,
            Now = clock.Now(),
            Organisation = now,
            Catalogue = await catalogue.NowAsync(ct),
            Open = await OpenAsync(staffId, ct),
            Candidates = candidates,
            Party = party,
            OpenPromises = await known.OpenPromisesAsync(party?.Id, contact.CallerNumber, question, ct),
            Recent = party is null ? [] : await known.RecentAsync(party.Id, ct),
            Matters = await MattersAsync(party, question, ct),
            GivenNumber = await lookup.OfAsync(contact.MunicipalityId, question.Search, ct),
            Answers = await AnswersAsync(contact, draft, question, ct),
            Told = Id(question.AnswerId) is { } told ? await knowledge.FindVersionAsync(told, ct) : null,
            ProposedTeam = proposed,
            Team = team,
            Tell = await tellChoice.OfAsync(contact, party?.Id, question, ct),
            Ways = party is null ? [] : await ways.OfAsync(party.Id, ct),
            WhenChoices = choices,
            WhenWrong = wrong,
            Plan =
                team is null || when is null
                    ? null
                    : await promises.PlanAsync(
                        new PlanPromise(
                            contact.MunicipalityId,
                            team.Id,
                            Id(question.TopicId),
                            question.Kind,
                            question.Kind == "call" ? PhoneNumber.Parse(question.Phone) : null
                        )
                        {
                            When = when,
                        },
                        ct
                    ),
        };
    }

    /// <summary>My contacts that are not wrapped up, oldest first: they wait, and never close themselves.</summary>
    public async Task<IReadOnlyList<OpenContactLine>> OpenAsync(Guid staffId, CancellationToken ct)
    {
        var mine = (await drafts.MineAsync(staffId, ct))
            .Select(card => (Card: card, Draft: CallDraft.Read(card.Content)))
            .ToList();
        var chosen = mine.Select(m => Id(m.Draft.PartyId)).OfType<Guid>().ToHashSet();
        var names = (await people.FindAllAsync(chosen, ct)).ToDictionary(p => p.Id, p => p.Short);
        var lines = new List<OpenContactLine>();
        foreach (var (card, draft) in mine)
        {
            var name =
                (Id(draft.PartyId) is { } id ? names.GetValueOrDefault(id) : null)
                ?? (
                    draft.InvolvedName.Length > 0 ? draft.InvolvedName
                    : card.CallerNumber is { } number ? PhoneNumber.Spoken(number)
                    : "Onbekende klant"
                );
            var topic = draft.Questions[0].Topic;
            lines.Add(
                new OpenContactLine(
                    card.Id,
                    card.Channel,
                    name,
                    topic.Length > 0 ? topic : "nog geen onderwerp",
                    card.StartedAt
                )
            );
        }
        return lines;
    }

    /// <summary>What a question may belong to: the newest of this person, and what was found by its number.</summary>
    private async Task<IReadOnlyList<KnownMatter>> MattersAsync(
        PartyCard? party,
        QuestionDraft question,
        CancellationToken ct
    )
    {
        List<KnownMatter> matters = party is null ? [] : [.. await known.MattersAsync(party.Id, ct)];
        if (question.Found is { } id && matters.TrueForAll(m => m.MatterId != id))
        {
            matters.AddRange(await known.MatterAsync(id, ct));
        }
        return matters;
    }

    private async Task<IReadOnlyList<PartyCard>> CandidatesAsync(
        DraftCard contact,
        CallDraft draft,
        CancellationToken ct
    )
    {
        var candidates = contact.CallerNumber is { } number
            ? [.. await people.ByPhoneAsync(number, ct)]
            : new List<PartyCard>();
        if (
            Id(draft.PartyId) is { } chosen
            && candidates.TrueForAll(c => c.Id != chosen)
            && await people.FindAsync(chosen, ct) is { } other
        )
        {
            candidates.Add(other);
        }
        return candidates;
    }

    /// <summary>By the words that are searched; else by what was noted, so that an answer is there before anybody searches.</summary>
    private ValueTask<IReadOnlyList<AnswerHit>> AnswersAsync(
        DraftCard contact,
        CallDraft draft,
        QuestionDraft question,
        CancellationToken ct
    )
    {
        var words = question.Search.Length > 0 && !ByReference.IsNumber(question.Search);
        var text = words ? question.Search : $"{question.Topic} {question.Note}".Trim();
        return knowledge.SearchAsync(
            new AnswerQuestion(contact.MunicipalityId, text, Id(question.TopicId), draft.Language, MostAnswers),
            ct
        );
    }

    private static Guid? Id(string text) => Guid.TryParse(text, out var id) ? id : null;
}
