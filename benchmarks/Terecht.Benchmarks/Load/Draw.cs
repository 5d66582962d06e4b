using System.Buffers.Binary;
using NodaTime;

namespace Terecht.Benchmarks.Load;

/// <summary>What an id or a drawn number belongs to; keeps the numbers of different things apart.</summary>
internal enum Of
{
    House,
    Party,
    Contact,
    Matter,
    Question,
    Promise,
    Event,
    Remark,
    ReadLog,
    RequestKey,
}

/// <summary>
/// Numbers and ids that look random and are the same in every run: any row can be computed from its index, so nothing has
/// to be remembered while millions are written.
/// </summary>
internal static class Draw
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>SplitMix64 over what it is for, its index and a salt for each property.</summary>
    public static ulong Bits(Of of, long index, int salt = 0)
    {
        var x = unchecked((ulong)index + (Golden * ((ulong)of + 1)) + ((ulong)salt * 0xD1B54A32D192ED03));
        x = unchecked((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9);
        x = unchecked((x ^ (x >> 27)) * 0x94D049BB133111EB);
        return x ^ (x >> 31);
    }

    /// <summary>From 0 up to, not including, 1.</summary>
    public static double Unit(Of of, long index, int salt = 0) => (Bits(of, index, salt) >> 11) * (1.0 / (1UL << 53));

    public static int Below(int most, Of of, long index, int salt = 0) => (int)(Unit(of, index, salt) * most);

    public static T From<T>(IReadOnlyList<T> choices, Of of, long index, int salt = 0) =>
        choices[Below(choices.Count, of, index, salt)];

    /// <summary>A version 7 id, as the product makes them: in the order of its instant.</summary>
    public static Guid Id(Of of, long index, Instant at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, at.ToUnixTimeMilliseconds() << 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (Bits(of, index, 1) & 0x0FFF)));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (Bits(of, index, 2) & (ulong.MaxValue >> 2)) | (1UL << 63));
        return new Guid(bytes, bigEndian: true);
    }
}
