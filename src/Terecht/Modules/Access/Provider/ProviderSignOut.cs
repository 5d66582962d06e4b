using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Terecht.Modules.Access.Provider;

/// <summary>Where the provider ends its own session, for a session that came from there.</summary>
internal sealed class ProviderSignOut(
    AccessSettings settings,
    IOptionsMonitor<OpenIdConnectOptions> options,
    ILogger<ProviderSignOut> log
)
{
    /// <returns>Null for a local session, or when the provider offers no such address or does not answer.</returns>
    public async Task<string?> UrlAsync(HttpContext http)
    {
        if (settings.Provider is null || await http.GetTokenAsync(OpenIdConnectParameterNames.IdToken) is not { } token)
        {
            return null;
        }
        try
        {
            var known = options.Get(ProviderScheme.Name).ConfigurationManager!;
            var there = await known.GetConfigurationAsync(http.RequestAborted);
            return there.EndSessionEndpoint is not { Length: > 0 } address
                ? null
                : new OpenIdConnectMessage
                {
                    IssuerAddress = address,
                    ClientId = settings.Provider.ClientId,
                    IdTokenHint = token,
                    PostLogoutRedirectUri =
                        $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}/uitgelogd",
                }.CreateLogoutRequestUrl();
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException)
        {
            log.LogWarning(e, "The identity provider does not answer; its own session goes on");
            return null;
        }
    }
}
