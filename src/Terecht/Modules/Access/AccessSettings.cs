using Terecht.Modules.Access.Provider;

namespace Terecht.Modules.Access;

/// <summary>What is set from outside about signing in.</summary>
/// <param name="Demo">The sign-in page shows the people of the demo; one press signs in as one of them.</param>
/// <param name="LocalAccounts">Accounts with a password of our own may sign in: the demo, and break-glass.</param>
/// <param name="CheckEvery">How long a session is believed before roles and employment are read again, on the real clock.</param>
/// <param name="Help">Whom to ask when signing in fails, such as "toestel 4040".</param>
/// <param name="Provider">The city's identity provider, where there is one.</param>
internal sealed record AccessSettings(
    bool Demo,
    bool LocalAccounts,
    TimeSpan CheckEvery,
    string? Help,
    ProviderSettings? Provider
)
{
    public static AccessSettings Read(IConfiguration configuration)
    {
        var demo = configuration.GetValue("Demo", false);
        return new AccessSettings(
            demo,
            demo || configuration.GetValue("LocalAccounts", false),
            configuration.GetValue("SessionCheckEvery", TimeSpan.FromMinutes(5)),
            configuration["SignInHelp"],
            ProviderSettings.Read(configuration)
        );
    }
}
