using System.Security.Cryptography;

namespace Terecht.Platform.Web.Security;

/// <summary>The nonce of one response, in hex: base64's + would be encoded by Razor.</summary>
internal static class Nonce
{
    private static readonly object Key = new();

    public static string Of(HttpContext context)
    {
        if (context.Items[Key] is string known)
        {
            return known;
        }
        var fresh = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        context.Items[Key] = fresh;
        return fresh;
    }
}
