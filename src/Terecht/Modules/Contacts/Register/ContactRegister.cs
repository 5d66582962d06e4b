using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Contacts.Data;
using Terecht.Modules.Knowledge.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Contacts.Register;

internal sealed class ContactRegister(TerechtDb db, TimeProvider clock, EventLog events, References references)
    : IContacts
{
    public async Task<RegisteredContact> RegisterAsync(RegisterContact contact, CancellationToken ct)
    {
        var now = clock.Now();
        db.Add(
            new Contact
            {
                Id = contact.Id,
                MunicipalityId = contact.MunicipalityId,
                Channel = contact.Channel,
                Direction = "in",
                PartyId = contact.PartyId,
                StaffId = contact.StaffId,
                Dialled = contact.Dialled,
                CallerNumber = contact.CallerNumber,
                InvolvedName = contact.InvolvedName,
                InvolvedFor = contact.InvolvedFor,
                InvolvedRole = contact.InvolvedRole,
                Language = contact.Language,
                StartedAt = contact.StartedAt,
                EndedAt = now,
            }
        );
        var registered = new List<RegisteredQuestion>();
        foreach (var question in contact.Questions)
        {
            registered.Add(await AddQuestionAsync(contact, question, (short)(registered.Count + 1), ct));
        }
        events.Record(
            new ContactRegistered(
                contact.Id,
                contact.Channel,
                "in",
                [.. registered.Select(q => q.Id)],
                [.. registered.Select(q => q.MatterId).Distinct()],
                contact.PartyId
            )
        );
        return new RegisteredContact(contact.Id, registered);
    }

    private async Task<RegisteredQuestion> AddQuestionAsync(
        RegisterContact contact,
        RegisterQuestion question,
        short position,
        CancellationToken ct
    )
    {
        var matter = question.MatterId is { } known
            ? await db.Matters.AsNoTracking().SingleAsync(m => m.Id == known, ct)
            : await OpenMatterAsync(contact, question, ct);
        var row = new Question
        {
            Id = clock.NewId(),
            ContactId = contact.Id,
            Position = position,
            MatterId = matter.Id,
            TopicId = question.TopicId,
            DistrictId = question.DistrictId,
            Line = (short)question.Line,
            Outcome = question.Outcome,
            OutcomeDetail = question.OutcomeDetail,
            AnswerIsNo = question.AnswerIsNo,
            ArticleVersionId = question.Answer?.VersionId,
            Note = question.Note,
        };
        db.Add(row);
        if (question.Answer is { } answer)
        {
            events.Record(new AnswerUsed(answer.ArticleId, answer.VersionId, row.Id, matter.Id));
        }
        return new RegisteredQuestion(row.Id, matter.Id, matter.Reference);
    }

    private async Task<Matter> OpenMatterAsync(RegisterContact contact, RegisterQuestion question, CancellationToken ct)
    {
        var matter = new Matter
        {
            Id = clock.NewId(),
            MunicipalityId = contact.MunicipalityId,
            Reference = await references.NextAsync(ct),
            Name = question.MatterName,
            TopicId = question.TopicId,
            PartyId = contact.PartyId,
            OpenedAt = clock.Now(),
        };
        db.Add(matter);
        events.Record(new MatterOpened(matter.Id, matter.TopicId));
        return matter;
    }

    public Guid AddToMatter(ContactOnMatter contact)
    {
        var row = new Contact
        {
            Id = clock.NewId(),
            MunicipalityId = contact.MunicipalityId,
            Channel = contact.Channel,
            Direction = contact.Direction,
            PartyId = contact.PartyId,
            StaffId = contact.StaffId,
            CallerNumber = contact.Number,
            InvolvedName = contact.InvolvedName,
            StartedAt = contact.StartedAt,
            EndedAt = clock.Now(),
        };
        db.Add(row);
        var question = new Question
        {
            Id = clock.NewId(),
            ContactId = row.Id,
            Position = 1,
            MatterId = contact.MatterId,
            TopicId = contact.TopicId,
            Line = 2,
            Outcome = contact.Outcome,
            Note = contact.Note,
        };
        db.Add(question);
        events.Record(
            new ContactRegistered(
                row.Id,
                row.Channel,
                row.Direction,
                [question.Id],
                [contact.MatterId],
                contact.PartyId
            )
        );
        return row.Id;
    }

    public void AddRemark(Guid matterId, Guid? eventId, Guid? staffId, string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            db.Add(
                new Remark
                {
                    Id = clock.NewId(),
                    MatterId = matterId,
                    EventId = eventId,
                    StaffId = staffId,
                    RecordedAt = clock.Now(),
                    Text = text.Trim(),
                }
            );
        }
    }

    public async Task<MatterCard?> FindMatterAsync(Guid matterId, CancellationToken ct) =>
        Card(await db.Matters.AsNoTracking().SingleOrDefaultAsync(m => m.Id == matterId, ct));

    public async Task<MatterCard?> ByReferenceAsync(string reference, CancellationToken ct) =>
        Card(await db.Matters.AsNoTracking().SingleOrDefaultAsync(m => m.Reference == reference, ct));

    private static MatterCard? Card(Matter? matter) =>
        matter is null
            ? null
            : new MatterCard(
                matter.Id,
                matter.MunicipalityId,
                matter.Reference,
                matter.Name,
                matter.TopicId,
                matter.PartyId,
                matter.OpenedAt,
                matter.LinkVersion
            );
}
