using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Export;

/// <summary><c>./terecht export promises</c>: all promises, their events and the figures, as JSON on standard output.</summary>
internal static class ExportCommand
{
    /// <param name="build">Makes the program; called after the arguments were found to be right.</param>
    public static Command Create(Func<WebApplication> build)
    {
        var asOf = new Option<Instant?>("--as-of")
        {
            Description = "As it was known then, with an offset: 2027-05-03T17:00:00+02:00. Now, by default.",
            CustomParser = result =>
            {
                if (OffsetDateTimePattern.ExtendedIso.Parse(result.Tokens[0].Value) is { Success: true } read)
                {
                    return read.Value.ToInstant();
                }
                result.AddError(
                    $"'{result.Tokens[0].Value}' is no moment with an offset, such as 2027-05-03T17:00:00+02:00."
                );
                return null;
            },
        };
        var promises = new Command("promises", "Every promise with its events, and the figures that follow.") { asOf };
        promises.SetAction(
            async (parsed, ct) =>
            {
                await using var app = build();
                await using var scope = app.Services.CreateAsyncScope();
                var at = parsed.GetValue(asOf) ?? scope.ServiceProvider.GetRequiredService<TimeProvider>().Now();
                await using var output = Console.OpenStandardOutput();
                await scope.ServiceProvider.GetRequiredService<ExportPromises>().WriteAsync(output, at, ct);
                await output.WriteAsync("\n"u8.ToArray(), ct);
                return 0;
            }
        );
        return new Command("export", "Give data out in open formats.") { promises };
    }
}
