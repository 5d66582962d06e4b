using Microsoft.Extensions.DependencyInjection;
using Terecht.Demo;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Demo;

/// <summary>Maasdrecht, loaded once for all tests that only look: on Tuesday 4 May 2027 at 13.20, before three closed days.</summary>
public sealed class DemoTown : IAsyncLifetime
{
    internal App App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await App.StartAsync();
        App.Clock.Set(2027, 5, 4, 13, 20);
        (await LoadAsync(App)).ShouldBeTrue();
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();

    /// <summary>False when it was there already.</summary>
    internal static Task<bool> LoadAsync(App app, Action<string>? progress = null) =>
        app.InScopeAsync(async services =>
            await services
                .GetRequiredService<DemoLoader>()
                .LoadAsync(progress ?? (_ => { }), TestContext.Current.CancellationToken)
                is not null
        );
}
