using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Terecht.Platform.Time;

namespace Terecht.Modules.Access.Provider;

/// <summary>
/// The provider's addresses and keys, read at first use and twice a day. When a token is signed with a key that we do not
/// know, it is read again before that token is judged: the library's own reader does so in the background, and refuses
/// whoever came first after the provider changed its key.
/// </summary>
internal sealed class ProviderMetadata(ProviderSettings provider)
    : BaseConfigurationManager,
        IConfigurationManager<OpenIdConnectConfiguration>,
        IDisposable
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile OpenIdConnectConfiguration? _known;
    private volatile bool _asked;
    private long _readAt;

    private bool IsDue => _known is null || _asked || RealClock.Instance.GetElapsedTime(_readAt) > Lasts;

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        if (!IsDue)
        {
            return _known!;
        }
        await _one.WaitAsync(cancel);
        try
        {
            if (IsDue)
            {
                _known = await ReadAsync(cancel);
                (_readAt, _asked) = (RealClock.Instance.GetTimestamp(), false);
            }
            return _known!;
        }
        catch (Exception e)
            when (_known is not null && e is InvalidOperationException or HttpRequestException or IOException)
        {
            // What we knew may still be right; the next one tries again.
            return _known!;
        }
        finally
        {
            _ = _one.Release();
        }
    }

    public override async Task<BaseConfiguration> GetBaseConfigurationAsync(CancellationToken cancel) =>
        await GetConfigurationAsync(cancel);

    public override void RequestRefresh() => _asked = true;

    public void Dispose()
    {
        _client.Dispose();
        _one.Dispose();
    }

    private Task<OpenIdConnectConfiguration> ReadAsync(CancellationToken ct) =>
        OpenIdConnectConfigurationRetriever.GetAsync(
            provider.Authority.ToString().TrimEnd('/') + "/.well-known/openid-configuration",
            new HttpDocumentRetriever(_client) { RequireHttps = !provider.Authority.IsLoopback },
            ct
        );
}
