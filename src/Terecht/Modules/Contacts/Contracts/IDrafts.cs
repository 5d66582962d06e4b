using NodaTime;

namespace Terecht.Modules.Contacts.Contracts;

/// <summary>Open contacts: what was typed, on the server within two seconds, until it is wrapped up.</summary>
internal interface IDrafts
{
    /// <summary>Opens one and saves it.</summary>
    Task<Guid> OpenAsync(OpenDraft draft, CancellationToken ct);

    Task<DraftCard?> FindAsync(Guid id, Guid staffId, CancellationToken ct);

    /// <summary>This person's open contacts, oldest first.</summary>
    Task<IReadOnlyList<DraftCard>> MineAsync(Guid staffId, CancellationToken ct);

    /// <summary>Keeps what was typed; leaves it aside when the same tab saved something newer already.</summary>
    /// <returns>The real time of the newest save; null when the contact is no longer open.</returns>
    Task<Instant?> SaveAsync(Guid id, Guid staffId, string content, DraftNumber? number, CancellationToken ct);

    /// <summary>Adds the removal to the context: part of wrapping up. Two who wrap up at once collide here.</summary>
    void Remove(Guid id);
}

/// <param name="Content">The form's fields as JSON; only the screen that wrote it reads it.</param>
internal sealed record OpenDraft(
    Guid StaffId,
    Guid MunicipalityId,
    string Channel,
    string? Dialled,
    string? CallerNumber,
    string Content
);

internal sealed record DraftCard(
    Guid Id,
    Guid MunicipalityId,
    string Channel,
    string? Dialled,
    string? CallerNumber,
    Instant StartedAt,
    Instant SavedAt,
    string Content
);
