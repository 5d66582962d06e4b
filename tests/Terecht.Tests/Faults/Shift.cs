using System.Collections.Concurrent;
using System.Net;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Faults;

/// <summary>People at work, who remember what they were told is done.</summary>
internal sealed class Shift(World world, Rows rows)
{
    private readonly ConcurrentQueue<Guid> _toKeep = new();
    private int _calls;

    /// <summary>The form of every call that was wrapped up, and answered: contact, request key, note.</summary>
    public ConcurrentBag<(Guid Contact, Guid Key, string Note)> Finished { get; } = [];

    /// <summary>Contacts that stayed open, with the last words that were said to be saved.</summary>
    public ConcurrentDictionary<Guid, string> Open { get; } = new();

    /// <summary>Promises that were kept, as their keepers were told.</summary>
    public ConcurrentBag<Guid> Kept { get; } = [];

    /// <summary>Keys of all forms that were answered.</summary>
    public ConcurrentBag<Guid> Keys { get; } = [];

    public async Task TakeCallsAsync(Sender agent, CancellationToken goHome)
    {
        while (!goHome.IsCancellationRequested)
        {
            var call = Interlocked.Increment(ref _calls);
            var page = (await agent.GetAsync($"/werkplek/bel?nummer=06{10_000_000 + call}&via=14099")).Location;
            var contact = Guid.Parse(page["/werkplek/".Length..]);
            var note = "";
            for (var word = 1; word <= 3; word++)
            {
                note += $"woord {word} van gesprek {call}. ";
                var saved = await agent.PostAsync(
                    $"{page}?vraag=1&handler=Concept",
                    ("Note", note),
                    ("InvolvedName", $"Beller {call}")
                );
                saved.Body.ShouldContain("savedAt", Case.Sensitive, saved.Status.ToString());
                Open[contact] = note;
            }
            if (call % 5 == 0)
            {
                continue;
            }
            var key = NewKey();
            var answer = await agent.PostAsync(
                $"{page}?vraag=1&handler=Afronden",
                ("RequestKey", key.ToString()),
                ("Topic", "Kwijtschelding belastingen"),
                ("TopicId", world.Remission.ToString()),
                ("AnswerId", world.Answer.ToString()),
                ("Outcome", "promised"),
                ("Phone", $"06{10_000_000 + call}"),
                ("Subject", $"aanslag {call}")
            );
            answer.ShouldLeadTo($"/werkplek?klaar={contact}");
            Open.TryRemove(contact, out _);
            Finished.Add((contact, key, note.Trim()));
            Keys.Add(key);
            _toKeep.Enqueue(contact);
        }
    }

    /// <summary>Takes what was promised, tries in vain, and then keeps it.</summary>
    public async Task KeepAsync(Sender specialist, CancellationToken goHome)
    {
        while (!goHome.IsCancellationRequested)
        {
            if (!_toKeep.TryDequeue(out var contact))
            {
                await Task.Delay(50, CancellationToken.None);
                continue;
            }
            var promise = (
                await rows.AllAsync<Guid>(
                    $"""
                    select p.id from promises.promise p join contacts.question q on q.id = p.question_id
                    where q.contact_id = '{contact}'
                    """
                )
            ).Single();
            await ActAsync(specialist, promise, 1, ("Doe", "neem"));
            await ActAsync(specialist, promise, 2, ("Doe", "niet-bereikt"), ("Outcome", "no_answer"));
            await ActAsync(specialist, promise, 3, ("Doe", "rond-af"), ("Outcome", "reached"), ("Note", "Gezegd."));
            Kept.Add(promise);
        }
    }

    private async Task ActAsync(Sender by, Guid promise, int seq, params (string Name, string Value)[] form)
    {
        var key = NewKey();
        var answer = await by.PostAsync(
            $"/werkvoorraad/{promise}?doe={form[0].Value}",
            [
                ("Form.RequestKey", key.ToString()),
                ("Form.Seq", $"{seq}"),
                .. form.Select(f => ("Form." + f.Name, f.Value)),
            ]
        );
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Body);
        answer.Location.ShouldStartWith($"/werkvoorraad/{promise}");
        Keys.Add(key);
    }

    private static Guid NewKey() => RealClock.Instance.NewId();
}
