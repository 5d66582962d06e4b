using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Terecht.Platform.Telemetry;

internal static class TelemetrySetup
{
    /// <summary>Structured logs, <c>/metrics</c>, and traces to a collector when <c>TERECHT_OTLP</c> names one.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(o => o.UseUtcTimestamp = true);
        // Addresses of pages may hold a token or a number that was dialled: the framework's own request log stays off.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // It says on every page with a form that the page may not be kept, which is what the page asked for.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        // It warns at each start that the keys are not encrypted: the disk under the database is (docs/operations.md).
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error);
        builder.Logging.AddFilter("Npgsql", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);

        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(r => r.AddService("terecht"));
        telemetry.WithMetrics(m =>
            m.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter("Npgsql").AddPrometheusExporter()
        );
        if (builder.Configuration["Otlp"] is { } collector)
        {
            telemetry.WithMetrics(m => m.AddOtlpExporter(o => o.Endpoint = new Uri(collector)));
            // Spans that nobody collects would still be made: a tenth of the work of a request.
            telemetry.WithTracing(t =>
                t.AddAspNetCoreInstrumentation(o =>
                        o.EnrichWithHttpRequest = (span, _) => span.SetTag("url.query", null)
                    )
                    .AddNpgsql()
                    .AddOtlpExporter(o => o.Endpoint = new Uri(collector))
            );
        }
    }
}
