using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.People.Contracts;
using Terecht.Modules.Routing.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Text;

namespace Terecht.Modules.Desk.Call;

/// <summary>What the fields of a contact offer while typing.</summary>
internal static class Lookups
{
    private const int Most = 8;

    public static void MapLookups(this IEndpointRouteBuilder app)
    {
        app.MapGet("/werkplek/onderwerpen", TopicsAsync).WithMetadata(new NeedsAttribute(Right.Register));
        app.MapGet("/werkplek/teams", TeamsAsync).WithMetadata(new NeedsAttribute(Right.Register, Right.WorkPromises));
        app.MapGet("/werkplek/klanten", PeopleAsync).WithMetadata(new NeedsAttribute(Right.Register));
    }

    private static async Task<IEnumerable<Choice>> TopicsAsync(
        Guid gemeente,
        string? q,
        ICatalogue catalogue,
        IOrganisation organisation,
        IRouting routing,
        CancellationToken ct
    )
    {
        var now = await organisation.NowAsync(ct);
        var choices = new List<Choice>();
        foreach (var topic in (await catalogue.NowAsync(ct)).SearchTopics(gemeente, q ?? "", Most))
        {
            var team = await routing.ForTopicAsync(topic.Id, ct) is { } procedure
                ? now.FindTeam(procedure.TeamId)
                : null;
            choices.Add(
                new Choice(topic.Id.ToString(), topic.Name, topic.ParentName, team is null ? null : $"team {team.Name}")
            );
        }
        return choices;
    }

    private static async Task<IEnumerable<Choice>> TeamsAsync(
        Guid gemeente,
        string? q,
        IOrganisation organisation,
        CancellationToken ct
    )
    {
        var words = Fold.Of(q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w != "team").ToList();
        return (await organisation.NowAsync(ct))
            .Teams.Where(t => t.MunicipalityId == gemeente)
            .Where(t =>
                words.TrueForAll(w =>
                    (" " + Fold.Of($"{t.Name} {t.Department}")).Contains(" " + w, StringComparison.Ordinal)
                )
            )
            .OrderByDescending(t =>
                words.TrueForAll(w => (" " + Fold.Of(t.Name)).Contains(" " + w, StringComparison.Ordinal))
            )
            .ThenBy(t => t.Name, StringComparer.Ordinal)
            .Take(Most)
            .Select(t => new Choice(t.Id.ToString(), $"Team {t.Name}", t.Department, null));
    }

    /// <summary>People by name; a list of people is one line in the read log.</summary>
    private static async Task<IEnumerable<Choice>> PeopleAsync(
        Guid gemeente,
        string? q,
        IPeople people,
        CurrentUser me,
        TerechtDb db,
        CancellationToken ct
    )
    {
        var found = await people.ByNameAsync(gemeente, q ?? "", Most, ct);
        people.LogRead(me.StaffId, "search", found.Select(p => p.Id));
        await db.SaveChangesAsync(ct);
        return found.Select(p => new Choice(
            p.Id.ToString(),
            p.Name,
            p.Address,
            p.BirthDate is { } born ? $"geboren {born.Year}" : null
        ));
    }
}

/// <summary>One row of a list that opens while typing.</summary>
internal sealed record Choice(string Value, string Label, string? Sub, string? Meta);
