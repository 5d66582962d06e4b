using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Catalogue.Data;
using Terecht.Modules.Knowledge.Data;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Organisation.Data;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Routing.Data;
using Terecht.Platform.Data;

namespace Terecht.Demo.Town;

/// <summary>
/// Reads what was loaded inside the transaction of the load, where the readers of the modules cannot see yet. Everything in
/// the order of codes: ids differ from load to load.
/// </summary>
internal sealed class MunicipalityReader(TerechtDb db)
{
    public async Task<Municipality> ReadAsync(Guid id, CancellationToken ct)
    {
        var calendars = await CalendarsAsync(id, ct);
        var topics = await TopicsAsync(id, ct);
        return new Municipality(
            id,
            await TeamsAsync(id, calendars, ct),
            await StaffAsync(ct),
            calendars.Values.ToDictionary(c => c.Code),
            topics,
            await db
                .Districts.Where(d => d.MunicipalityId == id)
                .OrderBy(d => d.Position)
                .Select(d => new DistrictCard(d.Id, d.MunicipalityId, d.Code, d.Name))
                .ToListAsync(ct),
            await ArticlesAsync(id, topics, ct),
            await NormsAsync(id, ct)
        );
    }

    private async Task<Dictionary<Guid, ServiceCalendar>> CalendarsAsync(Guid id, CancellationToken ct)
    {
        var mine = await db.Calendars.Where(c => c.MunicipalityId == id).Select(c => c.Id).ToListAsync(ct);
        var versions = await db.CalendarVersions.Where(v => mine.Contains(v.CalendarId)).ToListAsync(ct);
        return versions
            .GroupBy(v => v.CalendarId)
            .Select(g => g.MaxBy(v => v.Number)!)
            .ToDictionary(v => v.CalendarId, v => CalendarJson.Read(v.Content, v.Id, v.Number).Calendar!);
    }

    private async Task<List<TeamCard>> TeamsAsync(
        Guid id,
        Dictionary<Guid, ServiceCalendar> calendars,
        CancellationToken ct
    )
    {
        var departments = await db
            .Departments.Where(d => d.MunicipalityId == id)
            .ToDictionaryAsync(d => d.Id, d => d.Name, ct);
        var teams = await db.Teams.Where(t => t.MunicipalityId == id).ToListAsync(ct);
        return
        [
            .. teams
                .OrderBy(t => t.Code, StringComparer.Ordinal)
                .Select(t => new TeamCard(
                    t.Id,
                    t.MunicipalityId,
                    t.Code,
                    t.Name,
                    t.NameEn,
                    departments[t.DepartmentId],
                    t.IsRegie,
                    calendars[t.CalendarId].Id,
                    calendars[t.CalendarId]
                )),
        ];
    }

    private async Task<List<StaffCard>> StaffAsync(CancellationToken ct)
    {
        var teams = (await db.TeamMembers.ToListAsync(ct)).ToLookup(m => m.StaffId);
        var staff = await db.Staff.ToListAsync(ct);
        return
        [
            .. staff
                .OrderBy(s => s.Number, StringComparer.Ordinal)
                .Select(s => new StaffCard(
                    s.Id,
                    s.AccountId,
                    s.FullName,
                    s.GivenName,
                    "",
                    s.StartsOn,
                    s.EndsOn,
                    teams[s.Id].Select(m => m.TeamId).ToHashSet(),
                    teams[s.Id].Where(m => m.Leads).Select(m => m.TeamId).ToHashSet()
                )),
        ];
    }

    private async Task<List<TownTopic>> TopicsAsync(Guid id, CancellationToken ct)
    {
        var procedures = await db.Procedures.ToDictionaryAsync(p => p.TopicId, ct);
        var topics = await db.Topics.Where(t => t.MunicipalityId == id).ToListAsync(ct);
        return
        [
            .. from topic in topics.OrderBy(t => t.Code, StringComparer.Ordinal)
            let own = procedures.GetValueOrDefault(topic.Id)
            let above = topic.ParentId is { } parent ? procedures.GetValueOrDefault(parent) : null
            let procedure = own ?? above
            select new TownTopic(
                topic.Id,
                topic.Code,
                topic.Name,
                topic.Class == "acquisition",
                procedure?.TeamId,
                procedure?.Line ?? 1
            ),
        ];
    }

    private async Task<List<(TownArticle, Guid)>> ArticlesAsync(Guid id, List<TownTopic> topics, CancellationToken ct)
    {
        var articles = await db.Articles.Where(a => a.MunicipalityId == id).ToListAsync(ct);
        var versions = (
            await db
                .ArticleVersions.Select(v => new
                {
                    v.ArticleId,
                    Card = new TownVersion(v.Id, v.Number, v.Language, v.PublishedAt),
                })
                .ToListAsync(ct)
        ).ToLookup(v => v.ArticleId, v => v.Card);
        var links = (await db.ArticleTopics.ToListAsync(ct)).ToLookup(l => l.ArticleId, l => l.TopicId);
        return
        [
            .. from article in articles.OrderBy(a => a.Code, StringComparer.Ordinal)
            let card = new TownArticle(article.Id, article.Code, [.. versions[article.Id]])
            from topic in topics
            where links[article.Id].Contains(topic.Id)
            select (card, topic.Id),
        ];
    }

    private async Task<Norms> NormsAsync(Guid id, CancellationToken ct)
    {
        var rows = await db.Norms.Where(n => n.MunicipalityId == id).ToListAsync(ct);
        return new Norms(
            rows.ToDictionary(
                r => r.Id,
                r => new Norm
                {
                    Id = r.Id,
                    Code = r.Code,
                    NameNl = r.Name,
                    NameEn = r.NameEn,
                    Rule = DueRuleJson.Read(r.Rule).Rule!,
                    Attempts = new AttemptTerms(r.Attempts == 0 ? null : r.Attempts, r.Dayparts),
                    Steps = NormStepJson.Read(r.Steps).Steps,
                }
            ),
            await db.NormScopes.Where(s => s.MunicipalityId == id).ToListAsync(ct)
        );
    }
}
