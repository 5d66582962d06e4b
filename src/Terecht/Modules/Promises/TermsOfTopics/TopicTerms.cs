using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.TermsOfTopics;

/// <summary>The terms in an import of topics become norms: one for each length, that holds for its topics.</summary>
internal sealed class TopicTerms(TerechtDb db, TimeProvider clock) : ITopicTerms
{
    private const string Ours = "termijn-";

    public async Task<ITopicTermSheet> OpenAsync(Guid municipalityId, CancellationToken ct)
    {
        var norms = await db.Norms.Where(n => n.MunicipalityId == municipalityId).ToListAsync(ct);
        var scopes = await db.NormScopes.Where(s => s.MunicipalityId == municipalityId).ToListAsync(ct);
        var usual = scopes.Find(s => s is { TopicId: null, TeamId: null, Kind: null })?.NormId;
        var version = await db
            .NormVersions.AsNoTracking()
            .Where(v => v.NormId == usual)
            .OrderByDescending(v => v.Number)
            .FirstOrDefaultAsync(ct);
        return new Sheet(db, clock, municipalityId, norms, scopes, version);
    }

    private sealed class Sheet(
        TerechtDb db,
        TimeProvider clock,
        Guid municipalityId,
        List<NormRow> norms,
        List<NormScope> scopes,
        NormVersion? usual
    ) : ITopicTermSheet
    {
        private readonly Dictionary<string, NormRow> _byCode = norms.ToDictionary(n => n.Code);
        private readonly Dictionary<Guid, NormRow> _byId = norms.ToDictionary(n => n.Id);
        private readonly Dictionary<Guid, NormScope> _byTopic = scopes
            .Where(s => s is { TopicId: not null, Kind: null })
            .ToDictionary(s => s.TopicId!.Value);

        public bool Set(Guid topicId, TopicTerm term)
        {
            var norm = NormOf(term);
            if (!_byTopic.TryGetValue(topicId, out var scope))
            {
                db.Add(
                    new NormScope
                    {
                        Id = clock.NewId(),
                        NormId = norm.Id,
                        MunicipalityId = municipalityId,
                        TopicId = topicId,
                    }
                );
                return true;
            }
            if (scope.NormId == norm.Id || !_byId[scope.NormId].Code.StartsWith(Ours, StringComparison.Ordinal))
            {
                return false;
            }
            scope.NormId = norm.Id;
            return true;
        }

        private NormRow NormOf(TopicTerm term)
        {
            var code = $"{Ours}{term.Days}-{(term.Working ? "werkdagen" : "dagen")}";
            if (_byCode.TryGetValue(code, out var known))
            {
                return known;
            }
            var norm = new NormRow
            {
                Id = clock.NewId(),
                MunicipalityId = municipalityId,
                Code = code,
                Name = $"Binnen {Counted(term, "werkdag", "werkdagen", "dag", "dagen")}",
                NameEn = $"Within {Counted(term, "working day", "working days", "day", "days")}",
            };
            db.Add(norm);
            // Who is told before it is late, and how often we try, is as everywhere in this municipality.
            db.Add(
                new NormVersion
                {
                    Id = clock.NewId(),
                    NormId = norm.Id,
                    Number = 1,
                    Rule = DueRuleJson.Write(
                        term.Working
                            ? new DueRule.WithinWorkingDays(term.Days)
                            : new DueRule.WithinHours(term.Days * 24)
                    ),
                    Attempts = usual?.Attempts ?? 3,
                    Dayparts = usual?.Dayparts ?? 2,
                    Steps = usual?.Steps ?? "[]",
                    ValidFrom = clock.Today(),
                    RecordedAt = clock.Now(),
                }
            );
            _byCode.Add(code, norm);
            _byId.Add(norm.Id, norm);
            return norm;
        }

        private static string Counted(TopicTerm term, string workingOne, string working, string one, string many) =>
            (term.Working, term.Days) switch
            {
                (true, 1) => $"1 {workingOne}",
                (true, _) => $"{term.Days} {working}",
                (false, 1) => $"1 {one}",
                (false, _) => $"{term.Days} {many}",
            };
    }
}
