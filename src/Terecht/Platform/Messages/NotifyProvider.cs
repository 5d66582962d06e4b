using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Terecht.Platform.Messages;

/// <summary>SMS, letters and mail by a service with the interface of NotifyNL. Our id is its reference, by which it can be asked.</summary>
internal sealed class NotifyProvider(MessageSettings settings, IHttpClientFactory clients) : IMessageProvider
{
    public const string Client = "notify";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public bool Has(string channel) =>
        settings is { Notify: not null, PublicUrl: not null } && settings.Notify.Templates.ContainsKey(channel);

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        var (kind, body) = Body(message, settings.Notify!.Templates[message.Channel]);
        using var answer = await AskAsync(HttpMethod.Post, $"v2/notifications/{kind}", body, ct);
        if (answer.StatusCode == HttpStatusCode.Created)
        {
            return new SendResult.Accepted((await ReadAsync<Sent>(answer, ct)).Id.ToString());
        }
        var fault = await FaultAsync(answer, ct);
        return answer.StatusCode switch
        {
            // A template that is gone is no fault of this message; what it says of an address or a text is.
            HttpStatusCode.BadRequest when !fault.IsAboutTemplate => new SendResult.Refused($"notify_{fault.Word}"),
            var status => throw new GatewayAwayException(FormattableString.Invariant($"notify_{(int)status}")),
        };
    }

    public async Task<Delivery?> FindAsync(string channel, Guid id, CancellationToken ct)
    {
        using var answer = await AskAsync(HttpMethod.Get, $"v2/notifications?reference={id}", null, ct);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new GatewayAwayException(FormattableString.Invariant($"notify_{(int)answer.StatusCode}"));
        }
        var found = (await ReadAsync<Found>(answer, ct)).Notifications;
        return found is [var first, ..] ? Read(first.Id.ToString(), first.Status) : null;
    }

    /// <summary>The words of Notify. Its own "temporary" failure is what it gave up after three days of trying.</summary>
    public static Delivery Read(string id, string status) =>
        status switch
        {
            "delivered" or "received" => new Delivery.Delivered(id),
            "permanent-failure"
            or "temporary-failure"
            or "technical-failure"
            or "validation-failed"
            or "virus-scan-failed"
            or "cancelled" => new Delivery.Failed(id, "notify_" + status.Replace('-', '_')),
            _ => new Delivery.UnderWay(id),
        };

    private static (string Kind, object Body) Body(OutgoingMessage message, string template)
    {
        var id = message.Id.ToString();
        return message.Channel switch
        {
            MessageChannel.Sms => (
                "sms",
                new
                {
                    PhoneNumber = message.Address,
                    TemplateId = template,
                    Personalisation = new Dictionary<string, string> { ["tekst"] = message.Body },
                    Reference = id,
                }
            ),
            MessageChannel.Mail => (
                "email",
                new
                {
                    EmailAddress = message.Address,
                    TemplateId = template,
                    Personalisation = new Dictionary<string, string>
                    {
                        ["onderwerp"] = message.Subject,
                        ["tekst"] = message.Body,
                    },
                    Reference = id,
                }
            ),
            _ => (
                "letter",
                new
                {
                    TemplateId = template,
                    Personalisation = Letter(message),
                    Reference = id,
                }
            ),
        };
    }

    private static Dictionary<string, string> Letter(OutgoingMessage message)
    {
        var fields = new Dictionary<string, string> { ["onderwerp"] = message.Subject, ["tekst"] = message.Body };
        var lines = message.Address.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < lines.Length; i++)
        {
            fields[FormattableString.Invariant($"address_line_{i + 1}")] = lines[i];
        }
        return fields;
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, object? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, new Uri(settings.Notify!.Url, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", NotifyToken.Of(settings.Notify));
        request.Content = body is null ? null : JsonContent.Create(body, options: Json);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(settings.TimeOut);
        try
        {
            return await clients.CreateClient(Client).SendAsync(request, limit.Token);
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            throw new GatewayAwayException("no_answer", e);
        }
    }

    /// <summary>An answer that is not what it should be is no answer.</summary>
    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken ct)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<T>(Json, ct) ?? throw new GatewayAwayException("no_sense");
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or IOException or NotSupportedException)
        {
            throw new GatewayAwayException("no_sense", e);
        }
    }

    private static async Task<Fault> FaultAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        try
        {
            var faults = await answer.Content.ReadFromJsonAsync<Faults>(Json, ct);
            return faults?.Errors is [var first, ..] ? first : new Fault("", "");
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or IOException or NotSupportedException)
        {
            return new Fault("", "");
        }
    }

    private sealed record Sent(Guid Id);

    private sealed record Found(IReadOnlyList<Known>? Notifications);

    private sealed record Known(Guid Id, string Status);

    private sealed record Faults(IReadOnlyList<Fault>? Errors);

    private sealed record Fault(string Error, string Message)
    {
        public bool IsAboutTemplate => Message.Contains("template", StringComparison.OrdinalIgnoreCase);

        /// <summary>The kind alone: the message may hold the address.</summary>
        public string Word => Error == "ValidationError" ? "validation" : "bad_request";
    }
}
