namespace Terecht.Modules.Access.Contracts;

/// <summary>The people of the demo whom a visitor can be, in the order of the sign-in page.</summary>
internal interface IDemoPeople
{
    /// <summary>Everybody's password in the demo municipality.</summary>
    const string Password = "maasdrecht";

    Task<IReadOnlyList<DemoPerson>> ListAsync(CancellationToken ct);
}

/// <param name="Role">Code of the role that decides their home page.</param>
/// <param name="Does">What they do, after the name: "belt terug voor team Belastingen".</param>
/// <param name="Home">Path of the page where they begin.</param>
/// <param name="HomeName">That page as a word: Werkvoorraad.</param>
internal sealed record DemoPerson(
    Guid AccountId,
    string Role,
    string Name,
    string Email,
    string Does,
    string Home,
    string HomeName
);
