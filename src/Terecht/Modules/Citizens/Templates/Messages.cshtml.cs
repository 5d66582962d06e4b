using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Citizens.Tell;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Messages;
using Terecht.Platform.Time;
using Terecht.Platform.Web.Forms;

namespace Terecht.Modules.Citizens.Templates;

/// <summary>The texts of the messages to citizens: written here, with what comes of it on an example beside it.</summary>
[Needs(Right.Administer)]
internal sealed class MessagesModel(
    TemplateVersions texts,
    IOrganisation organisation,
    IMessageGateway gateway,
    MessageSettings settings,
    RequestKeys requestKeys,
    CurrentUser me,
    TimeProvider clock
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "wat")]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true, Name = "kanaal")]
    public string? ChannelAsked { get; set; }

    [BindProperty(SupportsGet = true, Name = "taal")]
    public string? LanguageAsked { get; set; }

    [BindProperty(SupportsGet = true, Name = "gemeente")]
    public string? MunicipalityAsked { get; set; }

    /// <summary>An earlier version, to look at and perhaps to take back.</summary>
    [BindProperty(SupportsGet = true, Name = "versie")]
    public int? VersionAsked { get; set; }

    [BindProperty(SupportsGet = true, Name = "bewaard")]
    public bool Saved { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    /// <summary>The version that the writer began from.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Guid RequestKey { get; set; }

    public Occasion Occasion => Occasion.Find(What) ?? Occasion.Made;
    public string Channel => MessageChannel.All.Contains(ChannelAsked) ? ChannelAsked! : MessageChannel.Sms;
    public string Language => LanguageAsked == "en" ? "en" : "nl";
    public OrganisationNow Organisation { get; private set; } = null!;
    public MunicipalityCard? Municipality { get; private set; }
    public IReadOnlyList<WrittenText> Versions { get; private set; } = [];
    public IReadOnlyDictionary<string, int> Newest { get; private set; } = new Dictionary<string, int>();
    public MessagePreview? Preview { get; private set; }
    public Instant Now => clock.Now();
    public bool IsSetUp => gateway.Has(Channel);
    public string ChannelName => NameOf(Channel);

    public static string NameOf(string channel) =>
        channel switch
        {
            MessageChannel.Sms => "Sms",
            MessageChannel.Mail => "E-mail",
            _ => "Brief",
        };

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct))
        {
            var shown = Versions.FirstOrDefault(v => v.Text.Version == VersionAsked) ?? Versions[0];
            (Subject, Body, Version) = (shown.Text.Subject, shown.Text.Body, Versions[0].Text.Version);
            Look();
        }
    }

    /// <summary>What the text as typed would be; nothing is kept.</summary>
    public async Task<IActionResult> OnPostVoorbeeldAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }
        Check();
        Look();
        return Request.Headers.ContainsKey("HX-Request") ? Partial("_Preview", this) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }
        if (await requestKeys.EarlierAsync(RequestKey, ct) is { } earlier)
        {
            return LocalRedirect(earlier);
        }
        Check();
        if (ModelState.IsValid && Version != Versions[0].Text.Version)
        {
            Collided();
        }
        if (!ModelState.IsValid)
        {
            return Wrong();
        }
        var text = new Template(Occasion.Code, Channel, Language, Version + 1, Clean(Subject), Clean(Body));
        texts.Write(Municipality!.Id, text, me.StaffId);
        try
        {
            return LocalRedirect(
                await requestKeys.SaveOnceAsync(RequestKey, Address(Occasion.Code) + "&bewaard=true", me.AccountId, ct)
            );
        }
        catch (DbUpdateException)
        {
            Collided();
            return Wrong();
        }
    }

    public string Address(string code, string? channel = null, string? language = null) =>
        $"/beheer/berichten?wat={code}&kanaal={channel ?? Channel}&taal={language ?? Language}"
        + (Organisation.Municipalities.Count > 1 ? $"&gemeente={Municipality!.Code}" : "");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Organisation = await organisation.NowAsync(ct);
        Municipality =
            Organisation.Municipalities.FirstOrDefault(m => m.Code == MunicipalityAsked)
            ?? (Organisation.Municipalities.Count > 0 ? Organisation.Municipalities[0] : null);
        if (Municipality is null)
        {
            return false;
        }
        Versions = await texts.OfAsync(Municipality.Id, Occasion.Code, Channel, Language, ct);
        Newest = await texts.NewestAsync(Municipality.Id, Channel, Language, ct);
        return true;
    }

    private void Look() =>
        Preview = MessagePreview.Of(
            Channel,
            Language,
            Clean(Subject),
            Clean(Body),
            Municipality!,
            settings,
            clock.Now()
        );

    private void Check()
    {
        ModelState.Clear();
        foreach (var (field, sentence) in TemplateCheck.Wrong(Occasion, Channel, Clean(Subject), Clean(Body)))
        {
            ModelState.AddModelError(field, sentence);
        }
    }

    private void Collided() =>
        ModelState.AddModelError(
            nameof(Body),
            "Iemand anders heeft deze tekst net veranderd. Uw tekst staat hier nog. Kijk bij Versies wat er nu staat."
        );

    private PageResult Wrong()
    {
        Look();
        var page = Page();
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    private static string Clean(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
