namespace Terecht.Modules.Access.Contracts;

/// <summary>The staff behind accounts. Organisation, which stands above this module, answers.</summary>
internal interface IStaffLookup
{
    Task<StaffForSignIn?> ByAccountAsync(Guid accountId, CancellationToken ct);

    /// <summary>By account; accounts without a staff member are left out.</summary>
    Task<IReadOnlyDictionary<Guid, StaffForSignIn>> ByAccountsAsync(
        IReadOnlyCollection<Guid> accountIds,
        CancellationToken ct
    );

    /// <summary>The municipalities that this installation serves, by name.</summary>
    Task<IReadOnlyList<string>> MunicipalitiesAsync(CancellationToken ct);
}

/// <param name="MayWork">In employment today.</param>
/// <param name="Team">The first of their teams, by name.</param>
internal sealed record StaffForSignIn(Guid StaffId, string Name, bool MayWork, string? Team);

/// <summary>Makes the staff member that every account has. Organisation answers; the caller saves.</summary>
internal interface INewStaff
{
    /// <param name="name">Given name, infix, family name: Joost van Dam.</param>
    /// <returns>What is wrong with the name, or null.</returns>
    string? Add(Guid accountId, string name, string email);
}
