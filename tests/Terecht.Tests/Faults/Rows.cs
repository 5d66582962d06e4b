using Npgsql;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Faults;

/// <summary>Looks at the rows themselves, past the program.</summary>
internal sealed class Rows(string connection)
{
    /// <summary>The first column of every row.</summary>
    public async Task<List<T>> AllAsync<T>(string sql)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, open);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(await reader.GetFieldValueAsync<T>(0, ct));
        }
        return rows;
    }

    public async Task<long> CountAsync(string from) => (await AllAsync<long>($"select count(*) from {from}"))[0];

    /// <summary>Fails with what it finds.</summary>
    public async Task NoneAsync(string what, string sql) =>
        (await AllAsync<string>(sql)).ShouldBeEmpty($"There is: {what}.");

    /// <summary>
    /// Waits until the loops have nothing left to do, and then looks whether everything belongs together: nothing is numbered,
    /// counted or done twice, and nothing was skipped.
    /// </summary>
    public async Task ShouldBeSoundAsync()
    {
        await Eventually.ThatAsync(
            "the feed is numbered and the outbox is empty",
            async () =>
                await CountAsync("platform.feed_waiting") == 0
                && await CountAsync("platform.outbox where done_at is null") == 0
        );
        await NoneAsync("work of the outbox that failed", "select kind from platform.outbox where tries > 0");
        await NoneAsync(
            "work that stands twice in the outbox",
            "select kind from platform.outbox group by event_id, kind having count(*) > 1"
        );
        await NoneAsync(
            "an event that stands twice in the feed",
            "select min(type) from platform.feed group by event_id having count(*) > 1"
        );
        await NoneAsync(
            "an event that is not in the feed, though its type always is",
            """
            select type from platform.event e
            where type in (select type from platform.feed)
              and not exists (select from platform.feed f where f.event_id = e.id)
            """
        );
        await NoneAsync(
            "something in the feed that did not happen",
            "select type from platform.feed f where not exists (select from platform.event e where e.id = f.event_id)"
        );
        var numbers = await AllAsync<long>("select no from platform.feed order by no");
        numbers.ShouldBe(Enumerable.Range(1, numbers.Count).Select(n => (long)n));
        await NoneAsync(
            "a promise whose history has a gap",
            """
            select p.id::text from promises.promise p
            where (select array_agg(e.seq order by e.seq) from platform.event e where e.stream_id = p.id and e.seq is not null)
                  is distinct from (select array_agg(n) from generate_series(1, p.seq) n)
            """
        );
        await NoneAsync(
            "a contact without its one event",
            """
            select c.id::text from contacts.contact c
            where (select count(*) from platform.event e where e.stream_id = c.id and e.type = 'contact.registered') <> 1
            """
        );
        await NoneAsync(
            "an answer that was counted more or less often than it was used",
            """
            select a.code from knowledge.article a
            where a.used <> (select count(*) from platform.event e where e.stream_id = a.id and e.type = 'answer.used')
            """
        );
    }
}
