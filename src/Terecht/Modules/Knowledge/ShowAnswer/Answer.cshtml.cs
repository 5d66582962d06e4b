using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Knowledge.Data;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Knowledge.ShowAnswer;

/// <summary>One answer in one language: the version in use, or an older one that somebody was told.</summary>
[Needs(Right.Own)]
internal sealed class AnswerModel(
    TerechtDb db,
    IKnowledge knowledge,
    IOrganisation organisation,
    ICatalogue catalogue,
    TimeProvider clock
) : PageModel
{
    /// <summary><c>nl</c> or <c>en</c>; another language shows the one that is there.</summary>
    [BindProperty(SupportsGet = true, Name = "taal")]
    public string Language { get; set; } = "nl";

    /// <summary>The number of a version; without it the one in use.</summary>
    [BindProperty(SupportsGet = true, Name = "versie")]
    public int? Number { get; set; }

    /// <summary>Code of a municipality, where two have an answer of this code.</summary>
    [BindProperty(SupportsGet = true, Name = "gemeente")]
    public string? Municipality { get; set; }

    public Instant Now { get; } = clock.Now();
    public AnswerCard Card { get; private set; } = null!;
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>Newest first, of this language.</summary>
    public IReadOnlyList<VersionLine> Versions { get; private set; } = [];
    public VersionLine Shown { get; private set; } = null!;
    public TeamCard? Owner { get; private set; }
    public IReadOnlyList<string> Topics { get; private set; } = [];
    public LocalDate? ReviewOn { get; private set; }
    public bool ReviewOverdue => ReviewOn < Now.Local().Date;
    public int Used { get; private set; }
    public Instant UsedSince { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await FindAsync(code, ct) is not { } article)
        {
            return NotFound();
        }
        var all = await db
            .ArticleVersions.AsNoTracking()
            .Where(v => v.ArticleId == article.Id)
            .OrderByDescending(v => v.Number)
            .Select(v => new VersionRow(v.Id, v.Language, v.Number, v.Current, v.PublishedAt))
            .ToListAsync(ct);
        Languages = [.. all.Select(v => v.Language).Distinct().OrderDescending()];
        Language = Languages.Contains(Language) ? Language : Languages[0];
        Versions = VersionLine.Of(all.Where(v => v.Language == Language));
        if (Versions.FirstOrDefault(v => Number is { } asked ? v.Number == asked : v.Current) is not { } shown)
        {
            return NotFound();
        }
        Shown = shown;
        Card = (await knowledge.FindVersionAsync(shown.Id, ct))!;
        Owner = (await organisation.NowAsync(ct)).FindTeam(article.OwnerTeamId);
        var topics = await catalogue.NowAsync(ct);
        Topics =
        [
            .. (await knowledge.TopicsAsync(article.Id, ct))
                .Select(t => topics.FindTopic(t)?.Name)
                .OfType<string>()
                .Order(),
        ];
        ReviewOn = article.ReviewOn;
        (Used, UsedSince) = (article.Used, all.Min(v => v.PublishedAt));
        return Page();
    }

    /// <summary>This page for another version or language.</summary>
    public string Address(string language, int? number = null)
    {
        var query = QueryString
            .Create("taal", language)
            .Add(number is { } n ? QueryString.Create("versie", $"{n}") : QueryString.Empty)
            .Add(Municipality is { } m ? QueryString.Create("gemeente", m) : QueryString.Empty);
        return $"/antwoord/{Card.Code}{query}";
    }

    private async Task<Article?> FindAsync(string code, CancellationToken ct)
    {
        var towns = (await organisation.NowAsync(ct)).Municipalities;
        var found = await db.Articles.AsNoTracking().Where(a => a.Code == code).ToListAsync(ct);
        return towns
            .Where(t => Municipality is null || t.Code == Municipality)
            .Select(t => found.Find(a => a.MunicipalityId == t.Id))
            .FirstOrDefault(a => a is not null);
    }
}
