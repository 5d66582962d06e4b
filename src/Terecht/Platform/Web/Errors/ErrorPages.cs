using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Terecht.Platform.Web.Errors;

/// <summary>Faults become a page with a reference that is in the log, and never a trace.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions { ExceptionHandlingPath = "/fout", AllowStatusCode404Response = true }
        );
        app.UseStatusCodePagesWithReExecute("/fout", "?status={0}");
    }

    /// <summary>An address that is no page says so to everybody: else a citizen with a typing error would be asked to sign in.</summary>
    public static void UseNotFound(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (context.GetEndpoint() is not null)
                {
                    return next(context);
                }
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
        );

    /// <summary>What the reader can quote; the same as the trace id in the log.</summary>
    public static string Reference(HttpContext context)
    {
        var id = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        return id[..Math.Min(12, id.Length)];
    }

    /// <summary>The address that was asked for, also while its error page is made.</summary>
    public static PathString PathOf(HttpContext context) =>
        context.Features.Get<IExceptionHandlerPathFeature>() is { } failed ? new PathString(failed.Path)
        : context.Features.Get<IStatusCodeReExecuteFeature>() is { } refused ? new PathString(refused.OriginalPath)
        : context.Request.Path;

    public static bool IsPublic(HttpContext context) => PublicAddress.IsPublic(PathOf(context));
}
