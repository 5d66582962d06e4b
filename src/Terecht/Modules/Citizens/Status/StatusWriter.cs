using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Citizens.Status;

/// <summary>Writes the page of a matter in the language of the request.</summary>
internal sealed class StatusWriter(Wording say, PromiseBlocks blocks, Story story)
{
    public StatusPage Write(MatterFacts facts)
    {
        var open = facts.Promises.Where(p => p.IsOpen).ToList();
        return new StatusPage
        {
            Number = Unbroken.In(Reference.Spoken(facts.Matter.Reference)),
            Title = Title(facts.TopicName(facts.Matter.TopicId)),
            Promises = blocks.Of(facts),
            Answered = [.. facts.WithoutPromise.Select(q => Answered(q, facts))],
            Story = story.Tell(facts),
            IsLate = open.Exists(p => p.State.Verdict == KeptVerdict.OpenLate),
            IfNobodyCalls = open.Where(p => p.Row.Due is not null).MinBy(p => p.Row.Due) is { } first
                ? IfNobodyCalls(first)
                : null,
        };
    }

    private string Title(string? topic) =>
        topic is null ? say["Title_bare"]
        : topic.EndsWith('?') ? say["Title_question", TopicWords.InSentence(topic)]
        : say["Title", TopicWords.InSentence(topic)];

    private string IfNobodyCalls(GivenPromise promise)
    {
        var kind = promise.Kind;
        return promise.Row.Due is { } due && say.IsToday(due)
            ? say[$"If_today_{kind}", say.Time(due)]
            : say[$"If_{kind}"];
    }

    private AnsweredBlock Answered(AskedQuestion question, MatterFacts facts)
    {
        var heard = question.AnswerTitle is { } title ? new Phrase(title, question.AnswerLanguage!) : null;
        var key = $"Settled_{question.Outcome}";
        return new AnsweredBlock(
            say[heard is null ? "Asked_on" : "Heard_on", say.DayOf(question.StartedAt)],
            heard,
            facts.TopicName(question.TopicId) ?? say["Title_bare"],
            say[say.Knows(key) ? key : "Settled"],
            question.Outcome is "answered" or "decided" ? "kept" : "closed"
        );
    }
}
