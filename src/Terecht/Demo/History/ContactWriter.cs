using NodaTime;
using Terecht.Demo.Chance;
using Terecht.Demo.Inhabitants;
using Terecht.Demo.Rows;
using Terecht.Demo.Town;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Contacts.Data;
using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Knowledge.Data;

namespace Terecht.Demo.History;

/// <summary>One finished contact to write.</summary>
internal sealed record PastContact
{
    public required string Channel { get; init; }
    public required Interval Time { get; init; }

    /// <summary>Null for what a citizen did alone, by the website.</summary>
    public Guid? StaffId { get; init; }
    public Inhabitant? Who { get; init; }
    public string? Dialled { get; init; }
    public string? CallerNumber { get; init; }
    public string InvolvedName { get; init; } = "";
    public string InvolvedFor { get; init; } = "";
    public string Language { get; init; } = "nl";
    public required IReadOnlyList<PastQuestion> Questions { get; init; }
}

internal sealed record PastQuestion
{
    public required TownTopic Topic { get; init; }
    public required string Outcome { get; init; }
    public string Detail { get; init; } = "";
    public bool AnswerIsNo { get; init; }
    public string Note { get; init; } = "";
    public Guid? DistrictId { get; init; }

    /// <summary>The matter it belongs to; null opens one.</summary>
    public Guid? MatterId { get; init; }
    public string? MatterName { get; init; }
    public (TownArticle Article, TownVersion Version)? Told { get; init; }
}

internal sealed record WrittenQuestion(Guid Id, Guid MatterId);

/// <summary>Writes contacts with their questions, matters and events: what registering a contact would have left.</summary>
internal sealed class ContactWriter(Municipality town, DemoRows rows, Chronicle chronicle, Dice dice)
{
    /// <summary>Its id, and its questions in order.</summary>
    public (Guid Id, IReadOnlyList<WrittenQuestion> Questions) Write(PastContact contact)
    {
        var id = dice.Id(contact.Time.Start);
        var ended = contact.Time.End;
        rows.Contacts.Add(
            new Contact
            {
                Id = id,
                MunicipalityId = town.Id,
                Channel = contact.Channel,
                Direction = "in",
                PartyId = contact.Who?.Party.Id,
                StaffId = contact.StaffId,
                Dialled = contact.Dialled,
                CallerNumber = contact.CallerNumber,
                InvolvedName = contact.InvolvedName,
                InvolvedFor = contact.InvolvedFor,
                Language = contact.Language,
                StartedAt = contact.Time.Start,
                EndedAt = ended,
            }
        );
        var written = contact.Questions.Select((q, i) => Question(contact, id, q, (short)(i + 1))).ToList();
        Record(
            new ContactRegistered(
                id,
                contact.Channel,
                "in",
                [.. written.Select(q => q.Id)],
                [.. written.Select(q => q.MatterId).Distinct()],
                contact.Who?.Party.Id
            ),
            ended,
            contact.StaffId
        );
        return (id, written);
    }

    /// <summary>An attempt to reach somebody is a contact too.</summary>
    public void Outbound(
        Guid matter,
        Inhabitant? who,
        string name,
        string? number,
        Guid staff,
        Interval time,
        string outcome
    )
    {
        var contact = dice.Id(time.Start);
        var question = dice.Id(time.End);
        rows.Contacts.Add(
            new Contact
            {
                Id = contact,
                MunicipalityId = town.Id,
                Channel = "phone",
                Direction = "out",
                PartyId = who?.Party.Id,
                StaffId = staff,
                CallerNumber = number,
                InvolvedName = name,
                StartedAt = time.Start,
                EndedAt = time.End,
            }
        );
        rows.Questions.Add(
            new Question
            {
                Id = question,
                ContactId = contact,
                Position = 1,
                MatterId = matter,
                Line = 2,
                Outcome = outcome,
            }
        );
        chronicle.ByStaff(
            new ContactRegistered(contact, "phone", "out", [question], [matter], who?.Party.Id),
            time.End,
            staff
        );
    }

    /// <summary>Words for colleagues that go with an event.</summary>
    public void Remark(Guid matter, Guid eventId, Guid staff, Instant at, string text)
    {
        if (text.Length > 0)
        {
            rows.Remarks.Add(
                new Remark
                {
                    Id = dice.Id(at),
                    MatterId = matter,
                    EventId = eventId,
                    StaffId = staff,
                    RecordedAt = at,
                    Text = text,
                }
            );
        }
    }

    private WrittenQuestion Question(PastContact contact, Guid contactId, PastQuestion question, short position)
    {
        var ended = contact.Time.End;
        var matter = question.MatterId ?? OpenMatter(contact, question);
        var id = dice.Id(ended);
        rows.Questions.Add(
            new Question
            {
                Id = id,
                ContactId = contactId,
                Position = position,
                MatterId = matter,
                TopicId = question.Topic.Id,
                DistrictId = question.DistrictId,
                Line = (short)question.Topic.Line,
                Outcome = question.Outcome,
                OutcomeDetail = question.Detail,
                AnswerIsNo = question.AnswerIsNo,
                ArticleVersionId = question.Told?.Version.Id,
                Note = question.Note,
            }
        );
        if (question.Told is var (article, version))
        {
            var used = Record(new AnswerUsed(article.Id, version.Id, id, matter), ended, contact.StaffId);
            rows.ArticleUses.Add(new ArticleUse { EventId = used, ArticleId = article.Id });
        }
        return new WrittenQuestion(id, matter);
    }

    private Guid OpenMatter(PastContact contact, PastQuestion question)
    {
        var id = dice.Id(contact.Time.End);
        rows.Matters.Add(
            new NewMatter(
                id,
                town.Id,
                question.MatterName ?? question.Topic.Name,
                question.Topic.Id,
                contact.Who?.Party.Id,
                contact.Time.End
            )
        );
        Record(new MatterOpened(id, question.Topic.Id), contact.Time.End, contact.StaffId);
        return id;
    }

    private Guid Record<T>(T happened, Instant at, Guid? staff)
        where T : Platform.Events.IEvent =>
        staff is { } known ? chronicle.ByStaff(happened, at, known).Id : chronicle.ByCitizen(happened, at).Id;
}
