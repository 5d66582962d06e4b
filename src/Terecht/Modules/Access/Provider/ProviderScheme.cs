using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Terecht.Modules.Access.SignIn;
using Terecht.Platform.Time;

namespace Terecht.Modules.Access.Provider;

/// <summary>OpenID Connect as we speak it: code with PKCE, a nonce, an answer in the address, claims under their own names.</summary>
internal static class ProviderScheme
{
    public const string Name = "gemeente";

    /// <summary>How far the provider's clock may be off.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    public static void Set(OpenIdConnectOptions o, ProviderSettings provider)
    {
        o.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        o.Authority = provider.Authority.ToString();
        o.ClientId = provider.ClientId;
        o.ClientSecret = provider.ClientSecret;
        o.RequireHttpsMetadata = !provider.Authority.IsLoopback;
        o.ResponseType = OpenIdConnectResponseType.Code;
        o.ResponseMode = OpenIdConnectResponseMode.Query;
        o.UsePkce = true;
        o.Scope.Clear();
        o.Scope.Add("openid");
        o.Scope.Add("profile");
        o.Scope.Add("email");
        o.MapInboundClaims = false;
        o.SaveTokens = false;
        // Many providers keep the e-mail address out of the token.
        o.GetClaimsFromUserInfoEndpoint = true;
        o.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");
        o.TokenValidationParameters.ClockSkew = ClockSkew;
        o.TokenValidationParameters.NameClaimType = "name";
        o.ConfigurationManager = new ProviderMetadata(provider);
        o.BackchannelTimeout = TimeSpan.FromSeconds(10);
        // Signing out by a bare GET from elsewhere is not offered.
        o.RemoteSignOutPath = PathString.Empty;
        // The answer is a plain GET that comes from the provider: Lax lets these cookies along, also on http.
        o.CorrelationCookie.SameSite = SameSiteMode.Lax;
        o.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        o.NonceCookie.SameSite = SameSiteMode.Lax;
        o.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        o.TimeProvider = RealClock.Instance;
        o.Events.OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.AcrValues = provider.RequireAcr;
            return Task.CompletedTask;
        };
        o.Events.OnTokenValidated = CheckTokenAsync;
        o.Events.OnTicketReceived = AdmitAsync;
        o.Events.OnAccessDenied = context => RefuseAsync(context, Refusal.Declined);
        o.Events.OnRemoteFailure = context => RefuseAsync(context, Refusals.Of(context.Failure));
    }

    /// <summary>The library checks when a token ends, not whether it was made in the future.</summary>
    private static Task CheckTokenAsync(TokenValidatedContext context)
    {
        var issuedAt = context.SecurityToken?.IssuedAt ?? default;
        if (issuedAt > (RealClock.Instance.GetUtcNow() + ClockSkew).UtcDateTime)
        {
            context.Fail(new SecurityTokenNotYetValidException("The token was made in the future."));
            return Task.CompletedTask;
        }
        // Only what signing out needs.
        if (context.TokenEndpointResponse?.IdToken is { } token)
        {
            context.Properties!.StoreTokens([
                new AuthenticationToken { Name = OpenIdConnectParameterNames.IdToken, Value = token },
            ]);
        }
        return Task.CompletedTask;
    }

    /// <summary>Makes the provider's person one of ours: the session holds our claims and none of theirs.</summary>
    private static async Task AdmitAsync(TicketReceivedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var ct = context.HttpContext.RequestAborted;
        var (account, refusal) = await services.GetRequiredService<ProviderEntry>().AdmitAsync(context.Principal!, ct);
        ClaimsPrincipal? principal = null;
        if (account is not null)
        {
            principal = await services.GetRequiredService<Session>().PrincipalAsync(account, ct);
        }
        if (principal is null)
        {
            await RefuseAsync(context, refusal ?? Refusal.Ended);
            return;
        }
        context.Principal = principal;
        Session.Mark(context.Properties!, account!);
    }

    private static Task RefuseAsync<T>(HandleRequestContext<T> context, Refusal refusal)
        where T : AuthenticationSchemeOptions
    {
        context
            .HttpContext.RequestServices.GetRequiredService<ILogger<ProviderEntry>>()
            .LogWarning("Signing in by the identity provider was refused: {Refusal}", refusal);
        context.HandleResponse();
        context.Response.Redirect(Refusals.Url(refusal));
        return Task.CompletedTask;
    }
}
