using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Terecht.Modules.Knowledge.Search.Live;

/// <summary>Not ready until this node can find answers.</summary>
internal sealed class AnswerHealth(IAnswerSearch search) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            search.IsReady
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The index of answers is being made.")
        );
}
