using NodaTime;
using Terecht.Demo.Chance;
using Terecht.Demo.Promises;
using Terecht.Demo.Town;
using Terecht.Platform.Time;

namespace Terecht.Demo.History;

/// <summary>A question with how it ends; a promise has the plan of its life.</summary>
internal sealed record Asked(Story Story, string Kind, LifePlan? Plan, PastQuestion Question);

/// <summary>A question that was asked in the last days, and may be asked again.</summary>
internal sealed record Earlier(Story Story, Caller Caller, Guid MatterId, Instant At);

/// <summary>Makes of a story a question as an agent left it: outcome, answer told, note, district.</summary>
internal sealed class Questions(Municipality town, Roster roster, PastLives lives, Dice dice)
{
    /// <param name="earlier">They asked it before.</param>
    public Asked Of(Story story, string channel, Interval time, Caller caller, Instant now, Earlier? earlier = null)
    {
        var topic = town.Topics[story.Topic];
        var kind = PromiseKind.Of(topic, town, channel, dice);
        var plan = Promised(story, topic, kind, caller, time.End, now, earlier);
        var outcome = plan is null ? Ending(story) : "promised";
        var team = topic.TeamId is { } id ? town.Team(id) : town.Team("kcc");
        var colleague = roster.OnDuty(team.Id, time.Start, dice).Short;
        return new Asked(
            story,
            kind,
            plan,
            new PastQuestion
            {
                Topic = topic,
                Outcome = outcome,
                Detail = OutcomeWords.Of(outcome, story, time.End, team.Name, colleague, dice),
                AnswerIsNo = outcome == "answered" && dice.Chance(0.06),
                Note = Note(story, channel, outcome, time.Start, earlier),
                DistrictId = District(caller, topic),
                MatterId = earlier?.MatterId,
                Told = Told(topic, outcome, caller.Language, time.Start),
            }
        );
    }

    private string Note(Story story, string channel, string outcome, Instant at, Earlier? earlier) =>
        outcome == "broken_off" ? dice.Pick(["", "", "Verbinding viel weg.", "Hing op tijdens het wachten."])
        : earlier is not null ? $"Vroeg dit {Moment.Day(earlier.At, at).ToLowerInvariant()} ook. {story.Note}"
        : outcome == "promised" ? Words.Whole(story)
        : Words.Quick(story, channel, dice);

    private LifePlan? Promised(
        Story story,
        TownTopic topic,
        string kind,
        Caller caller,
        Instant made,
        Instant now,
        Earlier? earlier
    )
    {
        var can = topic.TeamId is not null && earlier is null && caller.Name.Length > 0;
        if (!can || (kind == "call" && caller.CallBackOn is null) || !dice.Chance(story.Promised))
        {
            return null;
        }
        var plan = lives.Of(story, topic, kind, made);
        // What is still open now is made elsewhere, so that every list is as full as it should be.
        return plan?.Script.End <= now ? plan : null;
    }

    private string Ending(Story story) =>
        dice.Weighted([.. story.Outcome.Where(o => o.Key != "promised").Select(o => (o.Key, o.Value))]);

    private (TownArticle, TownVersion)? Told(TownTopic topic, string outcome, string language, Instant at)
    {
        var share = outcome switch
        {
            "answered" or "decided" => 0.75,
            "broken_off" => 0,
            _ => 0.35,
        };
        if (!dice.Chance(share) || town.ArticlesOn(topic.Id).ToList() is not { Count: > 0 } articles)
        {
            return null;
        }
        var article = dice.Pick(articles);
        return article.At(at, language) is { } version ? (article, version) : null;
    }

    private Guid? District(Caller caller, TownTopic topic) =>
        PromiseKind.IsOutside(topic, town) || dice.Chance(0.7)
            ? caller.Who?.Party.DistrictId ?? (dice.Chance(0.5) ? dice.Pick(town.Districts).Id : null)
            : null;
}
