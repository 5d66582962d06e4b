using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Citizens.Contracts;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Contacts.Data;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;

namespace Terecht.Demo;

/// <summary>The citizen of the demo, who follows her question by number and code.</summary>
internal sealed class DemoCitizen(TerechtDb db, ICitizenLinks links)
{
    public const string Name = "Wil Verbeek";

    /// <summary>As it is said on the page where she begins; null where the demo was not loaded.</summary>
    public async Task<string?> WayInAsync(CancellationToken ct)
    {
        var matter = await (
            from promise in db.Promises
            join known in db.Matters on promise.MatterId equals known.Id
            where promise.ToName == $"Mevrouw {Name}" && known.Name.StartsWith("Kwijtschelding")
            select new
            {
                known.Id,
                known.Reference,
                known.LinkVersion,
            }
        ).FirstOrDefaultAsync(ct);
        return matter is null
            ? null
            : $"nummer {Reference.Spoken(matter.Reference)}, code {(await links.ForAsync(matter.Id, matter.LinkVersion, ct)).SpokenCode}";
    }
}
