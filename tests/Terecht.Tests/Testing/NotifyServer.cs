using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Terecht.Platform.Time;

namespace Terecht.Tests.Testing;

/// <summary>A message that the service took.</summary>
internal sealed record Notified(Guid Id, string Kind, string Reference, string To, string Text)
{
    public string Status { get; set; } = "sending";
}

/// <summary>
/// A server with the interface of NotifyNL on a free port of this machine: it checks the token, takes messages, is asked for
/// them by reference, and fails in the ways that such services do.
/// </summary>
internal sealed class NotifyServer : IAsyncDisposable
{
    public const string ServiceId = "5b0c1b2e-7a3d-4f5e-9c55-0a8e3a0c9d11";
    public const string Secret = "c0ffee00-1111-4222-8333-444455556666";
    public const string ReceiptToken = "a-token-that-only-the-service-knows";

    private readonly ConcurrentQueue<Notified> _accepted = new();
    private WebApplication? _app;

    private NotifyServer() { }

    public int Port { get; } = MailServer.FreePort();
    public IReadOnlyList<Notified> Accepted => [.. _accepted];

    /// <summary>Numbers that it refuses at once: 400, ValidationError.</summary>
    public ConcurrentDictionary<string, bool> Refuses { get; } = new();

    /// <summary>How many of the next messages it takes, after which the line breaks before its reply.</summary>
    public int DropsReplies { get; set; }

    /// <summary>What it answers to everything; 0 when it works.</summary>
    public int AnswersWith { get; set; }
    public Action<Notified>? OnAccepted { get; set; }

    public static async Task<NotifyServer> StartAsync()
    {
        var server = new NotifyServer();
        await server.UpAsync();
        return server;
    }

    public Dictionary<string, string?> Settings =>
        new()
        {
            ["PublicUrl"] = "https://terecht.example",
            ["Notify:Url"] = $"http://127.0.0.1:{Port}",
            ["Notify:ServiceId"] = ServiceId,
            ["Notify:Secret"] = Secret,
            ["Notify:ReceiptToken"] = ReceiptToken,
            ["Notify:Templates:sms"] = "11111111-0000-4000-8000-000000000001",
            ["Notify:Templates:letter"] = "11111111-0000-4000-8000-000000000002",
        };

    public async Task UpAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add($"http://127.0.0.1:{Port}");
        _app.MapPost("/v2/notifications/{kind}", TakeAsync);
        _app.MapGet("/v2/notifications", Find);
        await _app.StartAsync();
    }

    public async Task DownAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
            _app = null;
        }
    }

    private async Task<IResult> TakeAsync(string kind, HttpContext context)
    {
        if (Closed(context) is { } no)
        {
            return no;
        }
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var root = body.RootElement;
        var fields = root.GetProperty("personalisation");
        var to = kind switch
        {
            "sms" => root.GetProperty("phone_number").GetString()!,
            "email" => root.GetProperty("email_address").GetString()!,
            _ => string.Join(
                '\n',
                fields
                    .EnumerateObject()
                    .Where(f => f.Name.StartsWith("address_line_", StringComparison.Ordinal))
                    .Select(f => f.Value)
            ),
        };
        if (Refuses.ContainsKey(to))
        {
            return Fault(400, "ValidationError", $"phone_number {to} is not a valid number");
        }
        var taken = new Notified(
            RealClock.Instance.NewId(),
            kind,
            root.GetProperty("reference").GetString()!,
            to,
            fields.GetProperty("tekst").GetString()!
        );
        _accepted.Enqueue(taken);
        OnAccepted?.Invoke(taken);
        if (DropsReplies > 0)
        {
            DropsReplies--;
            context.Abort();
        }
        return Results.Json(new { id = taken.Id, reference = taken.Reference }, statusCode: 201);
    }

    private IResult Find(string reference, HttpContext context) =>
        Closed(context)
        ?? Results.Json(
            new
            {
                notifications = _accepted
                    .Where(a => a.Reference == reference)
                    .Select(a => new
                    {
                        id = a.Id,
                        reference = a.Reference,
                        status = a.Status,
                    }),
            }
        );

    private IResult? Closed(HttpContext context) =>
        AnswersWith > 0 ? Fault(AnswersWith, "Exception", "Internal server error")
        : IsOurs(context.Request.Headers.Authorization.ToString()) ? null
        : Fault(403, "AuthError", "Invalid token: signature");

    private static IResult Fault(int status, string error, string message) =>
        Results.Json(new { status_code = status, errors = new[] { new { error, message } } }, statusCode: status);

    /// <summary>Computed here once more, so that both sides must agree.</summary>
    private static bool IsOurs(string header)
    {
        if (
            !header.StartsWith("Bearer ", StringComparison.Ordinal)
            || header[7..].Split('.') is not [var head, var claims, var mac]
        )
        {
            return false;
        }
        var right = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.ASCII.GetBytes($"{head}.{claims}"));
        using var said = JsonDocument.Parse(Base64Url.DecodeFromChars(claims));
        var age = RealClock.Instance.GetUtcNow().ToUnixTimeSeconds() - said.RootElement.GetProperty("iat").GetInt64();
        return Base64Url.EncodeToString(right) == mac
            && said.RootElement.GetProperty("iss").GetString() == ServiceId
            && age is > -30 and < 30;
    }

    public async ValueTask DisposeAsync() => await DownAsync();
}
