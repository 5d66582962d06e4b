namespace Terecht.Modules.Citizens.Contracts;

/// <summary>How a citizen gets to the page of a matter: by a link, or by its reference and a short code.</summary>
internal interface ICitizenLinks
{
    /// <summary>
    /// Derived from the secret of the installation; nothing is stored. Raising the link version of a matter makes every
    /// earlier link and code worthless.
    /// </summary>
    ValueTask<CitizenAccess> ForAsync(Guid matterId, short linkVersion, CancellationToken ct);
}

/// <param name="Token">The last part of the address: 43 characters that nobody can guess.</param>
/// <param name="Code">Six characters to say aloud, without spaces.</param>
internal sealed record CitizenAccess(string Token, string Code)
{
    /// <summary>As it is said: K7M 4TX.</summary>
    public string SpokenCode => $"{Code[..3]} {Code[3..]}";

    /// <summary>Where the page is, in Dutch.</summary>
    public string Path => $"/volg/{Token}";

    /// <summary>Where the page is, in English.</summary>
    public string PathEn => $"/en/follow/{Token}";
}
