using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Organisation.Data;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Organisation;

public sealed class ImportCalendarsTests
{
    private const string Office =
        """{"code":"kantoor","name":"Kantooruren","weekly":{"mon":[["08:30","17:00"]]},"closures":[{"date":"2027-05-06","name":"Hemelvaartsdag"}]}""";

    [Fact]
    public async Task A_calendar_that_differs_gets_a_new_version_and_one_that_does_not_gets_none()
    {
        await using var app = await Imports.StartAsync();

        (await Imports.RunAsync(app, "calendars", Office)).ShouldHold(added: 1);
        (await Imports.RunAsync(app, "calendars", $"[\n{Office}\n]")).ShouldHold(same: 1);
        (await Imports.RunAsync(app, "calendars", Office.Replace("17:00", "16:00"))).ShouldHold(changed: 1);

        var all = await app.InDbAsync(db => db.CalendarVersions.OrderBy(v => v.Number).ToListAsync());
        var versions = all.Where(v => v.Content.Contains("kantoor")).ToList();
        versions.Select(v => v.Number).ShouldBe([1, 2]);
        versions[0].Content.ShouldContain("17:00");
    }

    [Fact]
    public async Task A_calendar_that_cannot_be_read_is_rejected_with_every_fault()
    {
        await using var app = await Imports.StartAsync();
        var file = $$"""
            [{{Office}},
             {"code":"fout","name":"Fout","weekly":{"mon":[["17:00","08:30"]],"zat":[]},"closures":[{"date":"31 mei"}]},
             {"code":"kantoor","weekly":{},"closures":[]},
             {"code":"","weekly":{},"closures":[]},
             7]
            """;

        var report = await Imports.RunAsync(app, "calendars", file);

        report.ShouldHold(added: 1);
        report.WhyNot(2).ShouldContain("maandag");
        report.WhyNot(2).ShouldContain("zat");
        report.WhyNot(2).ShouldContain("31 mei");
        report.WhyNot(3).ShouldContain("regel 1");
        report.WhyNot(4).ShouldContain("leeg");
        report.WhyNot(5).ShouldContain("object");
    }

    [Theory]
    [InlineData("code;naam\na;A\n")]
    [InlineData("""[{"code":"a"}]""")]
    [InlineData("[]")]
    public async Task Another_file_is_refused(string text)
    {
        await using var app = await Imports.StartAsync();

        (await Imports.RefusedAsync(app, "calendars", text)).ShouldContain("weekly");
    }
}
