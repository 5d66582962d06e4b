using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Routing.Contracts;

namespace Terecht.Modules.Desk.Call;

/// <summary>Which team a promise is for: what was chosen or typed goes before what the topic proposes.</summary>
internal sealed class PromisedTeam(IOrganisation organisation, IRouting routing)
{
    /// <returns>The team, null where nothing says which one or where nobody is called what was typed; and what the topic proposes.</returns>
    public async Task<(TeamCard? Team, TeamCard? Proposed)> OfAsync(
        Guid municipalityId,
        QuestionDraft question,
        CancellationToken ct
    )
    {
        var now = await organisation.NowAsync(ct);
        var proposed =
            Id(question.TopicId) is { } topic && await routing.ForTopicAsync(topic, ct) is { } procedure
                ? now.FindTeam(procedure.TeamId)
                : null;
        var team =
            now.FindTeam(Id(question.TeamId))
            ?? (question.Team.Trim().Length > 0 ? now.TeamNamed(municipalityId, question.Team) : proposed);
        return (team, proposed);
    }

    private static Guid? Id(string text) => Guid.TryParse(text, out var id) ? id : null;
}
