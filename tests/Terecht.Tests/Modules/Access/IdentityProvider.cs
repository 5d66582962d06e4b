using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Terecht.Tests.Modules.Access;

/// <summary>A city's identity provider on a port of its own. Whoever comes is at once <see cref="Person"/>; PKCE is demanded.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "terecht";

    private static readonly RsaSecurityKey FirstKey = NewKey();
    private readonly WebApplication _app;

    private IdentityProvider(WebApplication app, ProviderClock clock)
    {
        _app = app;
        Clock = clock;
    }

    public ProviderClock Clock { get; }
    public string Address =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>Who signs in: claims by name; a name may come more than once.</summary>
    public List<(string Name, string Value)> Person { get; } = [];

    /// <summary>What the authorization endpoint was asked, in order.</summary>
    public ConcurrentQueue<OpenIddictRequest> Asked { get; } = new();

    /// <summary>How often somebody signed out here.</summary>
    public int SignOuts { get; private set; }

    /// <summary>Answers with a nonce that nobody asked for.</summary>
    public bool WrongNonce { get; set; }

    /// <summary>Answers that the person said no.</summary>
    public bool Declines { get; set; }

    public static async Task<IdentityProvider> StartAsync(string subject)
    {
        var clock = new ProviderClock();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        IdentityProvider? provider = null;
        builder.Services.AddOpenIddict().AddServer(o => Set(o, clock, () => provider!));
        var app = builder.Build();
        app.UseAuthentication();
        provider = new IdentityProvider(app, clock);
        provider.Person.Add((Claims.Subject, subject));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    /// <summary>From now on this claim has this one value.</summary>
    public void Is(string name, string value)
    {
        Person.RemoveAll(c => c.Name == name);
        Person.Add((name, value));
    }

    /// <summary>From now on signs with a new key; the old one is gone.</summary>
    public void RotateKey()
    {
        var options = _app.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue;
        options.SigningCredentials.Clear();
        options.SigningCredentials.Add(new SigningCredentials(NewKey(), SecurityAlgorithms.RsaSha256));
    }

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static RsaSecurityKey NewKey() =>
        new(RSA.Create(2048)) { KeyId = Convert.ToHexString(RandomNumberGenerator.GetBytes(8)) };

    private static void Set(OpenIddictServerBuilder o, ProviderClock clock, Func<IdentityProvider> provider)
    {
        o.EnableDegradedMode();
        o.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").SetEndSessionEndpointUris("end");
        o.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        o.RegisterScopes(Scopes.Profile, Scopes.Email);
        o.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));
        o.AddSigningKey(FirstKey);
        o.Configure(options => options.TimeProvider = clock);
        o.UseAspNetCore().DisableTransportSecurityRequirement();
        o.AddEventHandler<ValidateAuthorizationRequestContext>(b => b.UseInlineHandler(_ => default));
        o.AddEventHandler<ValidateTokenRequestContext>(b => b.UseInlineHandler(_ => default));
        o.AddEventHandler<ValidateEndSessionRequestContext>(b => b.UseInlineHandler(_ => default));
        o.AddEventHandler<HandleAuthorizationRequestContext>(b =>
            b.UseInlineHandler(context =>
            {
                provider().Authorize(context);
                return default;
            })
        );
        o.AddEventHandler<HandleEndSessionRequestContext>(b =>
            b.UseInlineHandler(context =>
            {
                provider().SignOuts++;
                context.SignOut();
                return default;
            })
        );
        o.AddEventHandler<GenerateTokenContext>(b =>
            b.UseInlineHandler(context =>
                {
                    if (provider().WrongNonce && context.TokenType == TokenTypeIdentifiers.IdentityToken)
                    {
                        context.Principal.SetClaim(Claims.Nonce, "another");
                    }
                    return default;
                })
                .SetOrder(int.MinValue)
        );
    }

    private void Authorize(HandleAuthorizationRequestContext context)
    {
        Asked.Enqueue(context.Request);
        if (Declines)
        {
            context.Reject(Errors.AccessDenied, "The person said no.");
            return;
        }
        var identity = new ClaimsIdentity("test", Claims.Name, Claims.Role);
        foreach (var (name, value) in Person)
        {
            var type = name == Claims.EmailVerified ? ClaimValueTypes.Boolean : ClaimValueTypes.String;
            identity.AddClaim(new Claim(name, value, type).SetDestinations(Destinations.IdentityToken));
        }
        context.SignIn(new ClaimsPrincipal(identity).SetScopes(context.Request.GetScopes()));
    }
}

/// <summary>The provider's own clock; it may be off.</summary>
internal sealed class ProviderClock : TimeProvider
{
    public TimeSpan Off { get; set; }

    public override DateTimeOffset GetUtcNow() => Terecht.Platform.Time.RealClock.Instance.GetUtcNow() + Off;
}
