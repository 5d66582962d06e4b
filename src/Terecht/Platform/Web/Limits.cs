using System.Threading.RateLimiting;

namespace Terecht.Platform.Web;

/// <summary>Rate limits, on the real clock. Staff share an office address, so theirs count per account.</summary>
internal static class Limits
{
    /// <summary>For pages where somebody could guess: signing in, a citizen's reference and code.</summary>
    public const string Guessing = "guessing";

    /// <summary>How often one address may guess in a minute.</summary>
    public const int GuessesPerMinute = 20;

    public static void AddLimits(this IServiceCollection services) =>
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(
                Guessing,
                context =>
                    HttpMethods.IsPost(context.Request.Method)
                        ? RateLimitPartition.GetFixedWindowLimiter(
                            Address(context),
                            _ => new FixedWindowRateLimiterOptions
                            {
                                PermitLimit = context
                                    .RequestServices.GetRequiredService<IConfiguration>()
                                    .GetValue("GuessesPerMinute", GuessesPerMinute),
                                Window = TimeSpan.FromMinutes(1),
                            }
                        )
                        : RateLimitPartition.GetNoLimiter("reading")
            );
            o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                context.User.Identity?.IsAuthenticated == true
                    ? RateLimitPartition.GetTokenBucketLimiter(
                        "account " + context.User.Identity.Name,
                        _ => Bucket(2000, 200)
                    )
                    : RateLimitPartition.GetTokenBucketLimiter("address " + Address(context), _ => Bucket(1000, 100))
            );
        });

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "none";

    private static TokenBucketRateLimiterOptions Bucket(int most, int perSecond) =>
        new()
        {
            TokenLimit = most,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        };
}
