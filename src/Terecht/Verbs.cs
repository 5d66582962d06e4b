using System.CommandLine;
using Terecht.Demo;
using Terecht.Modules.Access.UserAdd;
using Terecht.Modules.Citizens.Tell;
using Terecht.Modules.Knowledge.Find;
using Terecht.Modules.Promises.Due;
using Terecht.Modules.Promises.Export;

namespace Terecht;

/// <summary>The verbs of <c>./terecht</c>: a table of contents.</summary>
internal static class Verbs
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Terecht: every question answered in one go, or a promise that is kept.")
        {
            Verb("web", "Serve pages and run the loops.", (_, _) => Web.RunAsync([])),
            Verb("migrate", "Bring the database to this version.", MigrateAsync),
            UserAddCommand.Create(() => Web.Build([])),
            ImportVerb.Create(),
            Due(),
            ExportCommand.Create(() => Web.Build([])),
            BouncedCommand.Create(() => Web.Build([])),
            SearchCommand.Create(() => Web.Build([])),
            DemoCommand.Create(() => Web.Build([])),
        };
        return root.Parse(args).InvokeAsync();
    }

    private static Command Due()
    {
        var file = new Argument<string>("file") { Description = "A vectors file: norms, calendars and cases." };
        var command = new Command("due", "Answer each case of a vectors file with its due moment, as CSV.") { file };
        command.SetAction(parsed => DueCommand.Run(parsed.GetRequiredValue(file), Console.Out, Console.Error));
        return command;
    }

    private static Command Verb(string name, string description, Func<ParseResult, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction(run);
        return command;
    }

    private static Task<int> MigrateAsync(ParseResult parsed, CancellationToken ct)
    {
        using var app = Web.Build([]);
        Web.Migrate(app);
        return Task.FromResult(0);
    }
}
