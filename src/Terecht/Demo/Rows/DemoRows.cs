using Terecht.Modules.Contacts.Data;
using Terecht.Modules.Contacts.Register;
using Terecht.Modules.Knowledge.Data;
using Terecht.Modules.People.Data;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Routing.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;

namespace Terecht.Demo.Rows;

/// <summary>All rows of people and of what happened, gathered first and then written in one go.</summary>
internal sealed class DemoRows
{
    public List<Party> Parties { get; } = [];
    public List<NewMatter> Matters { get; } = [];
    public List<Contact> Contacts { get; } = [];
    public List<Question> Questions { get; } = [];
    public List<Remark> Remarks { get; } = [];
    public List<Promise> Promises { get; } = [];
    public List<EventRow> Events { get; } = [];
    public List<WrongTurn> WrongTurns { get; } = [];
    public List<ArticleUse> ArticleUses { get; } = [];
    public List<Draft> Drafts { get; } = [];

    public async Task WriteAsync(TerechtDb db, References references, CancellationToken ct)
    {
        await BinaryCopy.WriteAsync(db, Parties, ct);
        await BinaryCopy.WriteAsync(db, [.. Parties.SelectMany(p => p.Phones)], ct);
        await BinaryCopy.WriteAsync(db, [.. Parties.SelectMany(PartyName.Of)], ct);
        await BinaryCopy.WriteAsync(db, await WithReferencesAsync(references, ct), ct);
        await BinaryCopy.WriteAsync(db, Contacts, ct);
        await BinaryCopy.WriteAsync(db, Questions, ct);
        await BinaryCopy.WriteAsync(db, Promises, ct);
        await BinaryCopy.WriteAsync(db, [.. Events.OrderBy(e => e.RecordedAt)], ct);
        await BinaryCopy.WriteAsync(db, Remarks, ct);
        await BinaryCopy.WriteAsync(db, WrongTurns, ct);
        await BinaryCopy.WriteAsync(db, ArticleUses, ct);
        await BinaryCopy.WriteAsync(db, Drafts, ct);
    }

    private async Task<List<Matter>> WithReferencesAsync(References references, CancellationToken ct)
    {
        var matters = new List<Matter>(Matters.Count);
        foreach (var matter in Matters.OrderBy(m => m.OpenedAt))
        {
            matters.Add(matter.With(await references.NextAsync(ct)));
        }
        return matters;
    }
}
