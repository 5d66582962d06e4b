namespace Terecht.Modules.Access.Contracts;

/// <summary>What somebody sets for their own account, on every computer.</summary>
internal interface IOwnSettings
{
    /// <summary>Switches single letters as keys off, or on again; the caller saves. Does nothing when it was so already.</summary>
    Task SwitchKeysAsync(Guid accountId, bool off, CancellationToken ct);

    /// <summary>Makes this session hold what was saved; other sessions follow within minutes.</summary>
    Task RenewSessionAsync(Guid accountId);
}
