using Terecht.Modules.Access.Contracts;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Access;

/// <summary>The program beside an identity provider, one person who is known to both, and that person's browser.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public const string Subject = "provider-7c1d";

    private Stage(App app, IdentityProvider provider, Person person)
    {
        App = app;
        Provider = provider;
        Person = person;
        Browser = new Browser(app, new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }));
    }

    public App App { get; }
    public IdentityProvider Provider { get; }
    public Person Person { get; }
    public Browser Browser { get; private set; }

    /// <param name="settings">Below <c>Oidc:</c>.</param>
    public static async Task<Stage> SetAsync(params (string Name, string Value)[] settings)
    {
        var provider = await IdentityProvider.StartAsync(Subject);
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Demo"] = "false",
            ["SessionCheckEvery"] = "00:00:00",
            ["Oidc:Authority"] = provider.Address,
            ["Oidc:ClientId"] = IdentityProvider.ClientId,
        };
        foreach (var (name, value) in settings)
        {
            all["Oidc:" + name] = value;
        }
        var app = await App.StartAsync(all);
        var person = await Given.StaffAsync(app, Roles.Analyst);
        provider.Person.Add(("email", person.Email));
        provider.Person.Add(("email_verified", "true"));
        return new Stage(app, provider, person);
    }

    public async Task<Page> SignInAsync(string from = "/inloggen") =>
        await (await Browser.GetAsync(from)).FollowAsync("gemeente-account");

    public async Task<bool> IsSignedInAsync() =>
        !(await Browser.GetAsync("/")).Path.StartsWith("/inloggen", StringComparison.Ordinal);

    /// <summary>Yesterday was the last day.</summary>
    public Task EndEmploymentAsync() => Leaving.EndAsync(App, Person);

    /// <summary>The same person at another computer.</summary>
    public void TakeNewBrowser()
    {
        Browser.Dispose();
        Browser = new Browser(App, new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }));
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await App.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
