using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Access.Data;

namespace Terecht.Benchmarks.Load;

/// <summary>The small tables, in an order that their foreign keys allow.</summary>
internal static class HouseTables
{
    private static readonly Instant Recorded = Size.Start - Duration.FromDays(30);

    public static IReadOnlyList<Table> All(Size size) =>
        [
            new("platform.secret", "name, value", r => r.Row().Text("reference").Bytes(House.ReferenceKey)),
            new(
                "organisation.municipality",
                "id, code, name, phone, address, opening_hours, opening_hours_en",
                r =>
                    r.Row()
                        .Id(House.Municipality)
                        .Text("maasdrecht")
                        .Text("Maasdrecht")
                        .Text("14 099")
                        .Text("Stadsplein 1, Maasdrecht")
                        .Text("maandag tot en met vrijdag van 8.30 tot 17.00 uur")
                        .Text("Monday to Friday from 8.30 to 17.00")
            ),
            new("organisation.department", "id, municipality_id, name", Departments),
            new(
                "organisation.calendar",
                "id, municipality_id, code",
                r => r.Row().Id(House.Calendar).Id(House.Municipality).Text("standaard")
            ),
            new("organisation.calendar_version", "id, calendar_id, number, content, recorded_at", CalendarVersion),
            new(
                "organisation.team",
                "id, municipality_id, department_id, calendar_id, code, name, name_en, is_regie",
                Teams
            ),
            new(
                "access.account",
                "id, user_name, normalized_user_name, email, normalized_email, email_confirmed, password_hash, "
                    + "security_stamp, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count",
                Accounts
            ),
            new("access.account_role", "account_id, role", Roles),
            new(
                "organisation.staff_member",
                "id, account_id, number, given_name, family_name, email, starts_on",
                Staff
            ),
            new("organisation.team_member", "team_id, staff_id, leads", Members),
            new(
                "organisation.dialled_number",
                "number, municipality_id, name",
                r => r.Row().Text("14099").Id(House.Municipality).Text("Algemeen nummer")
            ),
            new("catalogue.topic", "id, municipality_id, code, parent_id, name, name_en, source", Topics),
            new("catalogue.district", "id, municipality_id, code, name, position", Districts),
            new("routing.procedure", "topic_id, team_id, line", Procedures),
            new("promises.norm", "id, municipality_id, code, name, name_en", Norm),
            new(
                "promises.norm_version",
                "id, norm_id, number, rule, attempts, dayparts, steps, valid_from, recorded_at",
                NormVersion
            ),
            new(
                "promises.norm_scope",
                "id, norm_id, municipality_id",
                r => r.Row().Id(House.NormScope).Id(House.Norm).Id(House.Municipality)
            ),
            .. ArticleTables.All(size),
        ];

    private static void Departments(CopyRows rows)
    {
        for (var i = 0; i < House.Departments; i++)
        {
            rows.Row().Id(House.Department[i]).Id(House.Municipality).Text($"Afdeling {i + 1}");
        }
    }

    private static void CalendarVersion(CopyRows rows)
    {
        const string day = """[["08:30","17:00"]]""";
        rows.Row()
            .Id(House.CalendarVersion)
            .Id(House.Calendar)
            .Number(1)
            .Json(
                $$"""{"code":"standaard","name":"Standaard","weekly":{"mon":{{day}},"tue":{{day}},"wed":{{day}},"thu":{{day}},"fri":{{day}}},"closures":[]}"""
            )
            .At(Recorded);
    }

    private static void Teams(CopyRows rows)
    {
        for (var i = 0; i <= House.Teams; i++)
        {
            rows.Row()
                .Id(House.Team[i])
                .Id(House.Municipality)
                .Id(House.Department[i % House.Departments])
                .Id(House.Calendar)
                .Text(House.TeamCode(i))
                .Text(House.TeamName(i))
                .Text(House.TeamName(i))
                .Flag(i == House.Teams);
        }
    }

    /// <summary>One round of hashing: what is measured is not how slow a password is made to be.</summary>
    private static void Accounts(CopyRows rows)
    {
        var hash = new PasswordHasher<Account>(
            Options.Create(new PasswordHasherOptions { IterationCount = 1 })
        ).HashPassword(new Account(), House.Password);
        for (var i = 0; i < House.Staff; i++)
        {
            var email = House.Email(i);
            rows.Row()
                .Id(House.Account[i])
                .Text(email)
                .Text(email.ToUpperInvariant())
                .Text(email)
                .Text(email.ToUpperInvariant())
                .Flag(true)
                .Text(hash)
                .Text($"stamp{i}")
                .Flag(false)
                .Flag(false)
                .Flag(true)
                .Number(0);
        }
    }

    private static void Roles(CopyRows rows)
    {
        for (var i = 0; i < House.Staff; i++)
        {
            rows.Row()
                .Id(House.Account[i])
                .Text(
                    i < House.Agents ? Modules.Access.Contracts.Roles.Agent
                    : House.IsCoordinator(i) ? Modules.Access.Contracts.Roles.Coordinator
                    : Modules.Access.Contracts.Roles.Specialist
                );
        }
    }

    private static void Staff(CopyRows rows)
    {
        for (var i = 0; i < House.Staff; i++)
        {
            rows.Row()
                .Id(House.StaffMember[i])
                .Id(House.Account[i])
                .Text($"M{i:D3}")
                .Text(Words.Given[i % Words.Given.Length])
                .Text(Words.Family(Draw.Unit(Of.House, i)))
                .Text(House.Email(i))
                .Day(new LocalDate(2020, 1, 1));
        }
    }

    private static void Members(CopyRows rows)
    {
        for (var i = House.Agents; i < House.Staff; i++)
        {
            var team = (i - House.Agents) / House.SpecialistsPerTeam;
            rows.Row().Id(House.Team[team]).Id(House.StaffMember[i]).Flag(i % House.SpecialistsPerTeam == 0);
        }
    }

    private static void Topics(CopyRows rows)
    {
        for (var i = 0; i < House.Topics; i++)
        {
            rows.Row()
                .Id(House.Topic[i])
                .Id(House.Municipality)
                .Text($"topic-{i}")
                .Id(i < House.ParentTopics ? null : House.Topic[i % House.ParentTopics])
                .Text(House.TopicName(i))
                .Text(House.TopicName(i))
                .Text("benchmark");
        }
    }

    private static void Districts(CopyRows rows)
    {
        for (var i = 0; i < House.Districts; i++)
        {
            rows.Row().Id(House.District[i]).Id(House.Municipality).Text($"WK{i:D2}").Text($"Wijk {i + 1}").Number(i);
        }
    }

    private static void Procedures(CopyRows rows)
    {
        for (var i = 0; i < House.Topics; i++)
        {
            rows.Row().Id(House.Topic[i]).Id(House.Team[House.TeamOfTopic(i)]).Small(2);
        }
    }

    private static void Norm(CopyRows rows) =>
        rows.Row()
            .Id(House.Norm)
            .Id(House.Municipality)
            .Text("terugbellen")
            .Text("Binnen twee werkdagen")
            .Text("Within two working days");

    private static void NormVersion(CopyRows rows) =>
        rows.Row()
            .Id(House.NormVersion)
            .Id(House.Norm)
            .Number(1)
            .Json("""{"kind":"withinWorkingDays","days":2}""")
            .Small(3)
            .Small(2)
            .Json(
                """[{"minutes":240,"to":"holder"},{"minutes":120,"to":"lead"},{"minutes":60,"to":"regie","progress":"propose"}]"""
            )
            .Day(new LocalDate(2020, 1, 1))
            .At(Recorded);
}
