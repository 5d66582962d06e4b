using Microsoft.AspNetCore.SignalR;
using Terecht.Platform.Feed;

namespace Terecht.Platform.Web.Live;

/// <summary>Says "something changed, you are at 57" to the screens that watch a topic; the page fetches the rest itself.</summary>
internal sealed class LiveHub(FeedReader reader) : Hub
{
    private const int MostTopics = 50;

    /// <summary>Watches these topics and returns the number the feed is at, so that the page knows what it may have missed.</summary>
    public async Task<long> Subscribe(string[] topics)
    {
        foreach (var topic in topics.Take(MostTopics))
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, topic, Context.ConnectionAborted);
        }
        return await reader.HeadAsync(Context.ConnectionAborted);
    }
}

/// <summary>Passes the feed's topics on to the hub's groups.</summary>
internal sealed class LiveSender(FeedSignal signal, IHubContext<LiveHub> hub) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        signal.OnEntries(SendAsync);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SendAsync(IReadOnlyList<FeedEntry> entries, CancellationToken ct)
    {
        var topics = entries.SelectMany(e => e.Topics).Distinct(StringComparer.Ordinal).ToList();
        await hub.Clients.Groups(topics).SendAsync("changed", new { no = entries[^1].No, topics }, ct);
    }
}
