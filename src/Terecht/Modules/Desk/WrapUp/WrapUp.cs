using Microsoft.EntityFrameworkCore;
using Npgsql;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Web.Forms;

namespace Terecht.Modules.Desk.WrapUp;

/// <summary>
/// Wrapping up is one transaction: the contact with its questions, the answers told, the promises, their events and outbox
/// rows, the end of the draft and the form's key. All of it is there, or nothing.
/// </summary>
internal sealed class WrapUp(
    TerechtDb db,
    IContacts contacts,
    IDrafts drafts,
    IPromises promises,
    IKnowledge knowledge,
    RequestKeys keys
)
{
    public async Task<WrapUpResult> RunAsync(WrapUpContact contact, CancellationToken ct)
    {
        var told = new List<AnswerTold?>();
        foreach (var question in contact.Questions)
        {
            told.Add(await ToldAsync(question.AnswerVersionId, ct));
        }

        var registered = await contacts.RegisterAsync(Registration(contact, told), ct);
        for (var i = 0; i < contact.Questions.Count; i++)
        {
            var refused = await PromiseAsync(contact, contact.Questions[i], registered, i, ct);
            if (refused is not null)
            {
                db.ChangeTracker.Clear();
                // Sent twice at once, the second sees what the first made of it.
                return await keys.EarlierAsync(contact.Key, ct) is { } first ? new WrapUpResult.Done(first) : refused;
            }
        }
        drafts.Remove(contact.DraftId);
        try
        {
            var address = await keys.SaveOnceAsync(
                contact.Key,
                $"/werkplek?klaar={contact.DraftId}",
                contact.AccountId,
                ct
            );
            return new WrapUpResult.Done(address);
        }
        catch (DbUpdateException e)
            when (e is DbUpdateConcurrencyException
                || e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }
            )
        {
            db.ChangeTracker.Clear();
            return await CollidedAsync(contact, ct);
        }
    }

    /// <summary>Somebody was faster: another tab, or an act on a promise that was asked about again.</summary>
    private async Task<WrapUpResult> CollidedAsync(WrapUpContact contact, CancellationToken ct)
    {
        var draftGone = await drafts.FindAsync(contact.DraftId, contact.StaffId, ct) is null;
        var repeat = contact.Questions.ToList().FindIndex(q => q.RepeatOf is not null);
        var added = contact.Questions.ToList().FindIndex(q => q.Promise?.When is PromiseWhen.BeforeNewHappening);
        if (!draftGone && repeat < 0 && added >= 0)
        {
            return new WrapUpResult.Refused(
                added,
                "HappeningName",
                "Een collega schreef dit net ook op. Leg het nog een keer vast, dan hoort het daarbij."
            );
        }
        return draftGone || repeat < 0
            ? new WrapUpResult.Gone()
            : new WrapUpResult.Refused(
                repeat,
                "RepeatId",
                "Een collega werkte net aan deze toezegging. Kijk even wat er nu staat."
            );
    }

    private async Task<AnswerTold?> ToldAsync(Guid? versionId, CancellationToken ct) =>
        versionId is { } id && await knowledge.FindVersionAsync(id, ct) is { } card
            ? new AnswerTold(card.ArticleId, card.VersionId)
            : null;

    private async Task<WrapUpResult.Refused?> PromiseAsync(
        WrapUpContact contact,
        WrapUpQuestion question,
        RegisteredContact registered,
        int index,
        CancellationToken ct
    )
    {
        var row = registered.Questions[index];
        if (question.RepeatOf is { } repeat)
        {
            var act = new PromiseAct.Repeat(repeat.PromiseId, repeat.Seq, contact.StaffId, contact.DraftId);
            return await promises.ActAsync(act, ct) switch
            {
                ActResult.Done => null,
                ActResult.Refused refused => new WrapUpResult.Refused(index, "RepeatId", refused.Sentence),
                _ => new WrapUpResult.Refused(
                    index,
                    "RepeatId",
                    "Een collega werkte net aan deze toezegging. Kijk even wat er nu staat."
                ),
            };
        }
        if (question.Promise is not { } promise)
        {
            return null;
        }
        var made = await promises.MakeAsync(
            new MakePromise(
                contact.MunicipalityId,
                row.MatterId,
                row.Id,
                promise.TeamId,
                question.TopicId,
                promise.Kind,
                promise.Subject,
                contact.InvolvedName,
                contact.PartyId,
                promise.Phone,
                promise.WhyNot,
                contact.Language,
                contact.Channel,
                contact.StaffId
            )
            {
                When = promise.When,
                TellChannel = promise.Tell.Channel,
                TellAddress = promise.Tell.Address,
            },
            ct
        );
        return made.Refusal is { } why ? new WrapUpResult.Refused(index, promise.WhenField, why) : null;
    }

    private static RegisterContact Registration(WrapUpContact contact, List<AnswerTold?> told) =>
        new(
            contact.DraftId,
            contact.MunicipalityId,
            contact.Channel,
            contact.PartyId,
            contact.StaffId,
            contact.Dialled,
            contact.CallerNumber,
            contact.InvolvedName,
            contact.InvolvedFor,
            contact.Language,
            contact.StartedAt,
            [
                .. contact.Questions.Select(
                    (q, i) =>
                        new RegisterQuestion(
                            q.MatterId,
                            q.TopicName,
                            q.TopicId,
                            q.DistrictId,
                            q.Line,
                            q.Outcome,
                            q.Detail,
                            q.AnswerIsNo,
                            told[i],
                            q.Note
                        )
                ),
            ]
        )
        {
            InvolvedRole = contact.InvolvedRole,
        };
}
