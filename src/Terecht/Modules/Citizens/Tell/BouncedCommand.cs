using System.CommandLine;
using Npgsql;
using Terecht.Platform.Messages;

namespace Terecht.Modules.Citizens.Tell;

/// <summary><c>./terecht bounced</c>: the mail server pipes every mail to our sender's address into it.</summary>
internal static class BouncedCommand
{
    /// <summary>EX_TEMPFAIL of sysexits.h: the mail server keeps the mail, and tries again later.</summary>
    private const int TryAgain = 75;

    /// <param name="build">Makes the program.</param>
    public static Command Create(Func<WebApplication> build)
    {
        var command = new Command(
            "bounced",
            "Read a mail that came back from standard input: what could not be delivered becomes work for Regie."
        );
        command.SetAction(
            async (_, ct) =>
            {
                await using var mail = Console.OpenStandardInput();
                await using var app = build();
                return await RunAsync(app.Services, mail, Console.Out, ct);
            }
        );
        return command;
    }

    /// <returns>0, also for a mail that is no report about one of ours; 75 when the database cannot be reached.</returns>
    internal static async Task<int> RunAsync(
        IServiceProvider services,
        Stream mail,
        TextWriter output,
        CancellationToken ct
    )
    {
        if (await ReturnedMail.ReadAsync(mail, ct) is not { } returned)
        {
            await output.WriteLineAsync("no report that a mail of ours came back");
            return 0;
        }
        try
        {
            await using var scope = services.CreateAsyncScope();
            await scope
                .ServiceProvider.GetRequiredService<MessageWatch>()
                .ReceiptAsync(returned.MessageId, new Delivery.Failed("", returned.Code), ct);
        }
        catch (NpgsqlException)
        {
            return TryAgain;
        }
        await output.WriteLineAsync($"{returned.MessageId} came back: {returned.Code}");
        return 0;
    }
}
