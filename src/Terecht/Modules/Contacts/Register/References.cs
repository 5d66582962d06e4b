using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Platform.Data;

namespace Terecht.Modules.Contacts.Register;

/// <summary>
/// Gives out references. A sequence says which is next; a permutation with the installation's key makes them look random, so
/// nobody can guess a neighbour's. Each node takes fifty at a time.
/// </summary>
internal sealed class References(IServiceScopeFactory scopes)
{
    private const long Count = 1_000_000_000;
    private const int Block = 50;
    private const int Rounds = 6;
    private const int HalfBits = 15;

    private readonly Lock _gate = new();
    private byte[]? _key;
    private long _next;
    private long _end;

    public async ValueTask<string> NextAsync(CancellationToken ct)
    {
        while (true)
        {
            lock (_gate)
            {
                if (_key is not null && _next < _end)
                {
                    return Reference.FromNumber(Permute(_next++, _key));
                }
            }
            await TakeBlockAsync(ct);
        }
    }

    private async Task TakeBlockAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerechtDb>();
        var key = _key ?? await Secret.GetAsync(db, "reference", ct);
        var first = await db
            .Database.SqlQuery<long>($"""select nextval('contacts.reference_number') as "Value" """)
            .SingleAsync(ct);
        lock (_gate)
        {
            _key = key;
            (_next, _end) = (first, first + Block);
        }
    }

    /// <summary>A one-to-one mapping of 0 … 999,999,999 onto itself: a Feistel network over 30 bits, walked until inside.</summary>
    internal static long Permute(long number, byte[] key)
    {
        do
        {
            number = Once(number, key);
        } while (number >= Count);
        return number;
    }

    private static long Once(long number, byte[] key)
    {
        const int mask = (1 << HalfBits) - 1;
        var left = (int)(number >> HalfBits) & mask;
        var right = (int)number & mask;
        Span<byte> input = stackalloc byte[8];
        Span<byte> hash = stackalloc byte[32];
        for (var round = 0; round < Rounds; round++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(input, round);
            BinaryPrimitives.WriteInt32LittleEndian(input[4..], right);
            HMACSHA256.HashData(key, input, hash);
            (left, right) = (right, left ^ (BinaryPrimitives.ReadInt32LittleEndian(hash) & mask));
        }
        return ((long)left << HalfBits) | (uint)right;
    }
}
