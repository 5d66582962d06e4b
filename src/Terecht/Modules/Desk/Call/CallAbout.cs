using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Organisation.Contracts;

namespace Terecht.Modules.Desk.Call;

/// <summary>What a question turns out to be about, at one press: an answer, an open promise, a matter, somebody they may reach.</summary>
internal sealed class CallAbout(
    ICatalogue catalogue,
    IKnowledge knowledge,
    IOrganisation organisation,
    KnownAbout known,
    ByReference lookup
)
{
    public async Task UseAnswerAsync(QuestionDraft question, Guid municipalityId, Guid versionId, CancellationToken ct)
    {
        if (await knowledge.FindVersionAsync(versionId, ct) is not { } card)
        {
            return;
        }
        question.AnswerId = card.VersionId.ToString();
        if (question.TopicId.Length == 0)
        {
            var now = await catalogue.NowAsync(ct);
            var ofArticle = await knowledge.TopicsAsync(card.ArticleId, ct);
            if (
                ofArticle.Select(id => now.FindTopic(id)).FirstOrDefault(t => t?.MunicipalityId == municipalityId) is
                { } topic
            )
            {
                (question.TopicId, question.Topic) = (topic.Id.ToString(), topic.Name);
            }
        }
    }

    public async Task RepeatAsync(DraftCard contact, CallDraft draft, int index, Guid promiseId, CancellationToken ct)
    {
        var open = await known.OpenPromisesAsync(Id(draft.PartyId), contact.CallerNumber, draft.Questions[index], ct);
        if (open.FirstOrDefault(p => p.PromiseId == promiseId) is not { } promise)
        {
            return;
        }
        var question = draft.Questions[index];
        question.RepeatId = $"{promise.PromiseId}:{promise.Seq}";
        question.MatterId = promise.MatterId.ToString();
        question.Outcome = "promised";
        if (question.Topic.Length == 0)
        {
            question.Topic = promise.MatterName;
        }
    }

    /// <summary>
    /// It is about the matter with this reference. Whose it is, is then the person of this contact, unless one was chosen:
    /// somebody who speaks for them gave the number.
    /// </summary>
    public async Task BelongsAsync(
        DraftCard contact,
        CallDraft draft,
        int index,
        string reference,
        CancellationToken ct
    )
    {
        if (await lookup.OfAsync(contact.MunicipalityId, reference, ct) is not GivenNumber.Found { Matter: var matter })
        {
            return;
        }
        var question = draft.Questions[index];
        question.FoundId = question.MatterId = matter.MatterId.ToString();
        question.RepeatId = "";
        question.Search = "";
        if (question.Topic.Length == 0 && (await catalogue.NowAsync(ct)).FindTopic(matter.TopicId) is { } topic)
        {
            (question.TopicId, question.Topic) = (topic.Id.ToString(), topic.Name);
        }
        if (Id(draft.PartyId) is null && matter.PartyId is { } owner)
        {
            draft.PartyId = owner.ToString();
        }
    }

    /// <summary>They may reach somebody directly: the question ends with being put through, in the matter of that promise.</summary>
    public async Task ThroughAsync(DraftCard contact, CallDraft draft, int index, Guid promiseId, CancellationToken ct)
    {
        var open = await known.OpenPromisesAsync(Id(draft.PartyId), contact.CallerNumber, draft.Questions[index], ct);
        if (open.FirstOrDefault(p => p.PromiseId == promiseId) is not { DoorUntil: { } until } promise)
        {
            return;
        }
        var question = draft.Questions[index];
        question.Outcome = "transferred";
        question.Detail = OpenDoor.Of(promise, until, await organisation.NowAsync(ct)).Detail;
        question.MatterId = promise.MatterId.ToString();
        question.RepeatId = "";
        if (question.Topic.Length == 0 && (await catalogue.NowAsync(ct)).FindTopic(promise.TopicId) is { } topic)
        {
            (question.TopicId, question.Topic) = (topic.Id.ToString(), topic.Name);
        }
    }

    private static Guid? Id(string text) => Guid.TryParse(text, out var id) ? id : null;
}
