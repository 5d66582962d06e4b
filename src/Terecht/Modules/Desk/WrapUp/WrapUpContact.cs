using NodaTime;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Desk.WrapUp;

/// <summary>A contact as the agent finished it; ids are checked, texts are as typed.</summary>
/// <param name="Key">Of the form that was sent.</param>
internal sealed record WrapUpContact(
    Guid Key,
    Guid DraftId,
    Guid MunicipalityId,
    string Channel,
    string? Dialled,
    string? CallerNumber,
    Instant StartedAt,
    Guid? PartyId,
    string InvolvedName,
    string InvolvedFor,
    string InvolvedRole,
    string Language,
    Guid StaffId,
    Guid AccountId,
    IReadOnlyList<WrapUpQuestion> Questions
);

/// <param name="TopicName">In the words of the screen; names a new matter.</param>
/// <param name="Promise">With outcome promised, unless the citizen asked again about an open one.</param>
/// <param name="RepeatOf">The open promise that was asked about again, as the agent saw it.</param>
internal sealed record WrapUpQuestion(
    Guid? MatterId,
    Guid? TopicId,
    string TopicName,
    Guid? DistrictId,
    int Line,
    string Outcome,
    string Detail,
    bool AnswerIsNo,
    Guid? AnswerVersionId,
    string Note,
    WrapUpPromise? Promise,
    RepeatedPromise? RepeatOf
);

/// <param name="Phone">E.164.</param>
/// <param name="Tell">Where a confirmation goes; nulls for none.</param>
internal sealed record WrapUpPromise(
    Guid TeamId,
    string Kind,
    string Subject,
    string? Phone,
    string WhyNot,
    (string? Channel, string? Address) Tell
)
{
    public PromiseWhen When { get; init; } = PromiseWhen.Norm;

    /// <summary>The field that a refusal of this moment belongs to.</summary>
    public string WhenField { get; init; } = "Team";
}

internal sealed record RepeatedPromise(Guid PromiseId, int Seq);

/// <summary>How wrapping up went.</summary>
internal abstract record WrapUpResult
{
    private WrapUpResult() { }

    /// <param name="Address">Where the screen goes; the same for the first and every later sending of one form.</param>
    internal sealed record Done(string Address) : WrapUpResult;

    /// <param name="Question">Index of the question it belongs to.</param>
    internal sealed record Refused(int Question, string Field, string Sentence) : WrapUpResult;

    /// <summary>The contact is not open any more: wrapped up elsewhere, in another tab.</summary>
    internal sealed record Gone : WrapUpResult;
}
