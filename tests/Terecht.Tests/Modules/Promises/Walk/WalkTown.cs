using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises.Walk;

/// <summary>One of the two municipalities of the walk: its teams with their people, matters to promise about, and happenings.</summary>
internal sealed class WalkTown(App app, Guid municipality, Guid agent, Random random)
{
    private const int MattersAtOnce = 100;

    private readonly Stack<(Guid Matter, Guid Contact)> _matters = [];
    private readonly List<Guid> _happenings = [];
    private int _named;

    public Guid Municipality => municipality;
    public required IReadOnlyList<Guid> Teams { get; init; }
    public required ILookup<Guid, Guid> Staff { get; init; }
    public IReadOnlyList<Guid> Happenings => _happenings;

    public static async Task<List<WalkTown>> BothAsync(Random random)
    {
        var world = await World.StartAsync(await App.StartAsync(null, WithoutLoops));
        var app = world.App;
        var (other, team) = await OtherTown.AddAsync(app);
        await NormsAsync(app, world);
        await Given.StaffAsync(app, ["specialist"], [world.Income]);
        await Given.StaffAsync(app, ["specialist"], [world.Income, world.Taxes]);
        await Given.StaffAsync(app, ["specialist"], [team]);
        await Given.StaffAsync(app, ["specialist"], [team]);
        var now = await app.InScopeAsync(async services =>
            await services.GetRequiredService<IOrganisation>().NowAsync(default)
        );
        var staff = now
            .Staff.SelectMany(s => s.Teams.Select(t => (Team: t, s.Id)))
            .OrderBy(s => now.Team(s.Team).Code, StringComparer.Ordinal)
            .ThenBy(s => now.FindStaff(s.Id)!.Name, StringComparer.Ordinal)
            .ToLookup(s => s.Team, s => s.Id);
        return
        [
            .. new[] { world.Municipality, other }.Select(id => new WalkTown(app, id, world.Agent.StaffId, random)
            {
                Teams =
                [
                    .. now
                        .Teams.Where(t => t.MunicipalityId == id)
                        .OrderBy(t => t.Code, StringComparer.Ordinal)
                        .Select(t => t.Id),
                ],
                Staff = staff,
            }),
        ];
    }

    public App App => app;

    public Guid Team => Teams[random.Next(Teams.Count)];

    public Guid Agent => agent;

    /// <summary>Somebody of the team; where it has no people, the agent.</summary>
    public Guid SomebodyOf(Guid team) =>
        Staff[team].ToList() is { Count: > 0 } people ? people[random.Next(people.Count)] : agent;

    /// <summary>A matter that nobody promised anything about, with the contact in which it was asked.</summary>
    public async Task<(Guid Matter, Guid Contact)> MatterAsync()
    {
        if (_matters.Count == 0)
        {
            var question = new RegisterQuestion(null, "een vraag", null, null, 1, "promised", "", false, null, "");
            await app.InScopeAsync(async services =>
            {
                var contact = await services
                    .GetRequiredService<IContacts>()
                    .RegisterAsync(
                        new RegisterContact(
                            app.Clock.NewId(),
                            municipality,
                            "phone",
                            null,
                            agent,
                            null,
                            null,
                            "",
                            "",
                            "nl",
                            app.Clock.Now(),
                            [.. Enumerable.Repeat(question, MattersAtOnce)]
                        ),
                        default
                    );
                await services.GetRequiredService<TerechtDb>().SaveChangesAsync();
                foreach (var asked in contact.Questions)
                {
                    _matters.Push((asked.MatterId, contact.Id));
                }
            });
        }
        return _matters.Pop();
    }

    /// <summary>Something new to depend on, or a date, another date or another look for what is there.</summary>
    public Task HappenAsync() =>
        app.InScopeAsync(async services =>
        {
            var happenings = services.GetRequiredService<IHappenings>();
            var (now, which) = (app.Clock.Now(), random.Next(4));
            if (which == 0 || _happenings.Count == 0)
            {
                var name = $"werk {++_named} begint";
                _happenings.Add(
                    await happenings.AddAsync(
                        municipality,
                        name,
                        "",
                        now + Duration.FromDays(random.Next(1, 20)),
                        default
                    )
                );
            }
            else
            {
                var id = _happenings[^Math.Min(_happenings.Count, random.Next(1, 6))];
                await (
                    which == 1
                        ? happenings.CheckAgainAsync(id, now + Duration.FromHours(random.Next(1, 300)), default)
                        : happenings.GiveDateAsync(id, now.Local().Date.PlusDays(random.Next(1, 30)), default)
                );
            }
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync();
        });

    /// <summary>Nothing moves but what the walk does, so that its seed brings it back.</summary>
    private static void WithoutLoops(IServiceCollection services)
    {
        foreach (
            var loop in services
                .Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.IsGenericType == true)
                .ToList()
        )
        {
            services.Remove(loop);
        }
    }

    /// <summary>Income takes no attempts for contact, and counts in hours; Regie counts in minutes of opening time.</summary>
    private static Task NormsAsync(App app, World world) =>
        app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TerechtDb>();
            Add(world.Income, "uren", """{"kind":"withinHours","hours":30}""", 0, 0);
            Add(world.Regie, "minuten", """{"kind":"withinOpeningMinutes","minutes":600}""", 4, 2);
            services.GetRequiredService<EventLog>().Record(new SettingsChanged(world.Municipality, "test", 1));
            await db.SaveChangesAsync();

            void Add(Guid team, string code, string rule, short attempts, short dayparts)
            {
                var norm = new NormRow
                {
                    Id = app.Clock.NewId(),
                    MunicipalityId = world.Municipality,
                    Code = code,
                    Name = code,
                    NameEn = code,
                    Rule = rule,
                    Attempts = attempts,
                    Dayparts = dayparts,
                };
                db.Add(norm);
                db.Add(
                    new NormScope
                    {
                        Id = app.Clock.NewId(),
                        NormId = norm.Id,
                        MunicipalityId = world.Municipality,
                        TeamId = team,
                    }
                );
            }
        });
}
