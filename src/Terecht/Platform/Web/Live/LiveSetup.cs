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

    /// <summary>Numbers and topics carry no words about people. Who may listen is said by who maps it: rights are not known here.</summary>
    public static IEndpointConventionBuilder MapLive(this WebApplication app)
    {
        var live = app.MapGroup("");
        live.MapHub<LiveHub>("/live", o => o.Transports = HttpTransportType.WebSockets);
        live.MapGet(
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
        );
        return live;
    }
}
