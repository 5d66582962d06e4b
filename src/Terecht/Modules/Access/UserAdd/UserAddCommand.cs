using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Access.Data;
using Terecht.Platform.Data;

namespace Terecht.Modules.Access.UserAdd;

/// <summary><c>./terecht user add</c>: an account and its staff member, for the first administrator and for break-glass.</summary>
internal static class UserAddCommand
{
    /// <param name="build">Makes the program; called after the arguments were found to be right.</param>
    public static Command Create(Func<WebApplication> build)
    {
        var email = new Option<string>("--email") { Required = true, Description = "The address to sign in with." };
        var name = new Option<string>("--name") { Required = true, Description = "Given name and family name." };
        var roles = new Option<string>("--roles")
        {
            Required = true,
            Description = $"One or more, with commas: {string.Join(", ", Roles.List.Select(r => r.Code))}.",
        };
        var stdin = new Option<bool>("--password-stdin")
        {
            Description =
                "Read the password from standard input. Without it the account signs in by the identity provider alone.",
        };
        var command = new Command("add", "Add somebody who may sign in.") { email, name, roles, stdin };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var app = build();
                await using var scope = app.Services.CreateAsyncScope();
                return await RunAsync(
                    scope.ServiceProvider,
                    new NewUser(
                        parsed.GetRequiredValue(email),
                        parsed.GetRequiredValue(name),
                        parsed.GetRequiredValue(roles).Split(',', StringSplitOptions.TrimEntries),
                        parsed.GetValue(stdin) ? await Console.In.ReadLineAsync(ct) ?? "" : null
                    ),
                    Console.Out,
                    Console.Error,
                    ct
                );
            }
        );
        return new Command("user", "The people who may sign in.") { command };
    }

    /// <returns>0; 1 when what was given is wrong: nothing was written, and standard error says why.</returns>
    public static async Task<int> RunAsync(
        IServiceProvider services,
        NewUser user,
        TextWriter output,
        TextWriter error,
        CancellationToken ct
    )
    {
        var accounts = services.GetRequiredService<IAccounts>();
        if (await FaultAsync(services, accounts, user, ct) is { } fault)
        {
            await error.WriteLineAsync(fault);
            return 1;
        }
        var db = services.GetRequiredService<TerechtDb>();
        var hash = user.Password is null ? null : accounts.Hash(user.Password);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var id = accounts.Add(user.Email, user.Roles, hash);
        await db.SaveChangesAsync(ct);
        if (services.GetRequiredService<INewStaff>().Add(id, user.Name, user.Email.Trim()) is { } wrong)
        {
            await error.WriteLineAsync(wrong);
            return 1;
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        var names = string.Join(", ", Roles.Of(user.Roles).Select(r => r.Name));
        await output.WriteLineAsync($"{user.Name} kan inloggen met {user.Email.Trim()}. Rol: {names}.");
        return 0;
    }

    private static async Task<string?> FaultAsync(
        IServiceProvider services,
        IAccounts accounts,
        NewUser user,
        CancellationToken ct
    )
    {
        var at = user.Email.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at == user.Email.Trim().Length - 1 || user.Email.Trim().Contains(' ', StringComparison.Ordinal))
        {
            return $"'{user.Email}' is geen e-mailadres.";
        }
        if (user.Roles.FirstOrDefault(r => Roles.Find(r) is null) is { } unknown)
        {
            return $"De rol '{unknown}' kennen we niet. Kies uit: {string.Join(", ", Roles.List.Select(r => r.Code))}.";
        }
        if (await accounts.FindAsync(user.Email, ct) is not null)
        {
            return $"Er is al een account met het e-mailadres {user.Email.Trim()}.";
        }
        if (user.Password is not null)
        {
            var manager = services.GetRequiredService<UserManager<Account>>();
            foreach (var rule in manager.PasswordValidators)
            {
                if (!(await rule.ValidateAsync(manager, new Account(), user.Password)).Succeeded)
                {
                    return $"Het wachtwoord is te kort: gebruik minstens {manager.Options.Password.RequiredLength} tekens.";
                }
            }
        }
        return null;
    }
}

/// <param name="Password">Null for who signs in by the identity provider alone.</param>
internal sealed record NewUser(string Email, string Name, IReadOnlyList<string> Roles, string? Password);
