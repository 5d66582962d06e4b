using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Text;

namespace Terecht.Modules.Desk.Call;

/// <summary>
/// Opens a contact: by the key C, or by an address that any softphone can open (<c>/werkplek/bel?nummer=0612345678&amp;via=14099</c>).
/// The same number again while its contact is open shows that one.
/// </summary>
[Needs(Right.Register)]
internal sealed class OpenModel(IDrafts drafts, IOrganisation organisation, CurrentUser me) : PageModel
{
    private static readonly string[] Channels =
    [
        "phone",
        "counter",
        "mail",
        "letter",
        "social",
        "street",
        "web",
        "video",
        "chat",
    ];

    /// <summary>The caller's number in any notation; empty when it is not known.</summary>
    [BindProperty(SupportsGet = true, Name = "nummer")]
    public string? Number { get; set; }

    /// <summary>The number that was dialled.</summary>
    [BindProperty(SupportsGet = true, Name = "via")]
    public string? Dialled { get; set; }

    [BindProperty(SupportsGet = true, Name = "kanaal")]
    public string? Channel { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => OpenAsync(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => OpenAsync(ct);

    private async Task<IActionResult> OpenAsync(CancellationToken ct)
    {
        // A browser turns the + of an address into a space.
        var number = PhoneNumber.Parse(Number) ?? PhoneNumber.Parse("+" + Number?.Trim());
        if (number is not null)
        {
            var open = (await drafts.MineAsync(me.StaffId, ct)).FirstOrDefault(d => d.CallerNumber == number);
            if (open is not null)
            {
                return Redirect($"/werkplek/{open.Id}");
            }
        }

        var municipality = (await organisation.NowAsync(ct)).ByDialled(Dialled);
        var draft = new CallDraft();
        draft.Questions[0].Phone = PhoneNumber.Spoken(number);
        var channel = Channels.Contains(Channel, StringComparer.Ordinal) ? Channel! : "phone";
        var id = await drafts.OpenAsync(
            new OpenDraft(me.StaffId, municipality.Id, channel, Dialled, number, draft.Write()),
            ct
        );
        return Redirect($"/werkplek/{id}");
    }
}
