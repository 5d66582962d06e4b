using Terecht.Modules.Knowledge.Contracts;

namespace Terecht.Modules.Knowledge.Search;

/// <summary>The search engine of answers, so that it can be another one.</summary>
internal interface IAnswerSearch
{
    /// <summary>False until all answers were read once.</summary>
    bool IsReady { get; }

    /// <summary>Waits for the first reading where it has not been done.</summary>
    ValueTask<IReadOnlyList<FoundAnswer>> FindAsync(AnswerQuestion question, CancellationToken ct);

    /// <summary>Reads again what changed in the database.</summary>
    Task RefreshAsync(CancellationToken ct);
}
