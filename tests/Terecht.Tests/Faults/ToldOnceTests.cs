using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using SmtpServer.Protocol;
using Terecht.Modules.Citizens.Tell;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Messages;
using Terecht.Platform.Outbox;
using Terecht.Tests.Modules.Citizens.Tell;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Faults;

/// <summary>
/// A telling is broken off between any two of its steps, one by one and none left out, and goes on afterwards. The citizen was
/// told once, one message is at the server, and nothing is lost.
/// </summary>
public sealed class ToldOnceTests
{
    private const int MostSteps = 200;

    private static readonly TellingPace AtOnce = new()
    {
        Grace = TimeSpan.Zero,
        Lease = TimeSpan.Zero,
        Pauses = [TimeSpan.Zero],
        Watch = [TimeSpan.FromHours(1)],
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sms", Break.Program)]
    [InlineData("sms", Break.Connection)]
    [InlineData("mail", Break.Program)]
    [InlineData("mail", Break.Connection)]
    public async Task Broken_off_at_any_step_it_is_told_once(string channel, Break how)
    {
        await using var town = await StartAsync();
        var breaker = town.App.Services.GetRequiredService<Breaker>();
        var address = channel == "sms" ? Town.Number : Town.Address;
        var steps = 0;
        var sentAgain = 0;

        do
        {
            steps++;
            var promise = await town.PromiseAsync(channel, address);
            await BreakAsync(town, breaker, steps, how);
            await RunAsync(town, Ct);

            var message = (await town.MessagesAsync(promise)).ShouldHaveSingleItem($"broken at step {steps}");
            message.State.ShouldBe("sent", $"broken at step {steps}");
            (await town.ToldAsync(promise)).ShouldBe([$"{channel} made"], $"broken at step {steps}");
            var arrived = Arrived(town, message.Id);
            arrived.ShouldBeInRange(1, channel == "sms" ? 1 : 2, $"broken at step {steps}");
            sentAgain += arrived - 1;
            (await town.RowAsync(promise)).UntoldSince.ShouldBeNull();
        } while (breaker.Broke && steps < MostSteps);

        steps.ShouldBeInRange(15, MostSteps - 1);
        // SMTP cannot be asked, so what broke between its yes and our commit goes again; never with another Message-ID.
        sentAgain.ShouldBeInRange(channel == "mail" ? 1 : 0, channel == "mail" ? 14 : 0);
        await ShouldBeSoundAsync(town);
    }

    [Theory]
    [InlineData(Break.Program)]
    [InlineData(Break.Connection)]
    public async Task Refused_and_broken_off_at_any_step_it_comes_back_as_work_once(Break how)
    {
        await using var town = await StartAsync();
        var breaker = town.App.Services.GetRequiredService<Breaker>();
        town.Mail.Refuses[Town.Address] = SmtpReplyCode.MailboxUnavailable;
        var steps = 0;

        do
        {
            steps++;
            var promise = await town.PromiseAsync();
            await BreakAsync(town, breaker, steps, how);
            await RunAsync(town, Ct);

            (await town.MessagesAsync(promise))
                .ShouldHaveSingleItem()
                .State.ShouldBe("refused", $"broken at step {steps}");
            (await town.RowAsync(promise)).UntoldWhy.ShouldBe("mail_refused", $"broken at step {steps}");
            (await CountAsync(town, promise, PromiseUntold.Type)).ShouldBe(1, $"broken at step {steps}");
        } while (breaker.Broke && steps < MostSteps);

        steps.ShouldBeInRange(15, MostSteps - 1);
        town.Mail.Accepted.ShouldBeEmpty();
        await ShouldBeSoundAsync(town);
    }

    /// <summary>The gateway took it, and its answer never came.</summary>
    [Theory]
    [InlineData("sms")]
    [InlineData("mail")]
    public async Task A_reply_that_was_lost_makes_no_second_message(string channel)
    {
        await using var town = await StartAsync();
        (town.Notify.DropsReplies, town.Mail.DropsReplies) = (1, 1);
        var promise = await town.PromiseAsync(channel, channel == "sms" ? Town.Number : Town.Address);

        await RunAsync(town, Ct);

        var message = (await town.MessagesAsync(promise)).ShouldHaveSingleItem();
        message.State.ShouldBe("sent");
        (await town.ToldAsync(promise)).Count.ShouldBe(1);
        Arrived(town, message.Id).ShouldBe(channel == "sms" ? 1 : 2);
        town.Mail.Accepted.Select(m => m.MessageId).Distinct().Count().ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task Two_programs_that_send_at_once_send_each_message_once()
    {
        await using var town = await Town.StartAsync();
        await using var second = town.App.Second();
        var promises = new List<Guid>();
        for (var i = 0; i < 40; i++)
        {
            promises.Add(await town.PromiseAsync("sms", Town.Number));
        }
        await town.SettledAsync();

        town.Notify.Accepted.Count.ShouldBe(promises.Count);
        town.Notify.Accepted.Select(n => n.Reference).ShouldBeUnique();
    }

    /// <summary>Everything but the loops, which the test turns by hand.</summary>
    private static Task<Town> StartAsync() =>
        Town.StartAsync(
            AtOnce,
            services =>
            {
                services.RemoveAll<IHostedService>();
                services.AddLogging(l => l.ClearProviders());
                services.AddSingleton(sp => new Breaker(sp.GetRequiredService<ConnectionStrings>().Direct));
                services.ConfigureDbContext<TerechtDb>(
                    (sp, options) =>
                    {
                        var breaker = sp.GetRequiredService<Breaker>();
                        options.AddInterceptors(breaker.Commands, breaker.Commits);
                    }
                );
                services.Replace(
                    ServiceDescriptor.Singleton<IMessageGateway>(sp => new Breaker.GatewaySteps(
                        sp.GetRequiredService<Breaker>(),
                        new MessageGateway(sp.GetServices<IMessageProvider>())
                    ))
                );
            }
        );

    private static async Task BreakAsync(Town town, Breaker breaker, int step, Break how)
    {
        using var life = new CancellationTokenSource();
        breaker.Set(step, how, life);
        try
        {
            await RunAsync(town, life.Token);
        }
        catch (OperationCanceledException) when (breaker.Broke)
        {
            // The program is gone, as asked.
        }
        breaker.Off();
    }

    /// <summary>Turns the loops until there is nothing left to do. A lost connection is tried again, as every loop does.</summary>
    private static Task RunAsync(Town town, CancellationToken ct)
    {
        var outbox = ActivatorUtilities.CreateInstance<OutboxLoop>(town.App.Services);
        var send = ActivatorUtilities.CreateInstance<SendLoop>(town.App.Services);
        return Eventually.ThatAsync(
            "there is nothing left to do",
            async () =>
            {
                try
                {
                    while (await outbox.RunOnceAsync(ct) | await send.RunOnceAsync(ct)) { }
                }
                catch (Exception) when (!ct.IsCancellationRequested)
                {
                    // As every loop does: once more.
                }
                return await OpenAsync(town) == 0;
            }
        );
    }

    private static async Task<int> OpenAsync(Town town)
    {
        // Not by the context: this is no step of the program. What failed need not wait for its next try.
        await using var source = NpgsqlDataSource.Create(town.App.Database);
        await using var command = source.CreateCommand(
            """
            update platform.outbox set next_try_at = created_at - interval '9 years' where done_at is null and tries > 0;
            select ((select count(*) from platform.outbox where done_at is null)
                + (select count(*) from citizens.message where state in ('waiting', 'sending')))::int
            """
        );
        return (int)(await command.ExecuteScalarAsync(Ct))!;
    }

    private static int Arrived(Town town, Guid message) =>
        town.Notify.Accepted.Count(n => n.Reference == message.ToString())
        + town.Mail.Accepted.Count(m => m.MessageId == $"{message:N}@maasdrecht.example");

    private static Task<int> CountAsync(Town town, Guid promise, string type) =>
        town.App.InDbAsync(db =>
            db.Set<Terecht.Platform.Events.EventRow>().CountAsync(e => e.StreamId == promise && e.Type == type, Ct)
        );

    private static async Task ShouldBeSoundAsync(Town town)
    {
        var rows = new Rows(town.App.Database);
        await rows.NoneAsync(
            "a promise whose history has a gap",
            """
            select p.id::text from promises.promise p
            where (select array_agg(e.seq order by e.seq) from platform.event e where e.stream_id = p.id and e.seq is not null)
                  is distinct from (select array_agg(n) from generate_series(1, p.seq) n)
            """
        );
        await rows.NoneAsync(
            "an event with two messages",
            "select event_id::text from citizens.message group by event_id having count(*) > 1"
        );
    }
}
