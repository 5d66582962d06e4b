using Microsoft.AspNetCore.Http.Connections;
using Terecht.Platform.Feed;

namespace Terecht.Platform.Web.Live;

internal static class LiveSetup
{
    public static void AddLive(this IServiceCollection services)
    {
        services.AddSignalR();
        services.AddHostedService<LiveSender>();
    }

    /// <summary>Signed-in staff only; numbers and topics carry no words about people.</summary>
    public static void MapLive(this WebApplication app)
    {
        app.MapHub<LiveHub>("/live", o => o.Transports = HttpTransportType.WebSockets).RequireAuthorization();
        app.MapGet(
                "/feed",
                async (long after, string? topics, FeedReader reader, CancellationToken ct) =>
                {
                    var wanted = topics?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
                    var entries = await reader.AfterAsync(after, wanted, ct);
                    return new
                    {
                        no = entries.Count > 0 ? entries[^1].No : Math.Max(after, 0),
                        topics = entries.SelectMany(e => e.Topics).Distinct(StringComparer.Ordinal),
                    };
                }
            )
            .RequireAuthorization();
    }
}
