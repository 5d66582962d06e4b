using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Terecht.Modules.Access.Provider;

/// <summary>Why signing in by the provider came to nothing.</summary>
internal enum Refusal
{
    /// <summary>It took too long, or began in another browser: state and correlation do not match.</summary>
    Expired,

    /// <summary>The provider does not answer.</summary>
    Down,

    /// <summary>The provider, or the person at the provider, said no.</summary>
    Declined,

    /// <summary>What the provider sent cannot be trusted: signature, nonce, time.</summary>
    Untrusted,

    /// <summary>No account here belongs to this person.</summary>
    Unknown,

    /// <summary>The second step is demanded, and was not taken.</summary>
    NoSecondStep,

    /// <summary>Not in employment any more, or not yet.</summary>
    Ended,
}

internal static class Refusals
{
    public static string Url(Refusal refusal) => "/inloggen/mislukt" + QueryString.Create("waarom", refusal.ToString());

    public static Refusal Of(Exception? failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
        {
            if (e.Data["error"] is not null)
            {
                return Refusal.Declined;
            }
            if (e is HttpRequestException or TaskCanceledException or IOException)
            {
                return Refusal.Down;
            }
            if (e is SecurityTokenException or OpenIdConnectProtocolException)
            {
                return Refusal.Untrusted;
            }
        }
        return Refusal.Expired;
    }
}
