using NodaTime;
using NodaTime.Text;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Faults;

/// <summary>
/// The program is killed twenty times while people work with it: while it starts, while it saves, while its loops run. What
/// somebody was told is done, is done; and once.
/// </summary>
public sealed class KilledProgramTests
{
    private const int Kills = 20;
    private const int Seed = 4102;

    // Ten minutes for each life, which lasts seconds: its clock never goes back.
    private static readonly Period Life = Period.FromMinutes(10);

    [Fact]
    public async Task Killed_twenty_times_nothing_is_lost_and_nothing_is_double()
    {
        var ct = TestContext.Current.CancellationToken;
        var chance = new Random(Seed);
        var database = await Databases.CloneAsync();
        var world = await WorldOnAsync(database);
        var address = RunningProgram.FreeAddress(chance);
        var rows = new Rows(database);
        var shift = new Shift(world, rows);
        var clock = new LocalDateTime(2027, 5, 3, 10, 50);
        var kills = 0;

        RunningProgram Begin()
        {
            clock += Life;
            return RunningProgram.Start(database, address, $"{LocalDateTimePattern.GeneralIso.Format(clock)[..16]},1x");
        }

        var program = Begin();
        try
        {
            var agents = await SignInAsync(address, world.Agent, world.Agent, world.Coordinator);
            var specialists = await SignInAsync(address, world.Specialist, world.Colleague);
            List<Sender> people = [.. agents, .. specialists];
            using var evening = new CancellationTokenSource();
            var work = Task.WhenAll([
                .. agents.Select(a => shift.TakeCallsAsync(a, evening.Token)),
                .. specialists.Select(s => shift.KeepAsync(s, evening.Token)),
            ]);
            while (kills < Kills)
            {
                // One in four is killed while it starts; the others after some answers, in the middle of the next.
                if (kills % 4 == 3)
                {
                    await Task.Delay(chance.Next(100, 1500), ct);
                }
                else
                {
                    await AnsweredAsync(people, chance.Next(5, 50), work);
                    await Task.Delay(chance.Next(30), ct);
                }
                program.Kill();
                kills++;
                program.Dispose();
                program = Begin();
            }
            await AnsweredAsync(people, 40, work);
            await evening.CancelAsync();
            await work;
            await rows.ShouldBeSoundAsync();

            kills.ShouldBe(Kills);
            people.Sum(s => s.Unanswered).ShouldBeGreaterThan(Kills);
            await ShouldAllBeThereAsync(rows, shift);
            people.ForEach(s => s.Dispose());
        }
        finally
        {
            program.Dispose();
            await Databases.DropAsync(database);
        }
    }

    private static async Task<World> WorldOnAsync(string database)
    {
        await using var app = App.On(database);
        return await World.StartAsync(app);
    }

    private static async Task<List<Sender>> SignInAsync(Uri address, params Person[] people)
    {
        var senders = new List<Sender>();
        foreach (var person in people)
        {
            senders.Add(await Sender.SignedInAsync(address, person.Email));
        }
        return senders;
    }

    /// <summary>Waits until so many more answers came; ends at once when the work has failed.</summary>
    private static async Task AnsweredAsync(IReadOnlyCollection<Sender> people, int more, Task work)
    {
        var enough = people.Sum(p => p.Answered) + more;
        while (people.Sum(p => p.Answered) < enough && !work.IsCompleted)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
        if (work.IsCompleted)
        {
            await work;
        }
    }

    private static async Task ShouldAllBeThereAsync(Rows rows, Shift shift)
    {
        // Enough happened to say something.
        shift.Finished.Count.ShouldBeGreaterThan(40);
        shift.Kept.Count.ShouldBeGreaterThan(10);
        shift.Open.Count.ShouldBeGreaterThan(10);

        (await rows.AllAsync<Guid>("select key from platform.request_key")).ShouldBe(shift.Keys, ignoreOrder: true);
        (
            await rows.AllAsync<string>(
                """
                select c.id || ' ' || q.note from contacts.contact c join contacts.question q on q.contact_id = c.id
                where c.direction = 'in'
                """
            )
        ).ShouldBe(shift.Finished.Select(f => $"{f.Contact} {f.Note}"), ignoreOrder: true);
        (
            await rows.AllAsync<Guid>(
                "select q.contact_id from promises.promise p join contacts.question q on q.id = p.question_id"
            )
        ).ShouldBe(shift.Finished.Select(f => f.Contact), ignoreOrder: true);
        (
            await rows.AllAsync<string>(
                "select id || ' ' || (content -> 'Questions' -> 0 ->> 'Note') from contacts.draft"
            )
        ).ShouldBe(shift.Open.Select(o => $"{o.Key} {o.Value}"), ignoreOrder: true);
        (
            await rows.AllAsync<Guid>(
                """
                select stream_id from platform.event where seq is not null group by stream_id
                having string_agg(type, ' ' order by seq) =
                       'promise.made promise.hold promise.attempt promise.attempt promise.end'
                """
            )
        ).ShouldBe(shift.Kept, ignoreOrder: true);
        await rows.NoneAsync(
            "an act that nobody did",
            """
            select string_agg(type, ' ' order by seq) from platform.event where seq is not null group by stream_id
            having max(seq) not in (1, 5)
            """
        );
        (await rows.CountAsync("contacts.contact where direction = 'out'")).ShouldBe(2 * shift.Kept.Count);
        (await rows.CountAsync("contacts.remark")).ShouldBe(shift.Kept.Count);
    }
}
