using NodaTime;
using SmtpServer.Protocol;
using Terecht.Modules.Citizens.Data;
using Terecht.Modules.Promises.Contracts;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Citizens.Tell;

/// <summary>Refused, come back, waiting, too late: nothing that must be told is lost.</summary>
public sealed class UndeliveredTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mailbox_that_refuses_brings_the_message_back_as_work()
    {
        await using var town = await Town.StartAsync();
        town.Mail.Refuses[Town.Address] = SmtpReplyCode.MailboxUnavailable;
        var promise = await town.PromiseAsync();
        await town.SettledAsync();

        var message = (await town.MessagesAsync(promise)).ShouldHaveSingleItem();
        message.State.ShouldBe(MessageState.Refused);
        message.Why.ShouldBe("smtp_550");
        message.FailedAt.ShouldNotBeNull();
        var row = await town.RowAsync(promise);
        row.UntoldWhy.ShouldBe("mail_refused");
        UntoldWhy.Nl(row.UntoldWhy.ShouldNotBeNull()).ShouldBe("De e-mail is geweigerd");
        (await town.ToldAsync(promise)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_sms_that_comes_back_later_comes_back_as_work()
    {
        await using var town = await Town.StartAsync();
        var promise = await town.PromiseAsync("sms", Town.Number);
        await town.SettledAsync();
        (await town.ToldAsync(promise)).ShouldBe(["sms made"]);

        town.Notify.Accepted[0].Status = "permanent-failure";

        await Eventually.ThatAsync("it is work", async () => (await town.RowAsync(promise)).UntoldWhy == "sms_bounced");
        (await town.MessagesAsync(promise)).Single().Why.ShouldBe("notify_permanent_failure");
    }

    [Fact]
    public async Task A_receipt_that_says_it_came_back_is_believed_only_with_the_token()
    {
        await using var town = await Town.StartAsync(new() { Grace = TimeSpan.Zero, Watch = [TimeSpan.FromHours(1)] });
        var promise = await town.PromiseAsync("sms", Town.Number);
        await town.SettledAsync();
        var message = (await town.MessagesAsync(promise)).Single();
        var receipt =
            $$"""{"id":"{{message.ProviderId}}","reference":"{{message.Id}}","to":"{{Town.Number}}","status":"permanent-failure"}""";

        (await ReceiptAsync(town, receipt, "wrong")).ShouldBe(401);
        (await ReceiptAsync(town, receipt, null)).ShouldBe(401);
        (await town.RowAsync(promise)).UntoldSince.ShouldBeNull();
        (await ReceiptAsync(town, """{"status":7}""", NotifyServer.ReceiptToken)).ShouldBe(400);
        (await ReceiptAsync(town, receipt, NotifyServer.ReceiptToken)).ShouldBe(204);
        (await ReceiptAsync(town, receipt, NotifyServer.ReceiptToken)).ShouldBe(204);

        (await town.RowAsync(promise)).UntoldWhy.ShouldBe("sms_bounced");
    }

    private static async Task<int> ReceiptAsync(Town town, string body, string? token)
    {
        using var client = town.App.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/notify/ontvangst")
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        if (token is not null)
        {
            request.Headers.Add("Authorization", $"Bearer {token}");
        }
        return (int)(await client.SendAsync(request, Ct)).StatusCode;
    }

    [Fact]
    public async Task While_a_gateway_is_down_messages_wait_and_health_names_it()
    {
        await using var town = await Town.StartAsync();
        await town.Mail.DownAsync();
        var waiting = await town.PromiseAsync();
        var other = await town.PromiseAsync("sms", Town.Number);
        using var client = town.App.CreateClient();

        await Eventually.ThatAsync("the SMS is sent", async () => (await town.ToldAsync(other)).Count == 1);
        await Eventually.ThatAsync(
            "health names it",
            async () =>
                (await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Ct)).Contains(
                    "The gateway for e-mail is away (no_answer): 1 messages wait."
                )
        );
        (await town.ToldAsync(waiting)).ShouldBeEmpty();
        (await town.RowAsync(waiting)).UntoldSince.ShouldBeNull();
        town.Mail.Up();
        await town.SettledAsync();

        town.Mail.Accepted.ShouldHaveSingleItem();
        (await town.ToldAsync(waiting)).ShouldBe(["mail made"]);
        await Eventually.ThatAsync(
            "health is well",
            async () =>
                !(await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Ct)).Contains("gateway")
        );
    }

    [Fact]
    public async Task What_could_not_leave_in_twenty_hours_becomes_a_call()
    {
        await using var town = await Town.StartAsync();
        await town.Mail.DownAsync();
        var promise = await town.PromiseAsync();
        await Eventually.ThatAsync("it was tried", async () => (await town.MessagesAsync(promise)) is [{ Tries: > 0 }]);

        town.App.Clock.Advance(Duration.FromHours(20));
        await town.SettledAsync();

        (await town.RowAsync(promise)).UntoldWhy.ShouldBe("mail_too_late");
        town.Mail.Up();
    }

    [Fact]
    public async Task News_of_yesterday_is_not_sent_when_the_gateway_is_back()
    {
        await using var town = await Town.StartAsync();
        await town.Mail.DownAsync();
        var promise = await town.PromiseAsync();
        await town.RenewAsync(promise);
        await town.RenewAsync(promise, day: 12);
        var kept = await town.PromiseAsync();
        await town.EndAsync(kept, PromiseEnd.Reached);
        await Eventually.ThatAsync("all three are written", async () => (await town.MessagesAsync(promise)).Count == 3);
        town.Mail.Up();
        await town.SettledAsync();

        (await town.MessagesAsync(promise))
            .OrderBy(m => m.Due)
            .Select(m => m.State)
            .ShouldBe(["not_needed", "not_needed", "sent"]);
        town.Mail.Accepted.ShouldHaveSingleItem().TextBody.ShouldNotBeNull().ShouldContain("woensdag 12 mei");
        (await town.ToldAsync(promise)).ShouldBe(["mail renewed"]);
        (await town.ToldAsync(kept)).ShouldBeEmpty();
    }
}
