using Microsoft.Extensions.DependencyInjection;
using Terecht.Platform.Loops;

namespace Terecht.Tests.Testing;

/// <summary>Programs in which a loop does not run by itself: the test runs its rounds.</summary>
internal static class Quiet
{
    public static Action<IServiceCollection> Without<TLoop>()
        where TLoop : ILoop =>
        services =>
            services
                .Where(d => d.ImplementationType == typeof(LoopService<TLoop>))
                .ToList()
                .ForEach(d => services.Remove(d));
}
