using Terecht.Platform.Import;

namespace Terecht.Modules.Organisation.Contracts.Import;

/// <summary>Loads one kind of settings of a municipality from a file. Registered by name with <c>AddImporter</c>.</summary>
internal interface ISettingsImporter
{
    /// <summary>The word after <c>import</c>, and what <see cref="SettingsChanged"/> names: teams, staff, topics.</summary>
    string What { get; }

    /// <summary>Lines of the file say themselves which municipality they are for.</summary>
    bool NamesMunicipality => false;

    /// <summary>
    /// Compares each line of <see cref="ImportRun.File"/> with what is there and puts the difference on the context. Every
    /// line ends in one call of Count, Reject or Skip. Saving, undoing a preview and the event are not its business.
    /// </summary>
    /// <exception cref="ImportRefused">The file is not of a form that this importer reads.</exception>
    Task LoadAsync(ImportRun run, Guid municipalityId, CancellationToken ct);
}

internal static class ImporterSetup
{
    public static IServiceCollection AddImporter<T>(this IServiceCollection services)
        where T : class, ISettingsImporter
    {
        services.AddScoped<T>();
        services.AddScoped<ISettingsImporter>(sp => sp.GetRequiredService<T>());
        return services;
    }
}
