using System.Text;

namespace Terecht.Platform.Import;

/// <summary>From bytes to text: UTF-8, or UTF-16 with its mark. A file in another encoding is refused, never guessed.</summary>
internal static class FileText
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    public static string Of(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            throw new ImportRefused(
                "Dit is een Excel-bestand of een zip-bestand. Bewaar het in Excel als 'CSV UTF-8' en probeer het opnieuw."
            );
        }
        var text = bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2),
            [0xEF, 0xBB, 0xBF, ..] => Utf8(bytes, 3),
            _ => Utf8(bytes, 0),
        };
        return text.Trim().Length > 0 ? text : throw new ImportRefused("Het bestand is leeg.");
    }

    private static string Utf8(byte[] bytes, int from)
    {
        try
        {
            return Strict.GetString(bytes, from, bytes.Length - from);
        }
        catch (DecoderFallbackException wrong)
        {
            var line = 1 + bytes.AsSpan(0, from + Math.Max(0, wrong.Index)).Count((byte)'\n');
            throw new ImportRefused(
                $"Het bestand is niet bewaard als UTF-8 (regel {line}). Waarschijnlijk is het Windows-1252, zoals Excel vaak doet. "
                    + "Bewaar het als 'CSV UTF-8' en probeer het opnieuw."
            );
        }
    }
}
