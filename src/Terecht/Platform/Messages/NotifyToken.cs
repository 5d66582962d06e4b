using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Terecht.Platform.Time;

namespace Terecht.Platform.Messages;

/// <summary>The token that a Notify service asks for: a JWT (HS256) of who we are and when this is, by the real clock.</summary>
internal static class NotifyToken
{
    private static readonly string Head = Base64Url.EncodeToString("""{"typ":"JWT","alg":"HS256"}"""u8);

    public static string Of(NotifySettings settings)
    {
        var claims = JsonSerializer.SerializeToUtf8Bytes(
            new { iss = settings.ServiceId, iat = RealClock.Instance.GetUtcNow().ToUnixTimeSeconds() }
        );
        var signed = $"{Head}.{Base64Url.EncodeToString(claims)}";
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.Secret), Encoding.ASCII.GetBytes(signed));
        return $"{signed}.{Base64Url.EncodeToString(mac)}";
    }
}
