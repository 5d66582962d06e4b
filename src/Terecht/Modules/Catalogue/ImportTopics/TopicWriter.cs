using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Catalogue.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Import;
using Terecht.Platform.Time;

namespace Terecht.Modules.Catalogue.ImportTopics;

/// <summary>
/// Brings topics to what a file says, with their teams. A topic that the file does not name stays as it is; so does one of
/// another source, except that our own file may take over any.
/// </summary>
internal sealed class TopicWriter(TerechtDb db, TimeProvider clock, ITopicTeams teams, ITopicTerms terms)
{
    public const string OfAnotherSource =
        "Er is al een onderwerp met deze code, uit een andere bron. Dat blijft zoals het is.";

    public async Task PutAsync(ImportRun run, Guid municipalityId, IReadOnlyList<TopicLine> lines, CancellationToken ct)
    {
        var shelf = await TopicShelf.ReadAsync(db, municipalityId, ct);
        var sound = new List<TopicLine>();
        foreach (var line in lines.Select(l => WithCodeOfProduct(l, shelf)))
        {
            if (!IsOurProduct(line, shelf, run) && IsSound(line, shelf, run))
            {
                sound.Add(line);
            }
        }
        var changes = new List<(TopicLine Line, Topic Topic, RowChange Change)>();
        foreach (var line in new TopicTree(sound, shelf).InOrder(run))
        {
            if (shelf.Find(line.Code) is { } known && known.Source != line.Source && !IsOwn(line))
            {
                run.Skip(OfAnotherSource);
            }
            else
            {
                var topic = Put(line, municipalityId, shelf, run, out var change);
                changes.Add((line, topic, change));
            }
        }
        // Teams refer to topics from another module: the topics go first.
        await run.SaveAsync(ct);
        await PutTeamsAsync(run, municipalityId, shelf, changes, ct);
    }

    private static bool IsOwn(TopicLine line) => line.Source == TopicLine.OwnSource;

    /// <summary>A product that was loaded before keeps its code, also when the national list gives it another name.</summary>
    private static TopicLine WithCodeOfProduct(TopicLine line, TopicShelf shelf) =>
        line.UplUri is { } uri && shelf.FindProduct(uri) is { } known ? line with { Code = known.Code } : line;

    /// <summary>A product of which we have a topic of our own gets no second one: ours learns its address.</summary>
    private static bool IsOurProduct(TopicLine line, TopicShelf shelf, ImportRun run)
    {
        if (line is not { UplUri: { } uri, UplName: { } name })
        {
            return false;
        }
        var own = shelf.OwnOf(name).ToList();
        own.ForEach(topic => topic.UplUri = uri);
        if (own.Count == 0 || shelf.FindProduct(uri) is not null)
        {
            return false;
        }
        run.Count(own.Exists(topic => run.ChangeOf(topic) != RowChange.Same) ? RowChange.Changed : RowChange.Same);
        return true;
    }

    private static bool IsSound(TopicLine line, TopicShelf shelf, ImportRun run)
    {
        var unknown = line.Team is { IsOurs: true } team ? team.Names.FirstOrDefault(n => shelf.Team(n) is null) : null;
        var problem =
            line.Problem()
            ?? run.Again("code", line.Code, line.Number)
            ?? (unknown is null ? null : $"Het team '{unknown}' kennen we niet. Laad eerst de teams.");
        if (problem is not null)
        {
            run.Reject(line.Number, line.Code, problem);
        }
        return problem is null;
    }

    private Topic Put(TopicLine line, Guid municipalityId, TopicShelf shelf, ImportRun run, out RowChange change)
    {
        var parent = line.ParentCode is { } code ? shelf.Find(code)!.Id : (Guid?)null;
        var english = line.NameEn is { Length: > 0 } given ? given : null;
        var product = line.UplName is { Length: > 0 } name ? name : null;
        var topic = shelf.Find(line.Code);
        if (topic is null)
        {
            topic = new Topic
            {
                Id = clock.NewId(),
                MunicipalityId = municipalityId,
                Code = line.Code,
                ParentId = parent,
                Name = line.Name,
                NameEn = english ?? line.Name,
                Class = ClassOf(line),
                Keywords = line.Keywords ?? "",
                UplName = product,
                UplUri = line.UplUri ?? shelf.UriOf(product),
                Source = line.Source,
            };
            db.Add(topic);
            shelf.Add(topic);
            change = RowChange.New;
            return topic;
        }
        (topic.Name, topic.ParentId, topic.Class, topic.Source) = (line.Name, parent, ClassOf(line), line.Source);
        topic.NameEn = line.NameEn is null ? topic.NameEn : english ?? line.Name;
        topic.Keywords = line.Keywords ?? topic.Keywords;
        if (line.UplName is not null)
        {
            (topic.UplName, topic.UplUri) = (product, line.UplUri ?? shelf.UriOf(product));
        }
        change = run.ChangeOf(topic);
        return topic;
    }

    private static string ClassOf(TopicLine line) => line.IsAcquisition ? "acquisition" : "question";

    private async Task PutTeamsAsync(
        ImportRun run,
        Guid municipalityId,
        TopicShelf shelf,
        List<(TopicLine Line, Topic Topic, RowChange Change)> changes,
        CancellationToken ct
    )
    {
        var sheet = await teams.OpenAsync(ct);
        var termSheet = await terms.OpenAsync(municipalityId, ct);
        var without = 0;
        foreach (var (line, topic, change) in changes)
        {
            var changed = false;
            if (line.Team is { } team)
            {
                var found = team.Names.Select(shelf.Team).FirstOrDefault(id => id is not null);
                if (found is not null || team.IsOurs)
                {
                    changed = sheet.Set(topic.Id, found, team.Line);
                }
                else
                {
                    without++;
                }
            }
            changed |= line.Term is { } term && termSheet.Set(topic.Id, term);
            run.Count(changed && change == RowChange.Same ? RowChange.Changed : change);
            await run.SaveWhenManyAsync(ct);
        }
        if (without > 0)
        {
            run.Note(
                null,
                "",
                $"Onderwerpen zonder team: {without}. Er is geen team met de naam van hun afdeling. Laad eerst de teams."
            );
        }
    }
}
