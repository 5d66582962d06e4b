using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Terecht.Platform.Data;

namespace Terecht.Tests.Testing;

/// <summary>
/// Breaks the connection to the database at the N-th thing that one piece of work sends: each statement is one before it is
/// sent and one after its answer, and so are the beginning and the end of a transaction. Others in the program go on.
/// </summary>
internal sealed class Breaker : DbCommandInterceptor, IDbTransactionInterceptor
{
    private readonly AsyncLocal<Countdown?> _now = new();

    public void AddTo(IServiceCollection services)
    {
        services.ConfigureDbContext<TerechtDb>(options => options.AddInterceptors(this));
        // What is broken on purpose is no news.
        services.AddLogging(logging => logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None));
    }

    /// <summary>True when the work ended before it came to that point.</summary>
    public async Task<bool> BreakAsync(int at, Func<Task> work)
    {
        _now.Value = new Countdown { Left = at };
        try
        {
            await work();
            return _now.Value.Left > 0;
        }
        catch (Exception e) when (_now.Value.Left <= 0 && e is not ShouldAssertException)
        {
            return false;
        }
        finally
        {
            _now.Value = null;
        }
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Count(command.Connection!);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        Count(command.Connection!);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Count(command.Connection!);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        Count(command.Connection!);
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default
    )
    {
        Count(connection);
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        Count(transaction.Connection!);
        return ValueTask.FromResult(result);
    }

    /// <summary>The database has it, and the program never heard so.</summary>
    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Count(eventData.Context!.Database.GetDbConnection());
        return Task.CompletedTask;
    }

    private void Count(DbConnection connection)
    {
        if (_now.Value is not { } countdown || --countdown.Left != 0)
        {
            return;
        }
        // As when the server is gone: what was not committed is rolled back, and what comes after fails.
        NpgsqlConnection.ClearPool((NpgsqlConnection)connection);
        connection.Close();
        throw new IOException("The connection to the database was broken.");
    }

    private sealed class Countdown
    {
        public int Left { get; set; }
    }
}
