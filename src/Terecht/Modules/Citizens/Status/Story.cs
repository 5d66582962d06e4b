using NodaTime;

namespace Terecht.Modules.Citizens.Status;

/// <summary>Tells a matter from its beginning: what was asked and heard, what we did since, what happens now and after that.</summary>
internal sealed class Story(Wording say, StepsOfPromise ofPromise, StepsAhead ahead)
{
    public IReadOnlyList<StoryStep> Tell(MatterFacts facts)
    {
        var past = Asked(facts).Concat(facts.Promises.SelectMany(p => ofPromise.Tell(p, facts)));
        // Steps of one second stay as they were told: first what was asked, then promise by promise.
        return [.. past.OrderBy(s => s.At ?? Instant.MaxValue), .. ahead.Tell(facts)];
    }

    private IEnumerable<StoryStep> Asked(MatterFacts facts) =>
        facts.Questions.GroupBy(q => q.ContactId).Select(contact => Asked(contact.First(), [.. contact], facts));

    private StoryStep Asked(AskedQuestion first, IReadOnlyList<AskedQuestion> questions, MatterFacts facts)
    {
        var how = say[$"Asked_{first.Channel}"];
        var who = facts.Organisation.FindStaff(first.StaffId)?.Short;
        return new StoryStep(
            first.StartedAt,
            say.When(first.StartedAt),
            who is null ? how : say["Asked_by", how, who],
            "check"
        )
        {
            About = [.. questions.SelectMany(q => AboutOf(q, questions.Count, facts)).Distinct()],
            Heard =
            [
                .. questions
                    .Where(q => q.AnswerTitle is not null)
                    .Select(q => new Phrase(q.AnswerTitle!, q.AnswerLanguage!))
                    .Distinct(),
            ],
            Detail = string.Join(' ', questions.Select(q => Outcome(q, facts)).OfType<string>().Distinct())
                is { Length: > 0 } detail
                ? detail
                : null,
        };
    }

    /// <summary>The words of the promise; without one the topic, where the title does not say it already.</summary>
    private static IEnumerable<Phrase> AboutOf(AskedQuestion question, int together, MatterFacts facts)
    {
        var promised = facts.Promises.Where(p => p.Row.QuestionId == question.QuestionId).ToList();
        if (promised.Count > 0)
        {
            return promised.Select(p => p.About);
        }
        var saidByTitle = together == 1 && question.TopicId == facts.Matter.TopicId;
        return saidByTitle || facts.TopicName(question.TopicId) is not { } topic
            ? []
            : [new Phrase(topic, Wording.IsEnglish ? "en" : "nl")];
    }

    /// <summary>How it went, when that was no promise and no answer of which the title tells it.</summary>
    private string? Outcome(AskedQuestion question, MatterFacts facts) =>
        facts.Promises.Any(p => p.Row.QuestionId == question.QuestionId)
        || question.AnswerTitle is not null
        || !say.Knows($"Outcome_{question.Outcome}")
            ? null
            : say[$"Outcome_{question.Outcome}"];
}
