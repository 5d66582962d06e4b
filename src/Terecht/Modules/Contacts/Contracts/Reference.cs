namespace Terecht.Modules.Contacts.Contracts;

/// <summary>The number that a citizen hears: ten digits, the last one a check digit by ISO 7064 Mod 11,10, spoken as 3 + 3 + 4.</summary>
internal static class Reference
{
    /// <summary>Adds the check digit to nine digits.</summary>
    public static string FromNumber(long nineDigits)
    {
        var digits = nineDigits.ToString("D9");
        return digits + Check(digits);
    }

    /// <summary>Ten digits in any spacing, when the check digit is right; else null.</summary>
    public static string? Parse(string? text)
    {
        if (text is null || text.Length > 30)
        {
            return null;
        }
        var digits = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not '-' and not '.'));
        return digits.Length == 10 && digits.All(char.IsAsciiDigit) && Check(digits[..9]) == digits[9] ? digits : null;
    }

    /// <summary>482 930 5179.</summary>
    public static string Spoken(string reference) => $"{reference[..3]} {reference[3..6]} {reference[6..]}";

    private static char Check(string digits)
    {
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (digit - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char)('0' + ((11 - product) % 10));
    }
}
