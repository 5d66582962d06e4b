using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Access.Data;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Tests.Testing;

/// <summary>Somebody who can sign in with <see cref="Given.Password"/>.</summary>
internal sealed record Person(Guid AccountId, Guid StaffId, string Name, string Email);

/// <summary>What was there before the test began, written straight into the database.</summary>
internal static class Given
{
    public const string Password = "een lang wachtwoord";

    // One round instead of many: tests sign in often, and what is checked is not how slow it is.
    private static readonly string Hash = new PasswordHasher<Account>(
        Options.Create(new PasswordHasherOptions { IterationCount = 1 })
    ).HashPassword(new Account(), Password);

    private static int _count;

    /// <summary>Somebody with an account, these roles and these teams, in employment since 2020.</summary>
    /// <param name="name">Given name and family name, the infix between them.</param>
    public static Task<Person> StaffAsync(
        App app,
        string[] roles,
        Guid[]? teams = null,
        string? name = null,
        bool leads = false,
        LocalDate? endsOn = null,
        int? demoRank = null
    ) =>
        app.InScopeAsync(async services =>
        {
            var number = Interlocked.Increment(ref _count);
            var words = (name ?? $"Medewerker Nummer{number}").Split(' ');
            var email = $"{words[0].ToLowerInvariant()}{number}@maasdrecht.example";
            var db = services.GetRequiredService<TerechtDb>();
            var account = services.GetRequiredService<IAccounts>().Add(email, roles, Hash, demoRank);
            // Keys over the wall of a module are not in the model, so what is pointed at goes first.
            await db.SaveChangesAsync();
            var staff = new StaffMember
            {
                Id = app.Clock.NewId(),
                AccountId = account,
                Number = $"M{number}",
                GivenName = words[0],
                Infix = string.Join(' ', words[1..^1]),
                FamilyName = words[^1],
                Email = email,
                StartsOn = new LocalDate(2020, 1, 1),
                EndsOn = endsOn,
            };
            db.Add(staff);
            db.AddRange(
                (teams ?? []).Select(t => new TeamMember
                {
                    TeamId = t,
                    StaffId = staff.Id,
                    Leads = leads,
                })
            );
            await SaveAsync(services, db);
            return new Person(account, staff.Id, staff.FullName, email);
        });

    public static Task<Person> StaffAsync(App app, string role, params Guid[] teams) => StaffAsync(app, [role], teams);

    /// <summary>The municipality Maasdrecht with a calendar (Monday to Friday 8.30 to 17.00) and team Regie. Made at first use; its id.</summary>
    public static Task<Guid> MunicipalityAsync(App app) =>
        app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TerechtDb>();
            if (await db.Municipalities.FirstOrDefaultAsync(m => m.Code == "maasdrecht") is { } known)
            {
                return known.Id;
            }
            var id = app.Clock.NewId();
            db.Add(
                new Municipality
                {
                    Id = id,
                    Code = "maasdrecht",
                    Name = "Maasdrecht",
                    Phone = "14 099",
                    Address = "Stadhuisplein 1, Maasdrecht",
                    OpeningHours = "maandag tot en met vrijdag van 8.30 tot 17.00 uur",
                    OpeningHoursEn = "Monday to Friday from 8.30 to 17.00",
                }
            );
            db.Add(
                new Department
                {
                    Id = app.Clock.NewId(),
                    MunicipalityId = id,
                    Name = "Klantcontact",
                }
            );
            AddCalendar(db, app.Clock, id);
            await db.SaveChangesAsync();
            await AddTeamAsync(db, app.Clock, id, "Regie", isRegie: true);
            await SaveAsync(services, db);
            return id;
        });

    /// <summary>A team of <see cref="MunicipalityAsync"/>; its id.</summary>
    public static async Task<Guid> TeamAsync(App app, string name)
    {
        var municipality = await MunicipalityAsync(app);
        return await app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TerechtDb>();
            var id = await AddTeamAsync(db, app.Clock, municipality, name, isRegie: false);
            await SaveAsync(services, db);
            return id;
        });
    }

    /// <summary>A browser of somebody who signed in by the page itself.</summary>
    public static Task<Browser> SignedInAsync(App app, Person person) => SignedInAsync(app, person.Email);

    /// <summary>The same for somebody who was imported: those have no password, so they get one first.</summary>
    public static async Task<Browser> FirstSignedInAsync(App app, string email)
    {
        var changed = await app.InDbAsync(db =>
            db.Set<Account>()
                .Where(a => a.Email == email)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, Hash))
        );
        changed.ShouldBe(1, $"There is no account of {email}.");
        return await SignedInAsync(app, email);
    }

    private static async Task<Browser> SignedInAsync(App app, string email)
    {
        var browser = new Browser(app);
        var page = await browser.GetAsync("/inloggen");
        await page.Form(".t-login__form").With("Email", email).With("Password", Password).SubmitAsync();
        return browser;
    }

    private static void AddCalendar(TerechtDb db, TimeProvider clock, Guid municipality)
    {
        var calendar = new CalendarRow
        {
            Id = clock.NewId(),
            MunicipalityId = municipality,
            Code = "standaard",
        };
        const string day = """[["08:30","17:00"]]""";
        db.Add(calendar);
        db.Add(
            new CalendarVersion
            {
                Id = clock.NewId(),
                CalendarId = calendar.Id,
                Number = 1,
                Content =
                    $$"""{"code":"standaard","name":"Standaard","weekly":{"mon":{{day}},"tue":{{day}},"wed":{{day}},"thu":{{day}},"fri":{{day}}},"closures":[]}""",
                RecordedAt = clock.Now(),
            }
        );
    }

    private static async Task<Guid> AddTeamAsync(
        TerechtDb db,
        TimeProvider clock,
        Guid municipality,
        string name,
        bool isRegie
    )
    {
        var team = new Team
        {
            Id = clock.NewId(),
            MunicipalityId = municipality,
            DepartmentId = (await db.Departments.FirstAsync(d => d.MunicipalityId == municipality)).Id,
            CalendarId = (await db.Calendars.FirstAsync(c => c.MunicipalityId == municipality)).Id,
            Code = name.ToLowerInvariant().Replace(' ', '-'),
            Name = name,
            NameEn = name,
            IsRegie = isRegie,
        };
        db.Add(team);
        return team.Id;
    }

    /// <summary>The program in memory must know it at once, not at the next turn of the feed.</summary>
    private static async Task SaveAsync(IServiceProvider services, TerechtDb db)
    {
        await db.SaveChangesAsync();
        (services.GetRequiredService<IOrganisation>() as OrganisationReader)?.Forget();
    }
}
