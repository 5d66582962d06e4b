using Terecht.Modules.Knowledge.Contracts;

namespace Terecht.Modules.Knowledge.Search.Live;

/// <summary>The indexes of this node, made from PostgreSQL and replaced whole when their rows changed.</summary>
internal sealed class LiveAnswers(AnswerRows rows) : IAnswerSearch, IDisposable
{
    /// <summary>More than the steps of use can add: without words the topic's answers come first.</summary>
    private const float TopicWeight = 1.25f;
    private const float StepWeight = .01f;

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile State? _state;

    public bool IsReady => _state is not null;

    public async ValueTask<IReadOnlyList<FoundAnswer>> FindAsync(AnswerQuestion question, CancellationToken ct)
    {
        var state = _state ?? await FirstAsync(ct);
        if (!state.Shelves.TryGetValue(new Shelf(question.MunicipalityId, question.Language), out var shelf))
        {
            return [];
        }
        return shelf.Index.Search(question.Text, question.Most, Weigh);

        float Weigh(AnswerText answer) =>
            (1 + (StepWeight * UseStep.Of(state.Uses.GetValueOrDefault(answer.ArticleId))))
            * (question.TopicId is { } topic && answer.Topics.Contains(topic) ? TopicWeight : 1);
    }

    public async Task RefreshAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            _state = await ReadAsync(_state, ct);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<State> FirstAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            return _state ??= await ReadAsync(null, ct);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<State> ReadAsync(State? before, CancellationToken ct)
    {
        var shelves = new Dictionary<Shelf, Made>();
        // The sums first: rows that change after them are read again at the next refresh.
        foreach (var (shelf, sum) in await rows.SumsAsync(ct))
        {
            shelves[shelf] =
                before?.Shelves.GetValueOrDefault(shelf) is { } made && made.Sum == sum
                    ? made
                    : new Made(sum, new AnswerIndex(shelf.Language, await rows.ReadAsync(shelf, ct)));
        }
        return new State(shelves, await rows.UsesAsync(ct));
    }

    private sealed record Made(string Sum, AnswerIndex Index);

    private sealed record State(Dictionary<Shelf, Made> Shelves, Dictionary<Guid, int> Uses);
}
