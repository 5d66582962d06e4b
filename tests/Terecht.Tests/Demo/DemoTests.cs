using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using Terecht.Demo;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Contacts.Data;
using Terecht.Modules.Knowledge.Data;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Data;
using Terecht.Modules.People.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Demo;

/// <summary>A municipality that a visitor believes, loaded whole, once.</summary>
public sealed class DemoTests(DemoTown town) : IClassFixture<DemoTown>
{
    private App App => town.App;

    [Fact]
    public async Task Maasdrecht_has_the_size_that_was_asked_for()
    {
        await App.InDbAsync(async db =>
        {
            (await db.Departments.CountAsync()).ShouldBe(14);
            // The first calendar and Regie of a new municipality are among them.
            (await db.Teams.CountAsync()).ShouldBe(40);
            (await db.Staff.CountAsync()).ShouldBe(120);
            (await db.Articles.CountAsync()).ShouldBeGreaterThanOrEqualTo(60);
            (await db.ArticleVersions.CountAsync(v => v.Current && v.Language == "en")).ShouldBeGreaterThanOrEqualTo(
                60
            );
            (await db.Parties.CountAsync()).ShouldBe(2_000);
            (await db.Contacts.CountAsync()).ShouldBeInRange(9_000, 13_000);
            return true;
        });
    }

