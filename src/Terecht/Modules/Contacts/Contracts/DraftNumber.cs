using System.Globalization;

namespace Terecht.Modules.Contacts.Contracts;

/// <summary>
/// Orders the saves of one tab of a browser: a late one does not overwrite a newer one. Numbers of two tabs, perhaps on two
/// machines, say nothing about each other, so there the save that comes last holds.
/// </summary>
/// <param name="Tab">Made up by the tab.</param>
/// <param name="No">Only grows within it.</param>
internal sealed record DraftNumber(string Tab, long No)
{
    private const int LongestTab = 40;

    /// <summary>Reads <c>tab 1799999999999</c>; null when it is not there or not right, and then the save is not ordered.</summary>
    public static DraftNumber? Parse(string? text) =>
        text?.Split(' ') is [{ Length: > 0 and <= LongestTab } tab, var no]
        && long.TryParse(no, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new DraftNumber(tab, number)
            : null;
}
