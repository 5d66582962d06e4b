using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Terecht.Modules.Access.Contracts;
using Terecht.Platform.Messages;

namespace Terecht.Modules.Citizens.Tell;

/// <summary>Where a Notify service says what became of a message, of its own accord.</summary>
internal static class Receipts
{
    private const string Address = "/notify/ontvangst";
    private const int LongestBody = 10_000;

    public static void MapReceipts(this IEndpointRouteBuilder app) =>
        app.MapPost(Address, TakeAsync)
            .WithMetadata(new OpenToAllAttribute("The service proves by its token that it is the one we send by."))
            .DisableAntiforgery();

    private static async Task<IResult> TakeAsync(
        HttpContext context,
        MessageSettings settings,
        MessageWatch watch,
        CancellationToken ct
    )
    {
        if (!IsOurs(context.Request.Headers.Authorization.ToString(), settings.Notify?.ReceiptToken))
        {
            return Results.Unauthorized();
        }
        if (
            context.Request.ContentLength is null or > LongestBody
            || await ReadAsync(context, ct) is not var (id, delivery)
        )
        {
            return Results.BadRequest();
        }
        await watch.ReceiptAsync(id, delivery, ct);
        return Results.NoContent();
    }

    private static bool IsOurs(string header, string? token) =>
        token is not null
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(header)),
            SHA256.HashData(Encoding.UTF8.GetBytes($"Bearer {token}"))
        );

    private static async Task<(Guid Id, Delivery Delivery)?> ReadAsync(HttpContext context, CancellationToken ct)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: ct);
            var root = body.RootElement;
            return
                root.ValueKind == JsonValueKind.Object
                && Text(root, "reference") is { } reference
                && Guid.TryParse(reference, out var id)
                && Text(root, "status") is { } status
                ? (id, NotifyProvider.Read(Text(root, "id") ?? "", status))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
