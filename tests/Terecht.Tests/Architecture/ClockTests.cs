using System.Text.RegularExpressions;

namespace Terecht.Tests.Architecture;

/// <summary>Every instant comes from the injected clock: only so can tests, replay and training run on another one.</summary>
public sealed partial class ClockTests
{
    private static readonly string[] Sources = ["src", "tests", "benchmarks"];

    [Fact]
    public void Sql_reads_no_wall_clock()
    {
        var inCode =
            from type in Compiled.Program.Concat(Compiled.Ui)
            from text in Compiled.TextsIn(type)
            select (Where: Compiled.Outermost(type).FullName, Text: text);
        var inFiles = Checkout.Files("db", ".sql").Select(f => (Where: f, Text: Checkout.Read(f)));
        var texts = inCode.Concat(inFiles).ToList();

        texts.Count(t => t.Text.Contains("select ", StringComparison.Ordinal)).ShouldBeGreaterThan(10);
        texts.SelectMany(t => SqlText.WallClocks(t.Text).Select(c => $"{t.Where}: {c}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("select now()", 1)]
    [InlineData("at timestamptz not null default NOW ( )", 1)]
    [InlineData("where day = current_date or at > current_timestamp", 2)]
    [InlineData("select clock_timestamp(), localtimestamp, timeofday()", 3)]
    [InlineData("select age(p.made_at)", 1)]
    [InlineData("select 'today'::date", 1)]
    [InlineData("select age(a, b), know(), p.now, now_at -- now()", 0)]
    [InlineData("ask clock.Now() for the instant", 0)]
    public void The_scanner_sees_every_wall_clock(string sql, int count) =>
        SqlText.WallClocks(sql).Count().ShouldBe(count);

    [Fact]
    public void Banned_symbols_are_named_and_wired_into_every_project()
    {
        var banned = Checkout.Read("BannedSymbols.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        banned.Length.ShouldBeGreaterThan(5);
        // Each with the better way.
        banned.ShouldAllBe(line => Regex.IsMatch(line, "^[PM]:[^;]+;.{10,}$", RegexOptions.ExplicitCapture));
        banned.ShouldContain(line => line.StartsWith("P:System.DateTime.UtcNow;", StringComparison.Ordinal));
        banned.ShouldContain(line => line.StartsWith("P:System.TimeProvider.System;", StringComparison.Ordinal));

        Checkout.Read("Directory.Build.props").ShouldContain("BannedSymbols.txt\" />");
        Checkout.Read("Directory.Build.props").ShouldContain("<TreatWarningsAsErrors>true");
        Checkout
            .Read("Directory.Packages.props")
            .ShouldContain("GlobalPackageReference Include=\"Microsoft.CodeAnalysis.BannedApiAnalyzers\"");
    }

    [Fact]
    public void The_ban_is_lifted_in_one_place()
    {
        var files = Sources.SelectMany(folder => Checkout.Files(folder, ".cs", ".cshtml", ".csproj")).ToList();
        files.Count.ShouldBeGreaterThan(50);
        files.Where(f => Lifted().IsMatch(Checkout.Read(f))).ShouldBe(["src/Terecht/Platform/Time/Clock.cs"]);
        Lifted().IsMatch(Checkout.Read(".editorconfig")).ShouldBeFalse();
    }

    /// <summary>The analyser skips what it takes for generated code; the IL has everything, compiled pages too.</summary>
    [Fact]
    public void Compiled_code_reads_the_wall_clock_in_one_place()
    {
        string[] clocks =
        [
            "System.DateTime::get_Now",
            "System.DateTime::get_UtcNow",
            "System.DateTime::get_Today",
            "System.DateTimeOffset::get_Now",
            "System.DateTimeOffset::get_UtcNow",
            "System.TimeProvider::get_System",
            "NodaTime.SystemClock::get_Instance",
            "System.Guid::NewGuid",
        ];
        var readers =
            from type in Compiled.Program.Concat(Compiled.Ui)
            from call in Compiled.CallsIn(type)
            where clocks.Contains($"{call.Called.DeclaringType.FullName}::{call.Called.Name}")
            select Compiled.Outermost(type).FullName;
        readers.Distinct().ShouldBe(["Terecht.Platform.Time.RealClock"]);
    }

    [GeneratedRegex(
        @"#pragma\s+warning\s+disable[^\n]*RS00[3]0|SuppressMessage[^\n]*RS00[3]0|NoWarn[^\n]*RS00[3]0|dotnet_diagnostic\.RS00[3]0"
    )]
    private static partial Regex Lifted();
}
