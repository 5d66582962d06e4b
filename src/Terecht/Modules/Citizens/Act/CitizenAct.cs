namespace Terecht.Modules.Citizens.Act;

/// <summary>What a citizen can do with a promise, from its page.</summary>
internal enum CitizenAct
{
    Number,
    Moment,
    Add,
    Withdraw,
    Reopen,
}

/// <summary>The words of the acts as they stand in addresses, in both languages the same.</summary>
internal static class CitizenActWords
{
    private static readonly (CitizenAct Act, string Word)[] All =
    [
        (CitizenAct.Number, "nummer"),
        (CitizenAct.Moment, "moment"),
        (CitizenAct.Add, "aanvullen"),
        (CitizenAct.Withdraw, "stoppen"),
        (CitizenAct.Reopen, "heropen"),
    ];

    public static string Word(this CitizenAct act) => Array.Find(All, one => one.Act == act).Word;

    public static CitizenAct? Parse(string? word)
    {
        foreach (var (act, known) in All)
        {
            if (known == word)
            {
                return act;
            }
        }
        return null;
    }
}
