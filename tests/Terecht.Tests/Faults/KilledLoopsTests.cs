using NodaTime;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Faults;

/// <summary>
/// The program is killed twenty times at random moments while its loops remind colleagues and write to citizens, on a clock
/// on which a day takes four minutes: a promise is due some seconds after it was made.
/// </summary>
public sealed class KilledLoopsTests
{
    private const int Kills = 20;
    private const int WorstKills = 2;
    private const int Seed = 3604;
    private const int Speed = 360;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_twenty_times_everybody_is_reminded_once_and_told_once()
    {
        var chance = new Random(Seed);
        await using var town = await FastTown.StartAsync();
        var rows = new Rows(town.App.Database);
        var clock = new FastClock(new LocalDateTime(2027, 5, 3, 10, 46), Speed);
        var address = RunningProgram.FreeAddress(chance);
        RunningProgram Begin() =>
            RunningProgram.Start(town.App.Database, address, clock.NextLife(), town.Mail.Settings);

        var program = Begin();
        try
        {
            async Task AgainAsync()
            {
                program.Dispose();
                await NobodySendsAsync(rows);
                program = Begin();
            }

            using var evening = new CancellationTokenSource();
            var promising = FastTown.PromiseAsync(town, clock, evening.Token);
            for (var kill = 0; kill < Kills; kill++)
            {
                // One in two is killed while it starts or begins, the others in the middle of their work.
                var starts = kill % 2 == 1;
                if (!starts)
                {
                    await WorksAsync(rows);
                }
                await Task.Delay(chance.Next(starts ? 1000 : 400), Ct);
                program.Kill();
                await AgainAsync();
            }
            var taken = new List<string>();
            for (var kill = 0; kill < WorstKills; kill++)
            {
                taken.Add(await KilledAfterTakingAsync(town.Mail, program));
                await AgainAsync();
            }
            await evening.CancelAsync();
            var made = await promising;
            await ComesToRestAsync(rows);

            made.Count.ShouldBeGreaterThan(50);
            var once = new OnceEach(rows, made);
            await once.RemindedAsync();
            var messages = await once.ToldAsync();
            var again = await once.ArrivedAsync(town.Mail);
            again.ShouldBeInRange(WorstKills, Kills + WorstKills);
            taken.ShouldAllBe(id => town.Mail.Accepted.Count(m => m.MessageId == id) > 1);
            await rows.ShouldBeSoundAsync();
            TestContext.Current.TestOutputHelper!.WriteLine(
                $"{made.Count} promises, {messages} messages, {again} came once more"
            );
        }
        finally
        {
            program.Dispose();
        }
    }

    /// <summary>Waits until it has done something in this life.</summary>
    private static async Task WorksAsync(Rows rows)
    {
        Task<long> DoneAsync() =>
            rows.CountAsync(
                """
                (select id from promises.reminder
                 union all select id from platform.outbox where done_at is not null
                 union all select id from citizens.message where state = 'sent') done
                """
            );
        var before = await DoneAsync();
        await Eventually.ThatAsync("the program does something", async () => await DoneAsync() > before);
    }

    /// <summary>
    /// Whoever was sending is dead. Another program takes over after two minutes on the real clock; those are not waited for.
    /// </summary>
    private static Task<List<Guid>> NobodySendsAsync(Rows rows) =>
        rows.AllAsync<Guid>(
            "update citizens.message set next_try_at = '2000-01-01Z' where state = 'sending' returning id"
        );

    /// <summary>Kills it between the yes of the mail server and its own commit. Says of which message.</summary>
    private static async Task<string> KilledAfterTakingAsync(MailServer mail, RunningProgram program)
    {
        var taken = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        mail.OnAccepted = message =>
        {
            mail.OnAccepted = null;
            program.Kill();
            taken.SetResult(message.MessageId!);
        };
        return await taken.Task.WaitAsync(TimeSpan.FromMinutes(1), Ct);
    }

    private static Task ComesToRestAsync(Rows rows) =>
        Eventually.ThatAsync(
            "all steps are heard, all moments passed and all messages left",
            async () =>
                await rows.CountAsync("promises.promise where next_step_at is not null or moment_passed_at is null")
                    == 0
                && await rows.CountAsync("platform.outbox where done_at is null") == 0
                && await rows.CountAsync("citizens.message where state in ('waiting', 'sending')") == 0
        );
}
