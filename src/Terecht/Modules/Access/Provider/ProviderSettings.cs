namespace Terecht.Modules.Access.Provider;

/// <summary>The city's own identity provider, by OpenID Connect.</summary>
/// <param name="Authority">Its address; <c>/.well-known/openid-configuration</c> stands below it.</param>
/// <param name="RolesFromClaim">The claim <c>roles</c> decides the roles at each sign-in; else they are kept here.</param>
/// <param name="RequireMfa">Only who signed in with a second factor may come in.</param>
/// <param name="RequireAcr">The value of <c>acr</c> that counts as a second factor too; also asked for.</param>
/// <param name="TrustEmail">The provider does not say whether an e-mail address was verified, and all of them are.</param>
internal sealed record ProviderSettings(
    Uri Authority,
    string ClientId,
    string? ClientSecret,
    bool RolesFromClaim,
    bool RequireMfa,
    string? RequireAcr,
    bool TrustEmail
)
{
    /// <summary>Null when no provider is set.</summary>
    public static ProviderSettings? Read(IConfiguration configuration)
    {
        var oidc = configuration.GetSection("Oidc");
        if (oidc["Authority"] is not { Length: > 0 } authority)
        {
            return null;
        }
        return new ProviderSettings(
            Uri.TryCreate(authority, UriKind.Absolute, out var uri)
                ? uri
                : throw new InvalidOperationException($"Oidc:Authority '{authority}' is no address."),
            oidc["ClientId"] ?? throw new InvalidOperationException("Oidc:Authority is set, but Oidc:ClientId is not."),
            oidc["ClientSecret"],
            oidc.GetValue("RolesFromClaim", false),
            oidc.GetValue("RequireMfa", false),
            oidc["RequireAcr"],
            oidc.GetValue("TrustEmail", false)
        );
    }
}
