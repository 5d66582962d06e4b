using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using SmtpServer.Protocol;
using Terecht.Platform.Messages;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Platform.Messages;

/// <summary>The way out, against a real SMTP server and a server with the interface of NotifyNL.</summary>
public sealed class GatewayTests
{
    private const string Number = "+31612345678";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_arrives_as_it_was_sent()
    {
        await using var server = MailServer.Start();
        await using var app = await App.StartAsync(server.Settings);
        var message = Mail("wil@example.org", "U hoort uiterlijk dinsdag 4 mei om 17.00 uur van ons.\n.\nCafé, één €.");

        var sent = (await Gateway(app).SendAsync(message, Ct)).ShouldBeOfType<SendResult.Accepted>();

        var mail = server.Accepted.ShouldHaveSingleItem();
        mail.MessageId.ShouldBe(sent.ProviderId);
        mail.MessageId.ShouldBe($"{message.Id:N}@maasdrecht.example");
        mail.TextBody.ShouldNotBeNull().ReplaceLineEndings("\n").TrimEnd().ShouldBe(message.Body);
        mail.Subject.ShouldBe("Uw vraag aan de gemeente");
        mail.From.ToString().ShouldBe("\"Gemeente Maasdrecht\" <niet-antwoorden@maasdrecht.example>");
        mail.Headers["Auto-Submitted"].ShouldBe("auto-generated");
    }

    [Fact]
    public async Task A_mailbox_that_says_no_is_refused_and_one_that_is_full_is_for_later()
    {
        await using var server = MailServer.Start();
        await using var app = await App.StartAsync(server.Settings);
        server.Refuses["weg@example.org"] = SmtpReplyCode.MailboxUnavailable;
        server.Refuses["vol@example.org"] = (SmtpReplyCode)450;

        (await Gateway(app).SendAsync(Mail("weg@example.org"), Ct)).ShouldBe(new SendResult.Refused("smtp_550"));
        (await Gateway(app).SendAsync(Mail("vol@example.org"), Ct)).ShouldBe(new SendResult.Later("smtp_450"));
        (await Gateway(app).SendAsync(Mail("geen adres"), Ct)).ShouldBe(new SendResult.Refused("no_address"));
        server.Accepted.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_server_that_is_down_or_drops_its_reply_is_away()
    {
        await using var server = MailServer.Start();
        await using var app = await App.StartAsync(server.Settings);
        server.DropsReplies = 1;
        var message = Mail("wil@example.org");

        (await Should.ThrowAsync<GatewayAwayException>(() => Gateway(app).SendAsync(message, Ct))).Code.ShouldBe(
            "no_answer"
        );
        (await Gateway(app).SendAsync(message, Ct)).ShouldBeOfType<SendResult.Accepted>();
        server.Accepted.Select(m => m.MessageId).Distinct().ShouldHaveSingleItem();

        await server.DownAsync();
        (await Should.ThrowAsync<GatewayAwayException>(() => Gateway(app).SendAsync(message, Ct))).Code.ShouldBe(
            "no_answer"
        );
        server.Up();
    }

    /// <summary>The sooner it is written down as sent, the smaller the chance that a program that ends sends it twice.</summary>
    [Fact]
    public async Task A_mail_is_sent_before_the_server_says_goodbye()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var goodbye = new TaskCompletionSource();
        var serving = ServeAsync(listener, goodbye.Task);
        var smtp = new SmtpSettings(
            "127.0.0.1",
            ((IPEndPoint)listener.LocalEndpoint).Port,
            "none",
            null,
            null,
            "wij@maasdrecht.example"
        );
        var provider = new SmtpProvider(
            new MessageSettings(new Uri("https://terecht.example"), smtp, null) { TimeOut = TimeSpan.FromHours(1) }
        );

        var sent = await provider.SendAsync(Mail("wil@example.org"), Ct).WaitAsync(TimeSpan.FromMinutes(1), Ct);

        sent.ShouldBeOfType<SendResult.Accepted>();
        goodbye.SetResult();
        (await serving).ShouldBe("QUIT");
    }

