using Terecht.Modules.Promises.Data;

namespace Terecht.Modules.Promises.Norms;

/// <summary>Which norm holds: topic before team before municipality; within one level an exact kind before every kind.</summary>
internal static class NormPrecedence
{
    public static NormScope? Choose(
        IEnumerable<NormScope> scopes,
        Guid municipalityId,
        Guid teamId,
        Guid? topicId,
        string kind
    ) =>
        scopes
            .Where(s => s.MunicipalityId == municipalityId && (s.Kind is null || s.Kind == kind))
            .Where(s =>
                s.TopicId is { } topic ? topic == topicId
                : s.TeamId is { } team ? team == teamId
                : true
            )
            .OrderBy(s =>
                s.TopicId is not null ? 0
                : s.TeamId is not null ? 1
                : 2
            )
            .ThenBy(s => s.Kind is null ? 1 : 0)
            .FirstOrDefault();
}
