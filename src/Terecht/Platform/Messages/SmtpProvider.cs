using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Terecht.Platform.Time;

namespace Terecht.Platform.Messages;

/// <summary>
/// E-mail by SMTP. SMTP cannot be asked what it has: a message whose reply was lost goes once more with the same Message-ID,
/// by which mail programs recognise it as the same (docs/adr/0017).
/// </summary>
internal sealed class SmtpProvider(MessageSettings settings) : IMessageProvider
{
    private static readonly TimeSpan MostGoodbye = TimeSpan.FromSeconds(5);

    public bool Has(string channel) =>
        channel == MessageChannel.Mail && settings is { Smtp: not null, PublicUrl: not null };

    public Task<Delivery?> FindAsync(string channel, Guid id, CancellationToken ct) => Task.FromResult<Delivery?>(null);

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        var smtp = settings.Smtp!;
        if (!MailboxAddress.TryParse(message.Address, out var to))
        {
            return new SendResult.Refused("no_address");
        }
        var mail = Mail(message, to, smtp);
        var client = new SmtpClient();
        if (await HandOverAsync(client, mail, smtp, ct) is { } no)
        {
            return no;
        }
        // Not waited for: whoever ends before this is written down as sent will send it again.
        _ = LeaveAsync(client);
        return new SendResult.Accepted(mail.MessageId!);
    }

    /// <summary>Null when the server has it.</summary>
    private async Task<SendResult?> HandOverAsync(
        SmtpClient client,
        MimeMessage mail,
        SmtpSettings smtp,
        CancellationToken ct
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(settings.TimeOut);
        var handedOver = false;
        try
        {
            await client.ConnectAsync(smtp.Host, smtp.Port, Options(smtp), limit.Token);
            if (smtp.User is { Length: > 0 } user)
            {
                await client.AuthenticateAsync(user, smtp.Password ?? "", limit.Token);
            }
            await client.SendAsync(mail, limit.Token);
            handedOver = true;
            return null;
        }
        catch (SmtpCommandException e) when (IsAboutThisMessage(e))
        {
            return (int)e.StatusCode >= 500 ? new SendResult.Refused(Code(e)) : new SendResult.Later(Code(e));
        }
        catch (SmtpCommandException e)
        {
            throw new GatewayAwayException(Code(e), e);
        }
        catch (AuthenticationException e)
        {
            throw new GatewayAwayException("not_let_in", e);
        }
        catch (Exception e)
            when (!ct.IsCancellationRequested
                && e
                    is SmtpProtocolException
                        or ServiceNotConnectedException
                        or SslHandshakeException
                        or NotSupportedException
                        or IOException
                        or SocketException
                        or OperationCanceledException
            )
        {
            throw new GatewayAwayException("no_answer", e);
        }
        finally
        {
            if (!handedOver)
            {
                client.Dispose();
            }
        }
    }

    /// <summary>Of somebody whose address is no address, or whose mailbox says no: not of the server or of us.</summary>
    private static bool IsAboutThisMessage(SmtpCommandException e) =>
        e.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted
        // These come at the same moments, and are about the server or about signing in.
        && (int)e.StatusCode is not (421 or 452 or 454 or 530 or 535);

    private static string Code(SmtpCommandException e) => FormattableString.Invariant($"smtp_{(int)e.StatusCode}");

    private static SecureSocketOptions Options(SmtpSettings smtp) =>
        smtp switch
        {
            { Tls: "none" } => SecureSocketOptions.None,
            { Port: 465 } => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.StartTls,
        };

    private static MimeMessage Mail(OutgoingMessage message, MailboxAddress to, SmtpSettings smtp)
    {
        var from = MailboxAddress.Parse(smtp.From);
        var mail = new MimeMessage
        {
            MessageId = FormattableString.Invariant($"{message.Id:N}@{from.Domain}"),
            Subject = message.Subject,
            Date = RealClock.Instance.GetUtcNow(),
            Body = new TextPart("plain") { Text = message.Body },
        };
        mail.From.Add(new MailboxAddress(message.From, from.Address));
        mail.To.Add(to);
        // No answering machine answers it, and no machine of ours answers that (RFC 3834).
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Headers.Add("X-Auto-Response-Suppress", "All");
        mail.Headers.Add(HeaderId.ContentLanguage, message.Language);
        return mail;
    }

    /// <summary>The server has the message already; how the goodbye goes changes nothing.</summary>
    private static async Task LeaveAsync(SmtpClient client)
    {
        using var leaving = client;
        using var limit = new CancellationTokenSource(MostGoodbye, RealClock.Instance);
        try
        {
            await leaving.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception e)
            when (e
                    is IOException
                        or SocketException
                        or SmtpProtocolException
                        or SmtpCommandException
                        or ServiceNotConnectedException
                        or OperationCanceledException
            )
        {
            // It went away first.
        }
    }
}
