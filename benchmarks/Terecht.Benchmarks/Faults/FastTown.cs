using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Terecht.Benchmarks.Load;
using Terecht.Benchmarks.Measure;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Benchmarks.Faults;

/// <summary>
/// A town that is open day and night and calls back within an hour, with three steps before that; the last one writes to the
/// citizen. Promises are made here, by the handlers of the product; all loops are left to the program that is killed.
/// </summary>
internal sealed class FastTown(Product product, TimeProvider clock)
{
    /// <summary>Before the moment of every promise.</summary>
    public const int Steps = 3;

    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private static readonly string Week =
        $"{{{string.Join(',', Days.Select(d => $"\"{d}\":[[\"00:00\",\"24:00\"]]"))}}}";

    public static async Task SetUpAsync(NpgsqlDataSource source)
    {
        await RunAsync(
            source,
            "update organisation.calendar_version set content = $1::jsonb",
            $$"""{"code":"standaard","name":"Altijd","weekly":{{Week}},"closures":[]}"""
        );
        await RunAsync(
            source,
            "update promises.norm_version set rule = $1::jsonb, steps = $2::jsonb",
            """{"kind":"withinOpeningMinutes","minutes":60}""",
            """[{"minutes":45,"to":"holder"},{"minutes":30,"to":"lead"},{"minutes":15,"to":"regie","progress":"send"}]"""
        );
        await RunAsync(
            source,
            "insert into organisation.team_member (team_id, staff_id, leads) values ($1::uuid, $2::uuid, false)",
            $"{House.Team[House.Teams]}",
            $"{House.StaffMember[0]}"
        );
    }

    /// <summary>Makes one promise after the other, five in a second at most; all that were made.</summary>
    public async Task<IReadOnlyList<Guid>> PromiseAsync(CancellationToken goHome)
    {
        var made = new List<Guid>();
        while (!goHome.IsCancellationRequested)
        {
            var (promise, team) = await MakeAsync(made.Count);
            made.Add(promise);
            if (made.Count % 2 == 0)
            {
                await TakeAsync(promise, House.Specialist(team, 1));
            }
            await Task.Delay(TimeSpan.FromMilliseconds(200), CancellationToken.None);
        }
        return made;
    }

    private Task<(Guid Promise, int Team)> MakeAsync(int number) =>
        product.InScopeAsync(async services =>
        {
            var topic = number % House.Topics;
            var (agent, team) = (House.StaffMember[number % House.Agents], House.TeamOfTopic(topic));
            var phone = People.Number(Draw.Bits(Load.Of.Contact, number, 40));
            var subject = Draw.From(Words.Subjects, Load.Of.Contact, number, 41);
            var contact = await services
                .GetRequiredService<IContacts>()
                .RegisterAsync(
                    new RegisterContact(
                        clock.NewId(),
                        House.Municipality,
                        "phone",
                        null,
                        agent,
                        null,
                        phone,
                        "Mw. De Beller",
                        "",
                        "nl",
                        clock.Now(),
                        [
                            new RegisterQuestion(
                                null,
                                subject,
                                House.Topic[topic],
                                null,
                                1,
                                "promised",
                                "",
                                false,
                                null,
                                ""
                            ),
                        ]
                    ),
                    CancellationToken.None
                );
            var question = contact.Questions[0];
            var made = await services
                .GetRequiredService<IPromises>()
                .MakeAsync(
                    new MakePromise(
                        House.Municipality,
                        question.MatterId,
                        question.Id,
                        House.Team[team],
                        House.Topic[topic],
                        "call",
                        subject,
                        "Mw. De Beller",
                        null,
                        phone,
                        "cannot",
                        "nl",
                        "phone",
                        agent
                    )
                    {
                        TellChannel = "mail",
                        TellAddress = $"burger{number}@example.org",
                    },
                    CancellationToken.None
                );
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync();
            return (made.Id ?? throw new InvalidOperationException(made.Refusal), team);
        });

    private Task<bool> TakeAsync(Guid promise, Guid staff) =>
        product.InScopeAsync(async services =>
        {
            services.GetRequiredService<Actor>().IsStaff(staff);
            // Made just now, so nobody but the loops was there, and what they do makes no form stale.
            await services
                .GetRequiredService<IPromises>()
                .ActAsync(new PromiseAct.Take(promise, 1, staff), CancellationToken.None);
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync();
            return true;
        });

    private static async Task RunAsync(NpgsqlDataSource source, string sql, params string[] values)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }
        await command.ExecuteNonQueryAsync();
    }
}
