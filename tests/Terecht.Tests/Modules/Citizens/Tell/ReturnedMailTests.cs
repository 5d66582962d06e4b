using System.Text;
using Terecht.Modules.Citizens.Data;
using Terecht.Modules.Citizens.Tell;

namespace Terecht.Tests.Modules.Citizens.Tell;

/// <summary>A mail that was taken and comes back hours later, as mail servers report it.</summary>
public sealed class ReturnedMailTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_comes_back_is_work_for_Regie_once(bool whole)
    {
        await using var town = await Town.StartAsync();
        var promise = await town.PromiseAsync();
        await town.SettledAsync();
        var message = (await town.MessagesAsync(promise)).Single();
        var report = Report(town.Mail.Accepted[0].MessageId!, "failed", "5.1.1", whole);

        (await RunAsync(town, report)).ShouldBe((0, $"{message.Id} came back: dsn_5.1.1"));
        await RunAsync(town, report);

        (await town.RowAsync(promise)).UntoldWhy.ShouldBe("mail_bounced");
        var after = (await town.MessagesAsync(promise)).Single();
        (after.State, after.Why).ShouldBe((MessageState.Bounced, "dsn_5.1.1"));
    }

    [Fact]
    public async Task Only_late_is_not_back()
    {
        await using var town = await Town.StartAsync();
        var promise = await town.PromiseAsync();
        await town.SettledAsync();

        await RunAsync(town, Report(town.Mail.Accepted[0].MessageId!, "delayed", "4.4.1", whole: true));

        (await town.RowAsync(promise)).UntoldSince.ShouldBeNull();
        (await town.MessagesAsync(promise)).Single().State.ShouldBe(MessageState.Sent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no mail at all")]
    [InlineData("From: wil@example.org\r\nSubject: Ik ben er niet\r\n\r\nTot maandag.")]
    public async Task Any_other_mail_is_taken_and_changes_nothing(string mail)
    {
        await using var town = await Town.StartAsync();

        (await RunAsync(town, mail)).ShouldBe((0, "no report that a mail of ours came back"));
    }

    [Fact]
    public async Task A_report_about_a_mail_that_is_not_ours_changes_nothing()
    {
        await using var town = await Town.StartAsync();
        var promise = await town.PromiseAsync();
        await town.SettledAsync();

        await RunAsync(town, Report("ander@example.org", "failed", "5.1.1", whole: true));
        await RunAsync(town, Report($"{Guid.Empty:N}@maasdrecht.example", "failed", "5.1.1", whole: true));

        (await town.RowAsync(promise)).UntoldSince.ShouldBeNull();
    }

    private static async Task<(int Code, string Said)> RunAsync(Town town, string mail)
    {
        await using var output = new StringWriter();
        await using var input = new MemoryStream(Encoding.UTF8.GetBytes(mail));
        var code = await BouncedCommand.RunAsync(town.App.Services, input, output, Ct);
        return (code, output.ToString().Trim());
    }

    /// <summary>As Postfix writes it.</summary>
    private static string Report(string messageId, string action, string status, bool whole) =>
        $"""
            From: MAILER-DAEMON@mail.maasdrecht.example (Mail Delivery System)
            Subject: Undelivered Mail Returned to Sender
            To: wij@maasdrecht.example
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="B"
            Message-Id: <20270504150000.4F1B2@mail.maasdrecht.example>

            --B
            Content-Description: Notification
            Content-Type: text/plain; charset=us-ascii

            I'm sorry to have to inform you that your message could not be delivered.

            --B
            Content-Description: Delivery report
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.maasdrecht.example
            X-Postfix-Queue-ID: 4F1B2

            Final-Recipient: rfc822; kanarie@example.org
            Original-Recipient: rfc822;kanarie@example.org
            Action: {action}
            Status: {status}
            Diagnostic-Code: smtp; 550 5.1.1 <kanarie@example.org>: User unknown

            --B
            Content-Description: Undelivered Message
            Content-Type: {(whole ? "message/rfc822" : "text/rfc822-headers")}

            From: Gemeente Maasdrecht <wij@maasdrecht.example>
            To: kanarie@example.org
            Subject: Uw vraag
            Message-Id: <{messageId}>

            {(whole ? "Goedendag," : "")}
            --B--
            """;
}
