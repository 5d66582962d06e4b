using System.Globalization;
using Terecht.Demo.Chance;
using Terecht.Platform.Text;

namespace Terecht.Demo.Inhabitants;

/// <summary>
/// Hands out telephone numbers, each once, in E.164. They count up (06 12 34, 06 23 45, …), so that they are read as
/// invented; they are of a form that every check of a number accepts.
/// </summary>
internal sealed class NumberBook(Dice dice)
{
    private static readonly string[] Mobile = ["+3161234", "+3162345", "+3163456", "+3164567", "+3165678"];
    private const string Landline = "+31850123";

    // Of the people whom the story of the demo is about.
    private readonly HashSet<string> _given = ["+31612345678"];

    public string NextMobile() => Next(() => $"{dice.Pick(Mobile)}{dice.Below(10_000):0000}");

    public string NextLandline() => Next(() => $"{Landline}{dice.Below(1_000):000}");

    private string Next(Func<string> draw)
    {
        while (true)
        {
            var number = draw().ToString(CultureInfo.InvariantCulture);
            if (_given.Add(number))
            {
                return PhoneNumber.Parse(number)
                    ?? throw new InvalidOperationException($"{number} is not accepted as a telephone number.");
            }
        }
    }
}
