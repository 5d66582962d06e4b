using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Terecht.Benchmarks.Load;

/// <summary>Writes rows of one table in PostgreSQL's binary COPY, column by column in the order that was named.</summary>
internal sealed class CopyRows(NpgsqlBinaryImporter importer)
{
    public long Count { get; private set; }

    public CopyRows Row()
    {
        importer.StartRow();
        Count++;
        return this;
    }

    public CopyRows Id(Guid? value) => Write(value, NpgsqlDbType.Uuid);

    public CopyRows At(Instant? value) => Write(value, NpgsqlDbType.TimestampTz);

    public CopyRows Day(LocalDate? value) => Write(value, NpgsqlDbType.Date);

    public CopyRows Small(int? value) => Write((short?)value, NpgsqlDbType.Smallint);

    public CopyRows Number(int? value) => Write(value, NpgsqlDbType.Integer);

    public CopyRows Long(long value) => Write((long?)value, NpgsqlDbType.Bigint);

    public CopyRows Flag(bool? value) => Write(value, NpgsqlDbType.Boolean);

    public CopyRows Text(string? value) => Write(value, NpgsqlDbType.Text);

    public CopyRows Fixed(string value) => Write(value, NpgsqlDbType.Char);

    public CopyRows Json(string value) => Write(value, NpgsqlDbType.Jsonb);

    public CopyRows Texts(string[] value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Text);

    public CopyRows Ids(Guid[] value) => Write(value, NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    public CopyRows Bytes(byte[] value) => Write(value, NpgsqlDbType.Bytea);

    private CopyRows Write<T>(T? value, NpgsqlDbType type)
        where T : struct
    {
        if (value is { } known)
        {
            importer.Write(known, type);
        }
        else
        {
            importer.WriteNull();
        }
        return this;
    }

    private CopyRows Write<T>(T? value, NpgsqlDbType type)
        where T : class
    {
        if (value is null)
        {
            importer.WriteNull();
        }
        else
        {
            importer.Write(value, type);
        }
        return this;
    }
}

/// <summary>One table to fill: its columns and what writes its rows.</summary>
internal sealed record Table(string Name, string Columns, Action<CopyRows> Write);
