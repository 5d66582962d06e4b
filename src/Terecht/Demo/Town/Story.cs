namespace Terecht.Demo.Town;

/// <summary>Something that people ask, as written for the demo.</summary>
/// <param name="Topic">Code of the topic.</param>
/// <param name="Channel">Channels by which it is asked.</param>
/// <param name="Ask">In the words of the citizen.</param>
/// <param name="Note">In the words of the agent, for colleagues.</param>
/// <param name="Subject">Completes "over …": uw nieuwe paspoort.</param>
/// <param name="Outcome">How it ends, each with its share.</param>
/// <param name="Result">What is told when the promise is kept.</param>
internal sealed record Story(
    string Topic,
    IReadOnlyList<string> Channel,
    string Ask,
    string Note,
    string Subject,
    string SubjectEn,
    IReadOnlyDictionary<string, double> Outcome,
    string Result
)
{
    public double Promised => Outcome.GetValueOrDefault("promised");
}
