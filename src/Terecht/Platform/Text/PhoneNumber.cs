using PhoneNumbers;

namespace Terecht.Platform.Text;

/// <summary>A telephone number in any notation, kept as E.164: <c>+31612345678</c>. Service numbers such as 14099 stay as they are dialled.</summary>
internal static class PhoneNumber
{
    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    /// <summary>The E.164 form, or null when this cannot be a number.</summary>
    public static string? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 40)
        {
            return null;
        }
        try
        {
            var parsed = Library.Parse(text, "NL");
            return Library.IsValidNumber(parsed) ? Library.Format(parsed, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>As it is read aloud: 06 12 34 56 78.</summary>
    public static string Spoken(string? e164)
    {
        if (e164 is null)
        {
            return "";
        }
        if (IsDutchMobile(e164))
        {
            // Most numbers, and the library looks through all its patterns for each.
            return InPairs($"0{e164[3..]}");
        }
        try
        {
            var parsed = Library.Parse(e164, "NL");
            if (parsed.CountryCode != 31)
            {
                return Library.Format(parsed, PhoneNumberFormat.INTERNATIONAL);
            }
            var national = Library
                .Format(parsed, PhoneNumberFormat.NATIONAL)
                .Replace("-", " ", StringComparison.Ordinal);
            return national.StartsWith("06 ", StringComparison.Ordinal) ? InPairs(national) : national;
        }
        catch (NumberParseException)
        {
            return e164;
        }
    }

    /// <summary>Enough to recognise one's own number, and no more: 06 •• •• •• 78.</summary>
    public static string Masked(string? e164) =>
        e164 is null || e164.Length < 6 ? "" : $"{Spoken(e164)[..2]} •• •• •• {e164[^2..]}";

    /// <summary>Whether a text message can arrive there.</summary>
    public static bool CanBeTexted(string? e164)
    {
        if (e164 is null || IsDutchMobile(e164))
        {
            return e164 is not null;
        }
        try
        {
            return Library.GetNumberType(Library.Parse(e164, "NL"))
                is PhoneNumberType.MOBILE
                    or PhoneNumberType.FIXED_LINE_OR_MOBILE;
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    private static bool IsDutchMobile(string number) =>
        number.Length == 12
        && number.StartsWith("+316", StringComparison.Ordinal)
        && number.AsSpan(4).IndexOfAnyExceptInRange('0', '9') < 0;

    private static string InPairs(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return string.Join(' ', digits.Chunk(2).Select(pair => new string(pair)));
    }
}
