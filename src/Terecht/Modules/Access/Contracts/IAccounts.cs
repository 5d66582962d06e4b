namespace Terecht.Modules.Access.Contracts;

/// <summary>Makes accounts and gives roles, on the shared context: the caller saves.</summary>
internal interface IAccounts
{
    /// <summary>Slow on purpose: hash once for people who share a password, as in a demo.</summary>
    string Hash(string password);

    /// <summary>An account that nobody has yet; its id.</summary>
    /// <param name="email">Also the name to sign in with.</param>
    /// <param name="passwordHash">Null for who signs in by the identity provider alone.</param>
    /// <param name="demoRank">The place on the sign-in page of a demo.</param>
    Guid Add(string email, IEnumerable<string> roles, string? passwordHash = null, int? demoRank = null);

    /// <summary>The account with this e-mail address.</summary>
    Task<Guid?> FindAsync(string email, CancellationToken ct);

    /// <summary>Makes these the roles of the account. Open sessions follow within minutes. False when nothing changed.</summary>
    Task<bool> SetRolesAsync(Guid accountId, IReadOnlyCollection<string> roles, CancellationToken ct);

    /// <summary>The accounts with these e-mail addresses, by address, whatever its case.</summary>
    Task<IReadOnlyDictionary<string, Guid>> FindAllAsync(IReadOnlyCollection<string> emails, CancellationToken ct);

    /// <summary>The roles of all these accounts.</summary>
    Task<ILookup<Guid, string>> RolesOfAsync(IReadOnlyCollection<Guid> accountIds, CancellationToken ct);

    /// <summary>From now on this person signs in with another e-mail address; nobody else may have it.</summary>
    Task MoveAsync(Guid accountId, string email, CancellationToken ct);
}
