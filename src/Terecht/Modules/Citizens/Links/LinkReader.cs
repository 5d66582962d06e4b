using Terecht.Modules.Citizens.Contracts;
using Terecht.Modules.Contacts.Contracts;

namespace Terecht.Modules.Citizens.Links;

/// <summary>Finds the matter of a link, when the link is one that we gave out and that still holds.</summary>
internal sealed class LinkReader(IContacts contacts, ICitizenLinks links)
{
    public async Task<MatterCard?> FindAsync(string? token, CancellationToken ct)
    {
        if (token is null || CitizenLinks.MatterOf(token) is not { } id)
        {
            return null;
        }
        var matter = await contacts.FindMatterAsync(id, ct);
        var access = await links.ForAsync(id, matter?.LinkVersion ?? 0, ct);
        return CitizenLinks.IsSame(access, token) ? matter : null;
    }
}
