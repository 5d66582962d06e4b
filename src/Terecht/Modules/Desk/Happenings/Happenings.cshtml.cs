using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Modules.Desk.Happenings;

/// <summary>What moments depend on: without a date first, the one that somebody must look at soonest on top.</summary>
[Needs(Right.WorkPromises)]
internal sealed class HappeningsModel(IHappenings happenings, Reach reach, TimeProvider clock) : PageModel
{
    public IReadOnlyList<HappeningCard> Cards { get; private set; } = [];
    public Instant Now { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Now = clock.Now();
        var cards = new List<HappeningCard>();
        foreach (var municipality in await reach.MunicipalitiesAsync(ct))
        {
            cards.AddRange(await happenings.ListAsync(municipality, ct));
        }
        Cards = cards;
    }
}
