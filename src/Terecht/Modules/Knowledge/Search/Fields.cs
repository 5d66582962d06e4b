namespace Terecht.Modules.Knowledge.Search;

/// <summary>The fields of the index, and what a word weighs that is found there. Measured: README.md of this module.</summary>
internal static class Fields
{
    public const string Title = "title";
    public const string Summary = "summary";
    public const string Text = "text";
    public const string Subjects = "subjects";

    /// <summary>Everything once more, with the parts of compounds. They make nonsense too, so it weighs little.</summary>
    public const string Parts = "parts";

    /// <summary>Words as written, to finish or mend what is typed; not scored.</summary>
    public const string Words = "words";

    public const float PartsWeight = .4f;

    /// <summary>The summary is in the text too, and weighs on top of it.</summary>
    public static readonly (string Field, float Weight)[] Weights =
    [
        (Title, 1.5f),
        (Summary, .5f),
        (Text, 1f),
        (Subjects, 1f),
    ];
}
