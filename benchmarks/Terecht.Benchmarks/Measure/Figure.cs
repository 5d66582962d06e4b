namespace Terecht.Benchmarks.Measure;

/// <summary>How many there are of something, and how many are not there, or more than once; null where nobody can say.</summary>
internal sealed record Figure(string What, long Count, long? Lost, long? Double)
{
    public const string Head = """
        | what | count | lost | double |
        |---|---|---|---|
        """;

    public override string ToString() => $"| {What} | {Count:N0} | {Lost:N0} | {Double:N0} |";
}
