using Terecht.Platform;
using Terecht.Platform.Events;

namespace Terecht.Tests.Architecture;

/// <summary>SQL names its own schema, the platform's, and the published views of lower modules.</summary>
public sealed class SqlWallTests
{
    [Fact]
    public void Sql_in_code_stays_inside_the_walls()
    {
        var eventTypes = Events.Types.Select(Events.CodeOf).ToHashSet(StringComparer.Ordinal);
        var texts =
            from type in Compiled.Program.Concat(Compiled.Ui)
            let place = Place.Of(type)
            where place is not null && place != Place.Program
            from text in Compiled.TextsIn(type)
            where !eventTypes.Contains(text)
            select (Place: place, Where: Compiled.Outermost(type).FullName, Names: SqlText.Names(text).ToList());
        var found = texts.Where(t => t.Names.Count > 0).ToList();
        found.Count.ShouldBeGreaterThan(5);

        var wrong =
            from text in found
            from name in text.Names
            where !MayName(text.Place, name)
            select $"{text.Where} names {name}";
        wrong.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void Published_views_read_their_own_tables_and_lower_views()
    {
        var files = Checkout.Files("db/views", ".sql");
        files.Count.ShouldBeGreaterThan(3);
        files.SelectMany(f => WrongInViews(ModuleOf(f), Checkout.Read(f)).Select(w => $"{f}: {w}")).ShouldBeEmpty();
    }

    [Fact]
    public void Migrations_touch_their_own_schema_and_refer_to_lower_ones()
    {
        var files = Checkout.Files("db/migrations", ".sql");
        files.Count.ShouldBeGreaterThan(5);
        files.SelectMany(f => WrongInMigration(ModuleOf(f), Checkout.Read(f)).Select(w => $"{f}: {w}")).ShouldBeEmpty();
    }

    [Fact]
    public void Migrations_are_numbered_without_gaps_and_carry_a_module()
    {
        var files = Checkout.Files("db/migrations", ".sql").Select(f => Path.GetFileName(f)).ToList();

        files.ShouldNotBeEmpty();
        files.Select(f => f[..7]).ShouldBe(Enumerable.Range(1, files.Count).Select(n => $"V{n:0000}__"));
        files
            .Concat(Checkout.Files("db/views", ".sql"))
            .Where(f => ModuleOrder.Lowest().All(m => m != ModuleOf(f).Name))
            .ShouldBeEmpty("Name these after a module: V0012__promises_limit.sql.");
    }

    [Theory]
    [InlineData("Promises", "select * from promises.promise", true)]
    [InlineData("Promises", "select * from platform.event", true)]
    [InlineData("Promises", "select * from contacts.pub_matter", true)]
    [InlineData("Promises", "select * from contacts.matter", false)]
    [InlineData("Promises", """select * from "contacts"."matter" """, false)]
    [InlineData("Promises", "SELECT * FROM Contacts.Matter", false)]
    [InlineData("Contacts", "select * from promises.pub_promise", false)]
    [InlineData("People", "select * from knowledge.pub_article_version", false)]
    [InlineData("Desk", "select * from citizens.pub_thing join promises.pub_promise using (x)", true)]
    [InlineData("Desk", "update promises.promise set team_id = {0}", false)]
    [InlineData("Platform", "select 1 from organisation.pub_team", false)]
    [InlineData("Promises", "select 'contacts.matter' -- from contacts.matter", true)]
    [InlineData("Promises", "select p.contacts.matter from promises.promise p", true)]
    public void The_scanner_sees_what_is_named(string module, string sql, bool allowed)
    {
        var place = module == "Platform" ? Place.Platform : Place.Module(module);

        SqlText.Names(sql).All(name => MayName(place, name)).ShouldBe(allowed);
    }

    [Fact]
    public void A_wrong_view_or_migration_is_seen()
    {
        var promises = Place.Module("Promises");

        WrongInViews(promises, "create view promises.pub_x as select * from contacts.matter").ShouldNotBeEmpty();
        WrongInViews(promises, "create view promises.worklist as select 1").ShouldNotBeEmpty();
        WrongInViews(promises, "create view contacts.pub_x as select 1").ShouldNotBeEmpty();
        WrongInViews(promises, "drop table promises.promise").ShouldNotBeEmpty();
        WrongInViews(promises, "create view promises.pub_x as select * from contacts.pub_matter").ShouldBeEmpty();
        WrongInMigration(promises, "alter table contacts.matter add x text").ShouldNotBeEmpty();
        WrongInMigration(promises, "create table promises.x (y uuid references desk.z)").ShouldNotBeEmpty();
        WrongInMigration(promises, "create table promises.x (y uuid references contacts.matter)").ShouldBeEmpty();
    }

    private static bool MayName(Place place, SqlName name)
    {
        var owner = SqlText.PlaceOf(name.Schema);
        return owner == place
            || (owner == Place.Platform && place.IsModule)
            || (name.IsPublished && place.IsModule && place.IsAbove(owner));
    }

    private static IEnumerable<string> WrongInViews(Place module, string sql)
    {
        foreach (var statement in SqlText.Statements(sql))
        {
            if (!statement.StartsWith("create view ", StringComparison.Ordinal))
            {
                yield return $"not a view: {statement[..Math.Min(60, statement.Length)]}";
            }
            var names = SqlText.Names(statement).ToList();
            if (names.Count == 0 || SqlText.PlaceOf(names[0].Schema) != module || !names[0].IsPublished)
            {
                yield return $"not a published view of its own schema: {names.FirstOrDefault()}";
            }
            foreach (var name in names.Where(n => SqlText.PlaceOf(n.Schema) != module))
            {
                if (!name.IsPublished || !module.IsAbove(SqlText.PlaceOf(name.Schema)))
                {
                    yield return $"names {name}";
                }
            }
        }
    }

    private static IEnumerable<string> WrongInMigration(Place module, string sql) =>
        from name in SqlText.Names(sql)
        let owner = SqlText.PlaceOf(name.Schema)
        where owner != module && !(name.Before == "references" && module.IsAbove(owner))
        select $"names {name}";

    /// <summary>V0009__promises_limit.sql and promises.sql belong to Promises.</summary>
    private static Place ModuleOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var at = name.IndexOf("__", StringComparison.Ordinal);
        return SqlText.PlaceOf(name[(at < 0 ? 0 : at + 2)..].Split('_')[0]);
    }
}