    [Fact]
    public async Task A_text_message_and_a_letter_arrive_with_our_reference()
    {
        await using var server = await NotifyServer.StartAsync();
        await using var app = await App.StartAsync(server.Settings);
        var sms = new OutgoingMessage(
            RealClock.Instance.NewId(),
            "sms",
            Number,
            "",
            "U hoort van ons.",
            "nl",
            "Gemeente Maasdrecht"
        );
        var letter = sms with
        {
            Id = RealClock.Instance.NewId(),
            Channel = "letter",
            Address = "Mw. W. Verbeek\nKadeweg 14\n3991 AB Maasdrecht",
            Subject = "Uw vraag",
        };

        (await Gateway(app).FindAsync("sms", sms.Id, Ct)).ShouldBeNull();
        var sent = (await Gateway(app).SendAsync(sms, Ct)).ShouldBeOfType<SendResult.Accepted>();
        (await Gateway(app).SendAsync(letter, Ct)).ShouldBeOfType<SendResult.Accepted>();

        server
            .Accepted.Select(a => (a.Kind, a.Reference, a.To, a.Text))
            .ShouldBe([
                ("sms", sms.Id.ToString(), Number, sms.Body),
                ("letter", letter.Id.ToString(), letter.Address, letter.Body),
            ]);
        (await Gateway(app).FindAsync("sms", sms.Id, Ct)).ShouldBe(new Delivery.UnderWay(sent.ProviderId));
        server.Accepted[0].Status = "permanent-failure";
        (await Gateway(app).FindAsync("sms", sms.Id, Ct)).ShouldBe(
            new Delivery.Failed(sent.ProviderId, "notify_permanent_failure")
        );
    }

    [Fact]
    public async Task A_number_that_will_not_do_is_refused_and_everything_else_is_away()
    {
        await using var server = await NotifyServer.StartAsync();
        await using var app = await App.StartAsync(server.Settings);
        var sms = new OutgoingMessage(
            RealClock.Instance.NewId(),
            "sms",
            Number,
            "",
            "U hoort van ons.",
            "nl",
            "Gemeente Maasdrecht"
        );

        server.Refuses[Number] = true;
        (await Gateway(app).SendAsync(sms, Ct)).ShouldBe(new SendResult.Refused("notify_validation"));
        server.Refuses.Clear();
        foreach (var status in new[] { 403, 429, 500, 503 })
        {
            server.AnswersWith = status;
            (await Should.ThrowAsync<GatewayAwayException>(() => Gateway(app).SendAsync(sms, Ct))).Code.ShouldBe(
                $"notify_{status}"
            );
            (
                await Should.ThrowAsync<GatewayAwayException>(() => Gateway(app).FindAsync("sms", sms.Id, Ct))
            ).Code.ShouldBe($"notify_{status}");
        }
        server.AnswersWith = 0;
        server.DropsReplies = 1;
        (await Should.ThrowAsync<GatewayAwayException>(() => Gateway(app).SendAsync(sms, Ct))).Code.ShouldBe(
            "no_answer"
        );
        (await Gateway(app).FindAsync("sms", sms.Id, Ct)).ShouldBeOfType<Delivery.UnderWay>();
    }

    [Fact]
    public async Task A_channel_that_is_not_set_up_is_not_there()
    {
        await using var app = await App.StartAsync();
        await using var server = MailServer.Start();
        await using var withMail = await App.StartAsync(server.Settings);

        MessageChannel.All.Where(Gateway(app).Has).ShouldBeEmpty();
        MessageChannel.All.Where(Gateway(withMail).Has).ShouldBe(["mail"]);
    }

    /// <summary>Takes one mail. Answers the goodbye when it is told to; the last thing it heard.</summary>
    private static async Task<string> ServeAsync(TcpListener listener, Task goodbye)
    {
        using var client = await listener.AcceptTcpClientAsync(Ct);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 slow");
        while (await reader.ReadLineAsync(Ct) is { } line)
        {
            if (line == "QUIT")
            {
                await goodbye;
                await writer.WriteLineAsync("221 bye");
                return line;
            }
            await writer.WriteLineAsync(line == "DATA" ? "354 go on" : "250 ok");
            while (line == "DATA" && await reader.ReadLineAsync(Ct) is { } text)
            {
                if (text == ".")
                {
                    await writer.WriteLineAsync("250 ok");
                    break;
                }
            }
        }
        return "";
    }

    private static IMessageGateway Gateway(App app) => app.Services.GetRequiredService<IMessageGateway>();

    private static OutgoingMessage Mail(string to, string body = "U hoort van ons.") =>
        new(RealClock.Instance.NewId(), "mail", to, "Uw vraag aan de gemeente", body, "nl", "Gemeente Maasdrecht");
}
