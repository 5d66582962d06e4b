namespace Terecht.Modules.Promises.Contracts;

/// <summary>Marks of those who were reminded. Each is written at once, and safe to repeat.</summary>
internal interface IReminders
{
    /// <summary>Marks these as seen by one of their receivers; those of others, and those seen before, stay as they are.</summary>
    Task SeeAsync(Guid staffId, IReadOnlyCollection<Guid> reminderIds, CancellationToken ct);

    /// <summary>The same for all that still say something.</summary>
    Task SeeAllAsync(Guid staffId, CancellationToken ct);
}
