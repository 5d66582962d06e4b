using NodaTime;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.People.Contracts;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Desk.Call;

/// <summary>All that the page of one open contact shows.</summary>
internal sealed class CallScreen
{
    public required DraftCard Contact { get; init; }
    public required CallDraft Draft { get; init; }

    /// <summary>Which question is open, from 0.</summary>
    public required int Index { get; init; }
    public required Instant Now { get; init; }
    public required OrganisationNow Organisation { get; init; }
    public required CatalogueNow Catalogue { get; init; }
    public required IReadOnlyList<OpenContactLine> Open { get; init; }

    /// <summary>Everybody on the caller's number, and who was chosen by name.</summary>
    public required IReadOnlyList<PartyCard> Candidates { get; init; }
    public PartyCard? Party { get; init; }

    /// <summary>False for somebody who was found by name and calls from another number, or not at all.</summary>
    public bool IsOnNumber(PartyCard candidate) =>
        Contact.CallerNumber is { } number && candidate.Phones.Contains(number, StringComparer.Ordinal);

    public required IReadOnlyList<KnownPromise> OpenPromises { get; init; }

    /// <summary>Whom they may reach directly, for as long as it holds.</summary>
    public IReadOnlyList<OpenDoor> Doors =>
        [.. OpenPromises.Where(p => p.DoorUntil > Now).Select(p => OpenDoor.Of(p, p.DoorUntil!.Value, Organisation))];
    public required IReadOnlyList<KnownContact> Recent { get; init; }
    public required IReadOnlyList<KnownMatter> Matters { get; init; }

    /// <summary>What the number in the search field comes to; null when it holds no number.</summary>
    public GivenNumber? GivenNumber { get; init; }

    /// <summary>The promise that this question is probably about: open, and in its matter or about its topic.</summary>
    public KnownPromise? Same =>
        OpenPromises.FirstOrDefault(p =>
            p.DoorUntil is null
            && (
                Question.Matter is { } matter
                    ? p.MatterId == matter
                    : p.TopicId is not null && p.TopicId == Question.TopicNamed
            )
        );

    /// <summary>Belt, or what they do on another channel.</summary>
    public string Asks => Contact.Channel == "phone" ? "Belt" : "Vraagt";
    public required IReadOnlyList<AnswerHit> Answers { get; init; }
    public AnswerCard? Told { get; init; }

    /// <summary>What a promise would be now; null while no team is known.</summary>
    public PromisePlan? Plan { get; init; }
    public TeamCard? Team { get; init; }

    /// <summary>A confirmation in writing; null where nothing can be sent.</summary>
    public TellOffer? Tell { get; init; }

    /// <summary>What the person said about being written to; empty for somebody we do not know.</summary>
    public IReadOnlyList<WrittenWay> Ways { get; init; } = [];

    /// <summary>What its moment may be chosen from.</summary>
    public required WhenChoices WhenChoices { get; init; }

    /// <summary>What its moment still needs, before there is a plan.</summary>
    public FieldError? WhenWrong { get; init; }

    /// <summary>The team that belongs to the topic.</summary>
    public TeamCard? ProposedTeam { get; init; }

    /// <summary>The word of the stylesheet for the part of the form that belongs to an outcome.</summary>
    public static string EndOf(string outcome) =>
        outcome switch
        {
            "answered" => "beantwoord",
            "decided" => "besloten",
            "transferred" => "doorverbonden",
            "promised" => "toezegging",
            "referred" => "verwezen",
            "appointment" => "afspraak",
            "call_again" => "belt-zelf",
            _ => "afgebroken",
        };

    public QuestionDraft Question => Draft.Questions[Index];
    public MunicipalityCard Municipality => Organisation.Municipality(Contact.MunicipalityId);
}

/// <summary>A contact of mine that is not wrapped up.</summary>
internal sealed record OpenContactLine(Guid Id, string Channel, string Name, string State, Instant StartedAt);

/// <summary>A promise that this person waits for.</summary>
internal sealed record KnownPromise(
    Guid PromiseId,
    int Seq,
    Guid MatterId,
    string MatterName,
    Guid? TopicId,
    string Reference,
    string Kind,
    string Subject,
    string Words,
    string WordsEn,
    Instant? Due,
    Instant LookAt,
    Instant? DoorUntil,
    Guid? DoorStaffId,
    Guid TeamId,
    Guid? HolderId,
    short Attempts,
    short Repeats
);

internal sealed record KnownContact(
    Instant StartedAt,
    string Channel,
    string Direction,
    string InvolvedName,
    string InvolvedFor,
    string InvolvedRole,
    string Outcome,
    string MatterName,
    string? AnswerTitle,
    int? AnswerNumber,
    bool? AnswerCurrent
);

internal sealed record KnownMatter(Guid MatterId, string Name, string Reference, Instant OpenedAt, Guid? TopicId);
