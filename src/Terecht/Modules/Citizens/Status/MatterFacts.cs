using NodaTime;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Citizens.Status;

/// <summary>What happened in one matter, as far as the citizen may see it: no notes, no remarks, no numbers.</summary>
internal sealed record MatterFacts
{
    public required MatterCard Matter { get; init; }
    public required OrganisationNow Organisation { get; init; }

    public required CatalogueNow Catalogue { get; init; }

    /// <summary>In the order in which they were asked; those of calls by us are not in it.</summary>
    public required IReadOnlyList<AskedQuestion> Asked { get; init; }

    /// <summary>Contacts in which the citizen came back about an open promise: told as that.</summary>
    public required IReadOnlySet<Guid> RepeatContacts { get; init; }

    /// <summary>In the order in which they were made.</summary>
    public required IReadOnlyList<GivenPromise> Promises { get; init; }

    public MunicipalityCard Municipality => Organisation.Municipality(Matter.MunicipalityId);

    /// <summary>In the language of the page; null when there is no topic.</summary>
    public string? TopicName(Guid? id) =>
        Catalogue.FindTopic(id) is { } topic ? (Wording.IsEnglish ? topic.NameEn : topic.Name) : null;

    /// <summary>What was asked for the first time.</summary>
    public IEnumerable<AskedQuestion> Questions => Asked.Where(q => !RepeatContacts.Contains(q.ContactId));

    public IEnumerable<AskedQuestion> WithoutPromise =>
        Questions.Where(q => q.Outcome != "promised" && Promises.All(p => p.Row.QuestionId != q.QuestionId));
}

/// <summary>A question, and the contact in which it was asked.</summary>
/// <param name="AnswerTitle">Of the version that was told.</param>
/// <param name="AnswerLanguage">What that title is written in.</param>
internal sealed record AskedQuestion(
    Guid QuestionId,
    Guid ContactId,
    string Channel,
    Guid? StaffId,
    Instant StartedAt,
    string Outcome,
    Guid? TopicId,
    string? AnswerTitle,
    string? AnswerLanguage
);

/// <summary>A promise with what its events come to, and the events themselves.</summary>
internal sealed record GivenPromise(PromiseRow Row, PromiseState State, IReadOnlyList<PromiseActRow> Acts)
{
    /// <summary>What happened beside its acts, without a number: another telephone number, something added.</summary>
    public required IReadOnlyList<PromiseActRow> Facts { get; init; }

    public bool IsOpen => State.EndedAt is null;

    public PromiseEnd? End => State.End;

    /// <summary>Words are made for call and write; any other kind is something we do.</summary>
    public string Kind => Row.Kind is "call" or "write" ? Row.Kind : "do";

    /// <summary>In the words that were typed, so in Dutch.</summary>
    public Phrase About => new(Discreet.Words(Row.Subject), "nl");
}

/// <param name="PhoneEnd">The last two figures of the number we call; the number itself is not read.</param>
internal sealed record PromiseRow(
    Guid PromiseId,
    Guid? QuestionId,
    string Kind,
    string Subject,
    string Words,
    string WordsEn,
    string Language,
    Instant MadeAt,
    Instant? FirstDue,
    Instant? Due,
    Instant? LimitAt,
    Instant LookAt,
    Instant? DoorUntil,
    short NormAttempts,
    Guid TeamId,
    Guid? HolderId,
    int Seq,
    string? PhoneEnd
);

/// <summary>One event of a promise.</summary>
/// <param name="Seq">0 for a fact beside the acts.</param>
/// <param name="ActorKind">staff, citizen or system.</param>
/// <param name="Data">The event as JSON; ids, codes and instants.</param>
internal sealed record PromiseActRow(
    Guid PromiseId,
    int Seq,
    string Type,
    Instant At,
    string ActorKind,
    Guid? ActorId,
    Guid? TeamId,
    string Data
);
