using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Terecht.Benchmarks.Load;
using Terecht.Benchmarks.Measure;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Desk.Call;
using Terecht.Platform.Time;

namespace Terecht.Benchmarks.Register;

/// <summary>The open contacts that are wrapped up. Opening one is another act of the agent, so it is timed apart.</summary>
internal sealed class Drafts(NpgsqlDataSource source, TimeProvider clock)
{
    private readonly ConcurrentQueue<Draft>[] _waiting =
    [
        .. Enumerable.Range(0, House.Agents).Select(_ => new ConcurrentQueue<Draft>()),
    ];
    private int _count;
    private int _turn;

    /// <summary>One of any agent who has one.</summary>
    public Draft? Take()
    {
        var turn = (uint)Interlocked.Increment(ref _turn);
        for (var i = 0; i < House.Agents; i++)
        {
            if (Take((int)((turn + i) % House.Agents)) is { } draft)
            {
                return draft;
            }
        }
        return null;
    }

    public Draft? Take(int agent) => _waiting[agent].TryDequeue(out var draft) ? draft : null;

    /// <summary>Opens one as the product does.</summary>
    public async Task<Draft> OpenAsync(Product product)
    {
        var agent = Interlocked.Increment(ref _count) % House.Agents;
        var id = await product.InScopeAsync(services =>
            services
                .GetRequiredService<IDrafts>()
                .OpenAsync(
                    new OpenDraft(House.StaffMember[agent], House.Municipality, "phone", "14099", null, Content),
                    CancellationToken.None
                )
        );
        return new Draft(id, agent);
    }

    /// <summary>Makes many at once, by COPY, so that those who are measured never wait for one.</summary>
    /// <param name="agents">The first so many agents have them.</param>
    public async Task FillAsync(int count, int agents = House.Agents)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var importer = await connection.BeginBinaryImportAsync(
            "copy contacts.draft (id, staff_id, municipality_id, channel, dialled, started_at, saved_at, content) "
                + "from stdin (format binary)"
        );
        var rows = new CopyRows(importer);
        var made = new List<Draft>(count);
        for (var i = 0; i < count; i++)
        {
            var draft = new Draft(clock.NewId(), i % agents);
            made.Add(draft);
            rows.Row()
                .Id(draft.Id)
                .Id(House.StaffMember[draft.Agent])
                .Id(House.Municipality)
                .Text("phone")
                .Text("14099")
                .At(clock.Now())
                .At(clock.Now())
                .Json(Content);
        }
        await importer.CompleteAsync();
        made.ForEach(d => _waiting[d.Agent].Enqueue(d));
    }

    /// <summary>Those that were not used, and what those that were left behind in the table.</summary>
    public async Task ClearAsync()
    {
        Array.ForEach(_waiting, w => w.Clear());
        await Sql.RunAsync(source, "truncate contacts.draft");
    }

    private static string Content { get; } =
        new CallDraft
        {
            InvolvedName = "Mw. De Beller",
            Questions = [new QuestionDraft { Note = Words.Notes[0] }],
        }.Write();
}
