using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Terecht.Demo.History;
using Terecht.Demo.Rows;
using Terecht.Demo.Town;
using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Demo;

/// <summary>The demo may be loaded at any hour, and be broken off at any step.</summary>
public sealed class DemoLoadTests
{
    [Fact]
    public async Task Broken_off_half_way_there_is_nothing_and_the_next_load_is_whole()
    {
        await using var app = await App.StartAsync();
        app.Clock.Set(2026, 11, 24, 20, 15);
        var step = 0;
        void Break(string _)
        {
            if (++step == 3)
            {
                throw new TimeoutException();
            }
        }

        await Should.ThrowAsync<TimeoutException>(() => DemoTown.LoadAsync(app, Break));
        (await app.InDbAsync(db => db.Municipalities.CountAsync())).ShouldBe(0);
        (await app.InDbAsync(db => db.Staff.CountAsync())).ShouldBe(0);

        (await DemoTown.LoadAsync(app)).ShouldBeTrue();
        (await app.InDbAsync(db => db.Municipalities.CountAsync())).ShouldBe(1);
        await SameAgainAsync(app);
        await AtAnyHourAsync(app);
    }

    private static async Task SameAgainAsync(App app)
    {
        var (first, second) = (await MakeAsync(app, app.Clock.Now()), await MakeAsync(app, app.Clock.Now()));

        first
            .Contacts.Select(c => (c.Id, c.StartedAt, c.InvolvedName))
            .ShouldBe(second.Contacts.Select(c => (c.Id, c.StartedAt, c.InvolvedName)));
        first.Events.Select(e => (e.Id, e.Data)).ShouldBe(second.Events.Select(e => (e.Id, e.Data)));
        first.Promises.Select(p => (p.Id, p.Due, p.Seq)).ShouldBe(second.Promises.Select(p => (p.Id, p.Due, p.Seq)));
    }

    /// <summary>Night, weekend, the first minute of a working day, a holiday, the end of a year, both clock changes, a leap day.</summary>
    private static async Task AtAnyHourAsync(App app)
    {
        string[] hours =
        [
            "2026-11-28T03:00",
            "2026-11-30T08:01",
            "2026-12-25T12:00",
            "2027-01-04T09:00",
            "2027-03-29T10:30",
            "2027-05-06T16:30",
            "2027-10-31T02:30",
            "2028-02-29T16:59",
            "2029-07-17T13:00",
        ];
        foreach (var hour in hours)
        {
            var now = LocalDateTimePattern
                .CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm")
                .Parse(hour)
                .Value.InAmsterdam();
            var rows = await MakeAsync(app, now);
            var taxes = await app.InDbAsync(db =>
                db.Teams.Where(t => t.Code == "belastingen").Select(t => t.Id).SingleAsync()
            );

            rows.Contacts.Count.ShouldBeInRange(8_000, 13_500, hour);
            rows.Contacts.ShouldAllBe(c => c.StartedAt <= c.EndedAt && c.EndedAt <= now, hour);
            rows.Events.ShouldAllBe(e => e.RecordedAt <= now, hour);
            rows.Remarks.ShouldAllBe(r => r.RecordedAt <= now, hour);
            rows.Promises.Count(p => p.IsOpen && p.TeamId == taxes).ShouldBeInRange(17, 22, hour);
            rows.Promises.Count(p => p.IsOpen && p.TeamId == taxes && p.Due < now).ShouldBe(2, hour);
            rows.Promises.ShouldContain(p => p.IsOpen && p.ToName == "Mevrouw Wil Verbeek" && p.Attempts == 1, hour);
        }
    }

    private static Task<DemoRows> MakeAsync(App app, Instant now) =>
        app.InScopeAsync(async services =>
        {
            var id = await services.GetRequiredService<TerechtDb>().Municipalities.Select(m => m.Id).SingleAsync();
            return HistoryMaker.Make(
                await services.GetRequiredService<MunicipalityReader>().ReadAsync(id, default),
                now
            );
        });
}
