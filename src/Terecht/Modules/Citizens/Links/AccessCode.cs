using System.Security.Cryptography;
using System.Text;

namespace Terecht.Modules.Citizens.Links;

/// <summary>
/// Six characters that survive a bad line and a scribble: no vowels, so that they spell no word, and of characters that look
/// alike only one.
/// </summary>
internal static class AccessCode
{
    public const int Length = 6;

    /// <summary>24 characters, so 191 million codes.</summary>
    public const string Alphabet = "CDFGHJKMNPQRTVWX23456789";

    public static string Of(ulong number)
    {
        Span<char> code = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            code[i] = Alphabet[(int)(number % (ulong)Alphabet.Length)];
            number /= (ulong)Alphabet.Length;
        }
        return new string(code);
    }

    /// <summary>Whether what was typed is this code, in time that does not depend on where it differs.</summary>
    public static bool IsSame(string code, string? typed) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(code), Encoding.ASCII.GetBytes(Read(typed)));

    /// <summary>In capitals, without spaces; a character that looks like one of ours is read as that one.</summary>
    private static string Read(string? typed)
    {
        Span<char> read = stackalloc char[Length];
        read.Fill('-');
        var length = 0;
        foreach (var c in typed is { Length: <= 40 } ? typed : "")
        {
            if (char.IsWhiteSpace(c) || c is '-' or '.')
            {
                continue;
            }
            if (length == Length)
            {
                return new string('-', Length);
            }
            read[length++] = char.ToUpperInvariant(c) switch
            {
                'B' => '8',
                'S' => '5',
                'Z' => '2',
                var known when Alphabet.Contains(known, StringComparison.Ordinal) => known,
                _ => '-',
            };
        }
        return new string(read);
    }
}
