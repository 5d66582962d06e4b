using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Terecht.Modules.Citizens.Contracts;
using Terecht.Platform.Data;

namespace Terecht.Modules.Citizens.Links;

/// <summary>Derives links and codes by HMAC-SHA256 over what they are for, the matter and its link version.</summary>
internal sealed class CitizenLinks(IServiceScopeFactory scopes) : ICitizenLinks
{
    private const int IdBytes = 16;
    private const int MacBytes = 16;

    // The same on every node and never changed, so reading it once is enough.
    private byte[]? _key;

    public async ValueTask<CitizenAccess> ForAsync(Guid matterId, short linkVersion, CancellationToken ct)
    {
        var key = _key ??= await ReadKeyAsync(ct);
        Span<byte> token = stackalloc byte[IdBytes + MacBytes];
        _ = matterId.TryWriteBytes(token, bigEndian: true, out _);
        Mac(key, "link", matterId, linkVersion).AsSpan(0, MacBytes).CopyTo(token[IdBytes..]);
        var number = BinaryPrimitives.ReadUInt64BigEndian(Mac(key, "code", matterId, linkVersion));
        return new CitizenAccess(Base64Url.EncodeToString(token), AccessCode.Of(number));
    }

    /// <summary>The matter that a token speaks of; null when it is no token at all. Says nothing yet about whether it is right.</summary>
    public static Guid? MatterOf(string token)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + MacBytes];
        return
            token.Length == Base64Url.GetEncodedLength(bytes.Length)
            && Base64Url.DecodeFromChars(token, bytes, out _, out var written) == OperationStatus.Done
            && written == bytes.Length
            ? new Guid(bytes[..IdBytes], bigEndian: true)
            : null;
    }

    /// <summary>The whole text is compared, so that a second spelling of the same bytes is no key.</summary>
    public static bool IsSame(CitizenAccess access, string token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(access.Token), Encoding.UTF8.GetBytes(token));

    private async Task<byte[]> ReadKeyAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Secret.GetAsync(scope.ServiceProvider.GetRequiredService<TerechtDb>(), "citizen-links", ct);
    }

    private static byte[] Mac(byte[] key, string purpose, Guid matterId, short linkVersion)
    {
        Span<byte> input = stackalloc byte[4 + IdBytes + 2];
        _ = Encoding.ASCII.GetBytes(purpose, input);
        _ = matterId.TryWriteBytes(input[4..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt16BigEndian(input[(4 + IdBytes)..], linkVersion);
        return HMACSHA256.HashData(key, input);
    }
}
