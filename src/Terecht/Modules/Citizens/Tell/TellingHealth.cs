using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Terecht.Platform.Messages;

namespace Terecht.Modules.Citizens.Tell;

/// <summary>Names each gateway that is away and how many messages wait for it. Nothing is lost, so the program itself is well.</summary>
internal sealed class TellingHealth(NpgsqlDataSource source) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await using var command = source.CreateCommand(
                """
                select g.channel, g.why, count(m.id) from citizens.gateway_pause g
                left join citizens.message m on m.channel = g.channel and m.state in ('waiting', 'sending')
                group by g.channel, g.why order by g.channel
                """
            );
            command.CommandTimeout = 3;
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            var away = new List<string>();
            while (await rows.ReadAsync(cancellationToken))
            {
                away.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Name(rows.GetString(0))} is away ({rows.GetString(1)}): {rows.GetInt64(2)} messages wait."
                    )
                );
            }
            return away.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(' ', away));
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("PostgreSQL does not answer.");
        }
    }

    private static string Name(string channel) =>
        channel switch
        {
            MessageChannel.Mail => "The gateway for e-mail",
            MessageChannel.Sms => "The gateway for SMS",
            _ => "The gateway for letters",
        };
}
