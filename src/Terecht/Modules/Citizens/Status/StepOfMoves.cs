using System.Text.Json;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Events;

namespace Terecht.Modules.Citizens.Status;

/// <summary>
/// Moves between teams as one fact: who has the question now, and who looked at it on the way. A bounce is no story of its own.
/// </summary>
internal sealed class StepOfMoves(Wording say)
{
    /// <param name="moves">In a row: nothing the citizen would notice happened in between.</param>
    public StoryStep Tell(GivenPromise promise, IReadOnlyList<PromiseActRow> moves, MatterFacts facts)
    {
        var path = moves.Select(m => JsonSerializer.Deserialize<Step>(m.Data, EventLog.Json)!).ToList();
        var (from, last) = (path[0].FromTeamId, path[^1].TeamId);
        var looked = path.SkipLast(1)
            .Select(m => m.TeamId)
            .Where(id => id != last && id != from)
            .Distinct()
            .Select(id => say.TeamFirst(facts.Organisation.FindTeam(id)))
            .ToList();
        var now = facts.Organisation.FindTeam(last);
        var at = moves[^1].At;
        var again = last == from || HadItBefore(promise, moves[0].Seq, last);
        return looked.Count > 0
            ? new StoryStep(at, say.When(at), Looked(looked), "check")
            {
                Detail = say[again ? "Moved_back_detail" : "Moved_on_detail", say.Team(now)],
            }
            : new StoryStep(at, say.When(at), Has(now, again), "check") { Detail = say["Moved_detail"] };
    }

    private string Looked(List<string> teams) =>
        teams.Count == 1
            ? say["Looked", teams[0]]
            : say["Looked_more", string.Join(", ", teams.SkipLast(1)), LowerFirst(teams[^1])];

    private string Has(TeamCard? team, bool again) =>
        say[
            again ? "Has_again"
            : team?.IsRegie == true ? "Has_regie"
            : "Has_now",
            say.TeamFirst(team)
        ];

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static bool HadItBefore(GivenPromise promise, int seq, Guid teamId) =>
        promise
            .Acts.Where(a =>
                a.Seq < seq
                && (a.Type == PromiseMade.Type || a.Type == PromiseBounced.Type || a.Type == PromiseMoved.Type)
            )
            .Any(a => a.TeamId == teamId);

    /// <summary>What a bounce and a move have in common.</summary>
    private sealed record Step(Guid FromTeamId, Guid TeamId);
}
