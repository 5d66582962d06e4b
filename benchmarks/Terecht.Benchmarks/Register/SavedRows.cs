using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Terecht.Benchmarks.Register;

/// <summary>
/// Sees which rows a use case writes, column by column, so that bare PostgreSQL can be given exactly the same; and counts
/// what the program sends.
/// </summary>
internal sealed class SavedRows : SaveChangesInterceptor
{
    private readonly List<SavedRow> _rows = [];

    public IReadOnlyList<SavedRow> Take()
    {
        SavedRow[] taken = [.. _rows];
        _rows.Clear();
        return taken;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        _rows.AddRange(eventData.Context!.ChangeTracker.Entries().Select(Row));
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private static SavedRow Row(EntityEntry entry)
    {
        var table = $"{entry.Metadata.GetSchema()}.{entry.Metadata.GetTableName()}";
        var key = entry.Metadata.FindPrimaryKey()!.Properties;
        if (entry.State == EntityState.Deleted)
        {
            var which = string.Join(" and ", key.Select((p, i) => $"{p.GetColumnName()} = ${i + 1}"));
            return new SavedRow(table, $"delete from {table} where {which}", [.. key.Select(p => Parameter(entry, p))]);
        }
        if (entry.State != EntityState.Added)
        {
            throw new InvalidOperationException($"A row of {table} is {entry.State}: that cannot be done again.");
        }
        // What the database numbers by itself is not sent.
        var columns = entry
            .Metadata.GetProperties()
            .Where(p => p.ValueGenerated == ValueGenerated.Never || !p.IsPrimaryKey() || p.ClrType == typeof(Guid))
            .ToList();
        var names = string.Join(", ", columns.Select(p => p.GetColumnName()));
        var values = string.Join(", ", columns.Select((_, i) => $"${i + 1}"));
        return new SavedRow(
            table,
            $"insert into {table} ({names}) values ({values})",
            [.. columns.Select(p => Parameter(entry, p))]
        );
    }

    private static NpgsqlParameter Parameter(EntityEntry entry, IProperty property)
    {
        using var command = new NpgsqlCommand();
        var mapping = property.GetRelationalTypeMapping();
        DbParameter made = mapping.CreateParameter(
            command,
            "p",
            entry.Property(property).CurrentValue,
            property.IsNullable
        );
        var parameter = (NpgsqlParameter)made;
        parameter.ParameterName = "";
        return parameter;
    }
}

/// <summary>One row as it was sent.</summary>
internal sealed record SavedRow(string Table, string Sql, IReadOnlyList<NpgsqlParameter> Values);

/// <summary>Counts the commands that EF sends; each is one round trip.</summary>
internal sealed class SentCommands : DbCommandInterceptor
{
    private readonly List<string> _texts = [];

    public IReadOnlyList<string> Take()
    {
        string[] taken = [.. _texts];
        _texts.Clear();
        return taken;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        _texts.Add(command.CommandText);
        return base.ReaderExecutedAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        _texts.Add(command.CommandText);
        return base.NonQueryExecutedAsync(command, eventData, result, cancellationToken);
    }
}