    [Fact]
    public async Task A_second_load_changes_nothing()
    {
        var before = await CountsAsync();

        (await DemoTown.LoadAsync(App)).ShouldBeFalse();

        (await CountsAsync()).ShouldBe(before);
        before.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Nobody_telephoned_while_the_contact_centre_was_closed()
    {
        var calendar = await App.InScopeAsync(async services =>
            (await services.GetRequiredService<IOrganisation>().NowAsync(default))
                .Teams.First(t => t.Code == "kcc")
                .Calendar
        );
        var calls = await App.InDbAsync(db =>
            db.Contacts.Where(c => c.Direction == "in" && c.Channel == "phone").Select(c => c.StartedAt).ToListAsync()
        );

        calls.Count.ShouldBeGreaterThan(5_000);
        calls.ShouldAllBe(at => calendar.IsOpenAt(at));
        // King's Day.
        calls.ShouldNotContain(at => at.Local().Date == new LocalDate(2027, 4, 27));
    }

    [Fact]
    public async Task Nobody_of_the_contact_centre_has_two_contacts_at_once_or_works_before_or_after_employment()
    {
        var staff = await App.InDbAsync(db => db.Staff.ToDictionaryAsync(s => s.Id));
        var contacts = await App.InDbAsync(db =>
            db.Contacts.Where(c => c.Direction == "in" && c.StaffId != null).OrderBy(c => c.StartedAt).ToListAsync()
        );

        contacts.ShouldAllBe(c => staff[c.StaffId!.Value].StartsOn <= c.StartedAt.Local().Date);
        contacts.ShouldAllBe(c => !(staff[c.StaffId!.Value].EndsOn < c.StartedAt.Local().Date));
        foreach (var own in contacts.GroupBy(c => c.StaffId))
        {
            own.Zip(own.Skip(1)).ShouldAllBe(pair => pair.First.EndedAt <= pair.Second.StartedAt);
        }
    }

    [Fact]
    public async Task Monday_is_the_busiest_day()
    {
        var days = await App.InDbAsync(db =>
            db.Contacts.Where(c => c.Direction == "in").Select(c => c.StartedAt).ToListAsync()
        );
        var perDay = days.GroupBy(at => at.Local().Date)
            .GroupBy(g => g.Key.DayOfWeek, g => g.Count())
            .ToDictionary(g => g.Key, g => g.Average());

        perDay[IsoDayOfWeek.Monday].ShouldBe(perDay.Values.Max());
        perDay.Keys.ShouldNotContain(IsoDayOfWeek.Sunday);
    }

    [Fact]
    public async Task Events_hold_no_words_about_people()
    {
        await App.InDbAsync(async db =>
        {
            var events = string.Join('\n', await db.Set<EventRow>().Select(e => e.Data).ToListAsync());
            var parties = await db.Parties.Include(p => p.Phones).ToListAsync();

            events.Length.ShouldBeGreaterThan(1_000_000);
            foreach (var party in parties)
            {
                var words = new[] { $"{party.GivenName} {party.FamilyName}".Trim(), party.Email }
                    .Concat(party.Phones.Select(p => p.Number))
                    .OfType<string>();
                words.ShouldAllBe(word => !events.Contains(word, StringComparison.Ordinal));
            }
            return true;
        });
    }

    [Fact]
    public async Task Nothing_lies_in_the_future()
    {
        // When something is due; and what follows the real clock.
        string[] ahead =
        [
            "first_due",
            "due",
            "limit_at",
            "look_at",
            "next_step_at",
            "from_at",
            "until_at",
            "not_before",
            "door_until",
            "check_at",
            "next_try_at",
            "saved_at",
            "lockout_end",
            "window_started_at",
        ];
        var columns = await QueryAsync(
            "select table_schema || '.' || table_name || ' ' || column_name from information_schema.columns "
                + "where data_type = 'timestamp with time zone' and table_schema not in ('pg_catalog', 'information_schema', 'public') "
                + "and table_name not like 'pub\\_%'"
        );
        var late = App.Clock.Now();
        foreach (var (table, column) in columns.Select(c => c.Split(' ') is [var t, var n] ? (t, n) : default))
        {
            if (!ahead.Contains(column))
            {
                (await QueryAsync($"select count(*)::text from {table} where {column} > '{late}'")).ShouldBe(
                    ["0"],
                    $"{table}.{column}"
                );
            }
        }
        columns.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Everybody_of_the_demo_can_sign_in_and_begins_on_a_page_of_their_own()
    {
        using var output = new StringWriter();
        await App.InScopeAsync(services => DemoCommand.PeopleAsync(services, asJson: true, output, default));
        var people = System.Text.Json.JsonDocument.Parse(output.ToString()).RootElement.EnumerateArray().ToList();

        people
            .Select(p => p.GetProperty("role").GetString())
            .ShouldBe(Roles.List.Select(r => r.Code), ignoreOrder: true);
        foreach (var person in people)
        {
            using var browser = new Browser(App);
            var door = await browser.GetAsync("/inloggen");
            var page = await door.Form(".t-login__form")
                .With("Email", person.GetProperty("email").GetString()!)
                .With("Password", person.GetProperty("password").GetString()!)
                .SubmitAsync();
            page.Path.ShouldBe(person.GetProperty("home").GetString());
        }
    }

    [Fact]
    public async Task A_number_gives_more_than_one_candidate_and_answers_were_told_in_the_version_of_then()
    {
        await App.InDbAsync(async db =>
        {
            var shared = await db
                .PartyPhones.GroupBy(p => p.Number)
                .Select(g => g.Count())
                .Where(count => count > 1)
                .ToListAsync();
            shared.Count.ShouldBeGreaterThan(200);
            (await db.PartyPhones.CountAsync(p => p.Number == "+31612345678")).ShouldBe(2);

            var told = await (
                from question in db.Questions
                join contact in db.Contacts on question.ContactId equals contact.Id
                join version in db.ArticleVersions on question.ArticleVersionId equals version.Id
                select new
                {
                    contact.StartedAt,
                    version.PublishedAt,
                    version.Current,
                    version.ArticleId,
                }
            ).ToListAsync();
            told.Count.ShouldBeGreaterThan(2_000);
            told.ShouldAllBe(t => t.PublishedAt <= t.StartedAt);
            told.ShouldContain(t => !t.Current);
            var used = await db.Articles.ToDictionaryAsync(a => a.Id, a => a.Used);
            told.GroupBy(t => t.ArticleId).ShouldAllBe(g => used[g.Key] == g.Count());
            return true;
        });
    }

    private async Task<Dictionary<string, string>> CountsAsync()
    {
        var tables = await QueryAsync(
            "select table_schema || '.' || table_name from information_schema.tables where table_type = 'BASE TABLE' "
                + "and table_schema not in ('pg_catalog', 'information_schema', 'public') "
                // The feed goes on by itself.
                + "and table_name not in ('feed', 'feed_waiting', 'feed_head')"
        );
        var counts = new Dictionary<string, string>();
        foreach (var table in tables)
        {
            counts[table] = (await QueryAsync($"select count(*)::text from {table}"))[0];
        }
        return counts;
    }

    private async Task<List<string>> QueryAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(App.Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }
        return rows;
    }
}
