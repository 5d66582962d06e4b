using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Routing.Data;
using Terecht.Platform.Data;

namespace Terecht.Modules.Routing.TeamsOfTopics;

/// <summary>What an import of topics says about teams becomes their procedure.</summary>
internal sealed class TopicTeams(TerechtDb db) : ITopicTeams
{
    public async Task<IReadOnlySet<Guid>> WithTeamAsync(CancellationToken ct) =>
        await db.Procedures.AsNoTracking().Select(p => p.TopicId).ToHashSetAsync(ct);

    public async Task<ITopicTeamSheet> OpenAsync(CancellationToken ct) =>
        new Sheet(db, await db.Procedures.ToDictionaryAsync(p => p.TopicId, ct));

    private sealed class Sheet(TerechtDb db, Dictionary<Guid, Procedure> procedures) : ITopicTeamSheet
    {
        public bool Set(Guid topicId, Guid? teamId, int line)
        {
            var procedure = procedures.GetValueOrDefault(topicId);
            switch (procedure, teamId)
            {
                case (null, null):
                    return false;
                case (null, { } team):
                    var added = new Procedure
                    {
                        TopicId = topicId,
                        TeamId = team,
                        Line = (short)line,
                    };
                    db.Add(added);
                    procedures.Add(topicId, added);
                    return true;
                case ({ } known, null):
                    db.Remove(known);
                    procedures.Remove(topicId);
                    return true;
                case ({ } known, { } team):
                    var changed = known.TeamId != team || known.Line != line;
                    (known.TeamId, known.Line) = (team, (short)line);
                    return changed;
            }
        }
    }
}
