using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.People.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Messages;
using Terecht.Platform.Text;
using Terecht.Platform.Web.Forms;

namespace Terecht.Modules.Desk.Consent;

/// <summary>What a person allows us to write to them, as they say it now.</summary>
[Needs(Right.Register)]
internal sealed class ConsentModel(
    IPeople people,
    IWrittenWays ways,
    RequestKeys requestKeys,
    TerechtDb db,
    CurrentUser me
) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The contact to go back to.</summary>
    [BindProperty(SupportsGet = true, Name = "contact")]
    public Guid? Contact { get; set; }

    [BindProperty]
    public Guid RequestKey { get; set; }

    public PartyCard Party { get; private set; } = null!;
    public IReadOnlyList<WrittenWay> Ways { get; private set; } = [];
    public string Back => Contact is { } contact ? $"/werkplek/{contact}" : "/werkplek";

    /// <summary>On one line, beside who is on the phone.</summary>
    public static string InWords(IReadOnlyList<WrittenWay> ways)
    {
        var allowed = ways.Where(w => w.Allowed == true).Select(w => Name(w.Channel).ToLowerInvariant()).ToList();
        return allowed.Count > 0 ? $"Wil berichten per {string.Join(" of ", allowed)}."
            : ways.Any(w => w.Allowed == false) ? "Wil geen berichten."
            : "Nog niet gevraagd of wij mogen schrijven.";
    }

    public static string Name(string channel) =>
        channel switch
        {
            MessageChannel.Sms => "Sms",
            MessageChannel.Mail => "E-mail",
            _ => "Brief",
        };

    public static string Address(WrittenWay way) =>
        way.Channel == MessageChannel.Sms
            ? PhoneNumber.Spoken(way.Address)
            : way.Address.Replace("\n", ", ", StringComparison.Ordinal);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }
        people.LogRead(me.StaffId, "toestemming", [Id]);
        await db.SaveChangesAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }
        var form = await Request.ReadFormAsync(ct);
        foreach (var way in Ways)
        {
            var said = form[way.Channel].ToString();
            if (said is "ja" or "nee")
            {
                await ways.AllowAsync(Id, way.Channel, said == "ja", me.StaffId, ct);
            }
        }
        return LocalRedirect(await requestKeys.SaveOnceAsync(RequestKey, Back, me.AccountId, ct));
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await people.FindAsync(Id, ct) is not { } party)
        {
            return false;
        }
        Party = party;
        Ways = await ways.OfAsync(Id, ct);
        return true;
    }
}
