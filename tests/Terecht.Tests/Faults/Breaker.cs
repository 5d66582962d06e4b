using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Terecht.Platform.Messages;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Faults;

/// <summary>How something breaks.</summary>
public enum Break
{
    /// <summary>The program is gone: nothing more is done, and what was not committed never was.</summary>
    Program,

    /// <summary>PostgreSQL ends the connection; the program goes on without it.</summary>
    Connection,
}

/// <summary>
/// Counts every step between the program and the world: before and after each statement and each commit, and before and after
/// each word with a gateway. At the step that is asked for it breaks.
/// </summary>
internal sealed class Breaker(string database)
{
    private int _at;
    private Break _how;
    private CancellationTokenSource? _life;

    /// <summary>The steps since it was set.</summary>
    public int Steps { get; private set; }
    public bool Broke { get; private set; }

    public CommandSteps Commands => new(this);
    public CommitSteps Commits => new(this);

    /// <summary>Breaks at that step of what follows, counted from 1.</summary>
    /// <param name="life">Of the program.</param>
    public void Set(int at, Break how, CancellationTokenSource life) =>
        (_at, _how, Steps, Broke, _life) = (at, how, 0, false, life);

    public void Off() => _at = 0;

    public void Step(DbConnection? connection)
    {
        if (_at == 0 || Broke || ++Steps != _at)
        {
            return;
        }
        Broke = true;
        if (_how == Break.Connection && connection is NpgsqlConnection open)
        {
            End(open.ProcessID);
            return;
        }
        _life!.Cancel();
        throw new OperationCanceledException(_life.Token);
    }

    private void End(int backend)
    {
        using var other = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString
        );
        other.Open();
        using var command = new NpgsqlCommand($"select pg_terminate_backend({backend}, 5000)", other);
        command.ExecuteNonQuery();
    }

    internal sealed class CommandSteps(Breaker breaker) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            breaker.Step(command.Connection);
            return new(result);
        }

        public override async ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command,
            CommandExecutedEventData eventData,
            DbDataReader result,
            CancellationToken cancellationToken = default
        )
        {
            try
            {
                breaker.Step(command.Connection);
                return result;
            }
            catch (OperationCanceledException)
            {
                // Nobody else does, and what rolls back would wait for it until its time-out.
                await result.DisposeAsync();
                throw;
            }
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            breaker.Step(command.Connection);
            return new(result);
        }

        public override ValueTask<int> NonQueryExecutedAsync(
            DbCommand command,
            CommandExecutedEventData eventData,
            int result,
            CancellationToken cancellationToken = default
        )
        {
            breaker.Step(command.Connection);
            return new(result);
        }
    }

    internal sealed class CommitSteps(Breaker breaker) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction,
            TransactionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        )
        {
            breaker.Step(transaction.Connection);
            return new(result);
        }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction,
            TransactionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            breaker.Step(null);
            return Task.CompletedTask;
        }
    }

    /// <summary>The gateway, with a step before and after every word.</summary>
    internal sealed class GatewaySteps(Breaker breaker, IMessageGateway gateway) : IMessageGateway
    {
        public bool Has(string channel) => gateway.Has(channel);

        public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken ct)
        {
            breaker.Step(null);
            var result = await gateway.SendAsync(message, ct);
            breaker.Step(null);
            return result;
        }

        public async Task<Delivery?> FindAsync(string channel, Guid id, CancellationToken ct)
        {
            breaker.Step(null);
            var found = await gateway.FindAsync(channel, id, ct);
            breaker.Step(null);
            return found;
        }
    }
}
