namespace Terecht.Modules.Citizens.Status;

/// <summary>The name of a topic inside a sentence: "Uw vraag over kwijtschelding belastingen".</summary>
internal static class TopicWords
{
    /// <summary>Names that keep their capital also inside a sentence.</summary>
    private static readonly string[] Names = ["Nederland", "Europ", "Dutch", "Netherlands", "Koning", "King"];

    /// <summary>WOZ, ID-kaart and Nederlander keep their capitals.</summary>
    public static string InSentence(string name) =>
        name.Length < 2
        || char.IsUpper(name[1])
        || !char.IsLetter(name[1])
        || Names.Any(n => name.StartsWith(n, StringComparison.Ordinal))
            ? name
            : char.ToLowerInvariant(name[0]) + name[1..];
}
