namespace Terecht.Modules.Citizens.Act;

/// <summary>What was typed; each act reads its own field.</summary>
internal sealed class CitizenForm
{
    public const int MostText = 2000;

    /// <summary>The number of the last event that the citizen saw.</summary>
    public int Seq { get; set; }

    public Guid RequestKey { get; set; }

    public string? Phone { get; set; }

    /// <summary>The code of a moment.</summary>
    public string? Chosen { get; set; }

    public string? Text { get; set; }

    /// <summary>The text as it is kept: lines end one way, and nothing is in it that cannot be seen.</summary>
    public string Words =>
        string.Concat(
                (Text ?? "")
                    .Replace("\r\n", "\n", StringComparison.Ordinal)
                    .Where(c => !char.IsControl(c) || c is '\n' or '\t')
            )
            .Trim();
}
