using Microsoft.EntityFrameworkCore;
using Npgsql;
using Terecht.Platform.Data;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Architecture;

/// <summary>EF's model says what the migrations made, and stays inside the walls.</summary>
public sealed class SchemaDriftTests
{
    /// <summary>Written and read by plain SQL alone, each for a reason.</summary>
    private static readonly Dictionary<string, string> PlainSqlTables = new(StringComparer.Ordinal)
    {
        ["platform.feed"] = "one statement of the sequencer writes it",
        ["platform.feed_head"] = "one statement of the sequencer writes it",
    };

    [Fact]
    public async Task Model_and_database_have_the_same_tables()
    {
        await using var app = await App.StartAsync();
        var (database, model) = await ReadBothAsync(app);
        var schemas = model.Tables.Keys.Select(SchemaOf).ToHashSet(StringComparer.Ordinal);

        model.Tables.Count.ShouldBeGreaterThan(20);
        schemas.Count.ShouldBeGreaterThan(5);
        database
            .Tables.Where(t => schemas.Contains(SchemaOf(t.Key)))
            .SelectMany(t => Differences(t.Key, t.Value, model))
            .ShouldBeEmpty();
        model.Tables.Keys.Except(database.Tables.Keys).ShouldBeEmpty("The model has tables that no migration makes.");
        PlainSqlTables.Keys.Except(database.Tables.Keys).ShouldBeEmpty();
        PlainSqlTables.Keys.Intersect(model.Tables.Keys).ShouldBeEmpty();
    }

    /// <summary>EF saves rows in the order of the keys it knows; of others it may write the child first.</summary>
    [Fact]
    public async Task Foreign_keys_inside_a_schema_are_known_to_the_model()
    {
        await using var app = await App.StartAsync();
        var (database, model) = await ReadBothAsync(app);
        var inside =
            from table in database.Tables
            where model.Tables.ContainsKey(table.Key)
            from reference in table.Value.References
            let to = reference.Split(' ')[^1]
            where SchemaOf(to) == SchemaOf(table.Key) && model.Tables.ContainsKey(to)
            select (Table: table.Key, Reference: reference);

        inside.Count().ShouldBeGreaterThan(5);
        inside
            .Where(k => !model.Tables[k.Table].References.Contains(k.Reference))
            .Select(k => $"{k.Table} {k.Reference}")
            .ShouldBeEmpty("Say so in the model: HasOne<Parent>().WithMany().HasForeignKey(x => x.ParentId).");
    }

    /// <summary>Of rows on both sides of a wall EF may write the child first, so those keys are looked at when the transaction ends.</summary>
    [Fact]
    public async Task Foreign_keys_over_a_wall_are_checked_at_the_commit()
    {
        await using var app = await App.StartAsync();
        var keys = await app.InDbAsync(db =>
            db.Database.SqlQuery<WallKey>(
                    $"""
                    select conname::text as name, condeferred as deferred from pg_constraint k
                    join pg_class child on child.oid = k.conrelid
                    join pg_class parent on parent.oid = k.confrelid
                    where k.contype = 'f' and child.relnamespace <> parent.relnamespace
                    """
                )
                .ToListAsync(TestContext.Current.CancellationToken)
        );

        keys.Count.ShouldBeGreaterThan(20);
        keys.Where(k => !k.Deferred).Select(k => k.Name).ShouldBeEmpty("Write: deferrable initially deferred.");
    }

    [Fact]
    public async Task A_module_maps_its_own_schema_and_nothing_points_over_a_wall()
    {
        await using var app = await App.StartAsync();
        var entities = await app.InDbAsync(db => Task.FromResult(db.Model.GetEntityTypes().ToList()));

        entities.Count.ShouldBeGreaterThan(20);
        entities
            .Where(e => e.GetSchema() != SchemaOf(e.ClrType))
            .Select(e => $"{e.ClrType} is mapped to schema {e.GetSchema()}")
            .ShouldBeEmpty();
        // Foreign keys across schemas live in the migrations; what another module keeps is asked of its contract.
        entities
            .SelectMany(e => e.GetForeignKeys())
            .Where(k => k.PrincipalEntityType.GetSchema() != k.DeclaringEntityType.GetSchema())
            .Select(k => k.ToString())
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_difference_is_told()
    {
        var columns = new Dictionary<string, string> { ["id"] = "uuid not null", ["name"] = "text null" };
        var table = new TableShape(columns, "id", []);
        var other = new TableShape(new Dictionary<string, string> { ["id"] = "bigint not null" }, "id, name", []);

        table.DifferencesFrom(table).ShouldBeEmpty();
        table
            .DifferencesFrom(other)
            .ShouldBe([
                "id: the database has uuid not null, the model bigint not null",
                "name: the database has text null, the model missing",
                "primary key: the database has id, the model id, name",
            ]);
    }

    private static IEnumerable<string> Differences(string name, TableShape table, DatabaseShape model)
    {
        if (model.Tables.TryGetValue(name, out var mapped))
        {
            return table.DifferencesFrom(mapped).Select(d => $"{name}.{d}");
        }
        return PlainSqlTables.ContainsKey(name) ? [] : [$"{name}: the model does not have it"];
    }

    private static async Task<(DatabaseShape Database, DatabaseShape Model)> ReadBothAsync(App app)
    {
        var script = await app.InDbAsync(db => Task.FromResult(db.Database.GenerateCreateScript()));
        var empty = await Databases.EmptyAsync();
        try
        {
            await using (var source = NpgsqlDataSource.Create(empty))
            {
                await using var command = source.CreateCommand(script);
                await command.ExecuteNonQueryAsync();
            }
            return (await DatabaseShape.ReadAsync(app.Database), await DatabaseShape.ReadAsync(empty));
        }
        finally
        {
            await Databases.DropAsync(empty);
        }
    }

    private sealed record WallKey(string Name, bool Deferred);

    private static string SchemaOf(string table) => table.Split('.')[0];

    private static string SchemaOf(Type entity) =>
        entity.Namespace!.Split('.') switch
        {
            ["Terecht", "Modules", var module, ..] => module.ToLowerInvariant(),
            ["Microsoft", "AspNetCore", "Identity", ..] => "access",
            _ => "platform",
        };
}
