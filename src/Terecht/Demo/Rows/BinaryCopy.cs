using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Terecht.Platform.Data;

namespace Terecht.Demo.Rows;

/// <summary>Writes many rows at once by COPY, into the table and columns that the context's model gives them.</summary>
internal static class BinaryCopy
{
    public static async Task WriteAsync<T>(TerechtDb db, IReadOnlyCollection<T> rows, CancellationToken ct)
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        var (schema, table) = (entity.GetSchema()!, entity.GetTableName()!);
        var columns = Columns(entity, StoreObjectIdentifier.Table(table, schema));
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var writer = await connection.BeginBinaryImportAsync(
            $"copy \"{schema}\".\"{table}\" ({names}) from stdin (format binary)",
            ct
        );
        foreach (var row in rows)
        {
            await writer.StartRowAsync(ct);
            foreach (var column in columns)
            {
                if (column.Property.GetValue(row) is { } value)
                {
                    await writer.WriteAsync(value, column.Type, ct);
                }
                else
                {
                    await writer.WriteNullAsync(ct);
                }
            }
        }
        await writer.CompleteAsync(ct);
    }

    private static List<(string Name, string Type, PropertyInfo Property)> Columns(
        IEntityType entity,
        StoreObjectIdentifier table
    ) =>
        [
            .. entity
                .GetProperties()
                .Select(p =>
                    (p.GetColumnName(table)!, p.GetRelationalTypeMapping().StoreTypeNameBase, p.PropertyInfo!)
                ),
        ];
}
