using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Mono.Cecil;
using Terecht.Platform.Events;
using Terecht.Platform.Outbox;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Architecture;

/// <summary>docs/what-happens-when.md tells of every event, and tells the truth.</summary>
public sealed partial class EventsDocTests
{
    private const string Document = "docs/what-happens-when.md";

    private static readonly IReadOnlyList<Row> Rows = Read(Checkout.Read(Document));

    [Fact]
    public void Every_event_has_one_row_and_every_row_an_event()
    {
        var types = Events.Types.Select(Events.CodeOf).ToList();

        types.Count.ShouldBeGreaterThan(10);
        types.Except(Rows.Select(r => r.Event)).ShouldBeEmpty($"Give these a row in {Document}.");
        Rows.Select(r => r.Event).Except(types).ShouldBeEmpty($"{Document} tells of events that are not there.");
        Rows.Select(r => r.Event).ShouldBeUnique();
        Rows.ShouldAllBe(r => r.When.Length > 15);
    }

    [Fact]
    public void Types_are_stored_under_one_form_of_name()
    {
        Events.Types.Select(Events.CodeOf).ShouldBeUnique();
        Events.Types.Select(Events.CodeOf).ShouldAllBe(code => Code().IsMatch(code));
    }

    [Fact]
    public void Rows_name_the_folders_that_record_the_event()
    {
        var recorded = Recorded().ToLookup(r => r.Event, r => r.Folder);

        recorded.Count.ShouldBeGreaterThan(10);
        Rows.SelectMany(r => r.RaisedIn).Where(folder => !Directory.Exists(Checkout.Full(folder))).ShouldBeEmpty();
        Rows.Where(r => !r.RaisedIn.ToHashSet().SetEquals(recorded[r.Event]))
            .Select(r => $"{r.Event} is recorded in: {string.Join(' ', recorded[r.Event].Distinct())}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Rows_name_the_tests_that_tell_of_it()
    {
        Rows.SelectMany(r => r.ToldBy).Where(file => !File.Exists(Checkout.Full(file))).ShouldBeEmpty();
        Rows.Where(r => r.RaisedIn.Count > 0 && r.ToldBy.Count == 0)
            .Select(r => r.Event)
            .ShouldBeEmpty("Recorded, and told by no test.");
    }

    [Fact]
    public async Task Rows_name_the_reactions_that_are_registered()
    {
        await using var app = await App.StartAsync();
        var registered = app.Services.GetServices<ReactionRegistration>().ToLookup(r => r.EventType, r => r.Name);

        registered.Count.ShouldBeGreaterThan(0);
        registered.Select(r => r.Key).Except(Rows.Select(r => r.Event)).ShouldBeEmpty();
        Rows.Where(r => !r.Reactions.ToHashSet().SetEquals(registered[r.Event]))
            .Select(r => $"{r.Event} is followed by: {string.Join(' ', registered[r.Event])}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_row_is_read_cell_by_cell()
    {
        var rows = Read(
            """
            | event | when | raised in | reactions | told by |
            |---|---|---|---|---|
            | `a.b` | It was so. | `src/X` `src/Y` | – | `tests/Z.cs` |
            """
        );

        var row = rows.ShouldHaveSingleItem();
        (row.Event, row.When).ShouldBe(("a.b", "It was so."));
        row.RaisedIn.ShouldBe(["src/X", "src/Y"]);
        row.Reactions.ShouldBeEmpty();
        row.ToldBy.ShouldBe(["tests/Z.cs"]);
    }

    /// <summary>Every place where the event log is given an event, as the folder of its namespace.</summary>
    private static IEnumerable<(string Event, string Folder)> Recorded()
    {
        var codes = Events.Types.ToDictionary(t => t.FullName!, Events.CodeOf);
        return from type in Compiled.Program
            from call in Compiled.CallsIn(type)
            where call.Called.Name == nameof(EventLog.Record)
            where call.Called.DeclaringType.FullName == typeof(EventLog).FullName
            let happened = (call.Called as GenericInstanceMethod)?.GenericArguments[0].FullName
            where happened is not null && codes.ContainsKey(happened)
            let folder = Compiled.Outermost(type).Namespace.Split('.').Skip(1)
            select (codes[happened], "src/Terecht/" + string.Join('/', folder));
    }

    private static List<Row> Read(string markdown) =>
        [
            .. markdown
                .Split('\n')
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries))
                .Select(cells => new Row(
                    Names(cells[0]).Single(),
                    cells[1],
                    Names(cells[2]),
                    Names(cells[3]),
                    Names(cells[4])
                )),
        ];

    private static List<string> Names(string cell) => [.. Name().Matches(cell).Select(m => m.Groups["name"].Value)];

    private sealed record Row(
        string Event,
        string When,
        IReadOnlyList<string> RaisedIn,
        IReadOnlyList<string> Reactions,
        IReadOnlyList<string> ToldBy
    );

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}
