using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Web;
using Terecht.Platform.Web.Errors;
using Terecht.Platform.Web.Security;

namespace Terecht.Modules.Shared.Error;

/// <summary>
/// Says in plain words that something did not go, with a reference that is in the log. Must work when nothing else does: any
/// method, no limit, no token, and a database that is away.
/// </summary>
[OpenToAll("Whatever goes wrong, everybody may read that.")]
[DisableRateLimiting]
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel(IOrganisation organisation, ILogger<ErrorModel> logger) : PageModel
{
    private static readonly int[] Known = [400, 403, 404, 405, 429, 500];

    /// <summary>One that has texts.</summary>
    public int Status { get; private set; }

    public bool IsPublic { get; private set; }

    public string Reference { get; private set; } = "";

    /// <summary>Of public pages, where it is known and can be read.</summary>
    public MunicipalityCard? Municipality { get; private set; }

    /// <summary>Where the reader can go on.</summary>
    public string Home =>
        !IsPublic ? "/"
        : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? PublicAddress.FollowEn
        : PublicAddress.Follow;

    /// <summary>For every method: a form that was refused comes here as a POST.</summary>
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var isError =
            HttpContext.Features.Get<IExceptionHandlerFeature>() is not null
            || HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (!isError)
        {
            // Somebody came here by hand: there is nothing to tell.
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
        Status = Nearest(Response.StatusCode);
        // Who did not sign in and asks for no page at all is a citizen before anything else.
        var isStranger = Status == StatusCodes.Status404NotFound && User.Identity?.IsAuthenticated != true;
        IsPublic = isStranger || ErrorPages.IsPublic(HttpContext);
        Reference = ErrorPages.Reference(HttpContext);
        if (IsPublic)
        {
            SecretAddressAttribute.Protect(Response);
            Municipality = await FindMunicipalityAsync(HttpContext.RequestAborted);
        }
        await next();
    }

    private static int Nearest(int status) =>
        Known.Contains(status) ? status
        : status >= 500 ? 500
        : 400;

    /// <summary>The page comes with or without it.</summary>
    private async Task<MunicipalityCard?> FindMunicipalityAsync(CancellationToken ct)
    {
        try
        {
            return (await organisation.NowAsync(ct)).Municipalities is [var only] ? only : null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning("The error page comes without the municipality: {Reason}", e.GetType().Name);
            return null;
        }
    }
}
