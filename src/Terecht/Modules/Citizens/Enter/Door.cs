using Terecht.Modules.Citizens.Contracts;
using Terecht.Modules.Citizens.Links;
using Terecht.Modules.Contacts.Contracts;

namespace Terecht.Modules.Citizens.Enter;

/// <summary>Opens for a reference with its code. Stays shut the same way, after the same work, whatever was wrong.</summary>
internal sealed class Door(IContacts contacts, ICitizenLinks links, WrongCodes wrongCodes)
{
    /// <summary>The way to the page, or null.</summary>
    public async Task<CitizenAccess?> OpenAsync(string? reference, string? code, CancellationToken ct)
    {
        var read = Reference.Parse(reference) ?? WrongCodes.NoReference;
        var mayTry = await wrongCodes.MayTryAsync(read, ct);
        var matter = await contacts.ByReferenceAsync(read, ct);
        var access = await links.ForAsync(matter?.Id ?? Guid.Empty, matter?.LinkVersion ?? 0, ct);
        var isCode = AccessCode.IsSame(access.Code, code);
        if (matter is null || !mayTry || !isCode)
        {
            return null;
        }
        await wrongCodes.TakeBackAsync(read, ct);
        return access;
    }
}
