using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;
using static Terecht.Tests.Modules.Desk.Calendars.Keeper;

namespace Terecht.Tests.Modules.Desk.Calendars;

public sealed class EditCalendarTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Saved_it_is_a_version_for_what_is_promised_from_then_on()
    {
        await using var keeper = await StartAsync();
        var before = await (await keeper.PromiseAsync()).RowAsync();

        // Closed on Tuesday.
        var page = await (await keeper.FormAsync(Keeper.Calendar))
            .With(Block(1, 0, "From"), "")
            .With(Block(1, 0, "To"), "")
            .SubmitAsync("Bewaar kalender");

        page.Text.ShouldContain("Versie 2 is bewaard");
        page.TextOf(".t-versions").ShouldContain("Anjali Ramdas");
        page.TextOf(".t-versions").ShouldContain("anders vanaf di 4 mei");
        var versions = await VersionsAsync(keeper);
        versions.Select(v => v.Number).ShouldBe([1, 2]);
        versions[1].RecordedBy.ShouldBe(keeper.Person.StaffId);
        versions[1].ValidFrom.ShouldBe(new LocalDate(2027, 5, 4));
        (await EventsAsync(keeper)).ShouldBe(["calendar.changed", "settings.changed"], ignoreOrder: true);

        var after = await (await keeper.PromiseAsync()).RowAsync();
        before.CalendarVersionId.ShouldBe(versions[0].Id);
        after.CalendarVersionId.ShouldBe(versions[1].Id);
        before.FirstDue!.Value.Local().Date.ShouldBe(new LocalDate(2027, 5, 4));
        after.FirstDue!.Value.Local().Date.ShouldBe(new LocalDate(2027, 5, 5));
    }

    [Fact]
    public async Task Closed_for_a_whole_week_a_promise_gets_the_moment_after_it()
    {
        await using var keeper = await StartAsync();
        var form = await keeper.FormAsync(Keeper.Calendar);
        for (var day = 0; day < 5; day++)
        {
            form = (await form.SubmitAsync("Nog een dag dicht")).Form("main form.t-manage");
            form.With($"Form.Closures[{day}].Date", $"2027-05-{4 + day:00}")
                .With($"Form.Closures[{day}].Name", "Verhuizing");
        }

        // Tuesday 4 to Saturday 8 May; Monday 10 May is the first day open.
        var page = await form.SubmitAsync("Reken uit");
        page.TextOf("#gevolg").ShouldContain("maandag 10 mei om 17.00 uur");
        await page.Form("main form.t-manage").SubmitAsync("Bewaar kalender");

        var made = await (await keeper.PromiseAsync()).RowAsync();
        made.FirstDue.ShouldBe(new LocalDateTime(2027, 5, 10, 17, 0).InAmsterdam());
        made.Words.ShouldContain("maandag 10 mei om 17.00 uur");
    }

    [Fact]
    public async Task Several_times_a_day_until_midnight_are_kept()
    {
        await using var keeper = await StartAsync();
        var more = await (await keeper.FormAsync(Keeper.Calendar))
            .With("Form.Name", "Avond")
            .SubmitAsync("Maandag: Nog een tijd");
        var form = more.Form("main form.t-manage");
        form.ValueOf("Form.Name").ShouldBe("Avond");

        await form.With(Block(0, 1, "From"), "18").With(Block(0, 1, "To"), "24.00").SubmitAsync("Bewaar kalender");

        var calendar = Read((await VersionsAsync(keeper))[1]);
        calendar.Name.ShouldBe("Avond");
        calendar
            .OpenBlocks(new LocalDate(2027, 5, 10))
            .Select(b => b.ToString())
            .ShouldBe(["08:30-17:00", "18:00-24:00"]);
    }

    [Fact]
    public async Task Other_hours_from_a_day_on_take_the_place_of_the_week()
    {
        await using var keeper = await StartAsync();
        var form = (await (await keeper.FormAsync(Keeper.Calendar)).SubmitAsync("Andere tijden")).Form(
            "main form.t-manage"
        );
        form.With("Form.Weeks[1].From", "2027-07-05").With("Form.Weeks[1].To", "2027-07-09");
        await form.With("Form.Weeks[1].Days[0].Blocks[0].From", "10.00")
            .With("Form.Weeks[1].Days[0].Blocks[0].To", "12.00")
            .SubmitAsync("Bewaar kalender");

        var version = (await VersionsAsync(keeper))[1];
        version.ValidFrom.ShouldBe(new LocalDate(2027, 7, 5));
        Read(version).OpenBlocks(new LocalDate(2027, 7, 5)).Single().ToString().ShouldBe("10:00-12:00");
        Read(version).IsWorkingDay(new LocalDate(2027, 7, 6)).ShouldBeFalse();
        Read(version).IsWorkingDay(new LocalDate(2027, 7, 12)).ShouldBeTrue();
    }

    [Fact]
    public async Task Holidays_are_copied_one_by_one_and_no_more_than_those()
    {
        await using var keeper = await StartAsync();
        var page = await (await keeper.FormAsync(Keeper.Calendar))
            .With("Form.Holidays[2027-05-06]", "true")
            .With("Form.Holidays[2027-05-07]", "true")
            .SubmitAsync("Bewaar kalender");

        Read((await VersionsAsync(keeper))[1])
            .Closures.Select(c => (c.Date.Day, c.Name))
            .ShouldBe([(6, "Hemelvaartsdag"), (7, "dag na Hemelvaartsdag")]);

        // And one taken away again.
        var form = page.Form("main form.t-manage");
        await form.With("Form.Holidays[2027-05-07]", "false").SubmitAsync("Bewaar kalender");
        Read((await VersionsAsync(keeper))[2]).Closures.Single().Date.ShouldBe(new LocalDate(2027, 5, 6));
    }

    [Fact]
    public async Task A_year_without_a_decree_says_so_and_offers_nothing()
    {
        await using var keeper = await StartAsync();
        DecreeDays.LastYear.ShouldBe(2028, "This test looks at the first year of which nothing is known.");

        var page = await keeper.Browser.GetAsync(Keeper.Calendar);

        page.Text.ShouldContain("Voor 2029 is nog geen besluit bekend.");
        page.All("input[name^='Form.Holidays[2028']").ShouldNotBeEmpty();
        page.All("input[name^='Form.Holidays[2029']").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        "Form.Weeks[0].Days[3].Blocks[0].To",
        "7.00",
        "Donderdag: de eindtijd ligt vóór de begintijd. Bedoelt u 17.00?"
    )]
    [InlineData("Form.Weeks[0].Days[3].Blocks[0].To", "8.30", "Donderdag: begin en einde zijn gelijk.")]
    [InlineData("Form.Weeks[0].Days[3].Blocks[0].From", "half negen", "Donderdag: ‘half negen’ is geen tijd.")]
    [InlineData("Form.Weeks[0].Days[3].Blocks[0].To", "24.30", "Donderdag: ‘24.30’ is geen tijd.")]
    [InlineData("Form.Weeks[0].Days[3].Blocks[0].To", "", "Donderdag: vul ook de eindtijd in.")]
    [InlineData("Form.Weeks[0].Days[3].Blocks[0].From", "", "Donderdag: vul ook de begintijd in.")]
    [InlineData("Form.Weeks[0].To", "31-2-2027", "‘31-2-2027’ is geen dag.")]
    [InlineData("Form.Name", "", "Geef de kalender een naam.")]
    [InlineData("Form.Try", "straks", "Dit is geen moment.")]
    public async Task Wrong_input_is_told_beside_its_field_and_all_that_was_typed_stays(
        string field,
        string typed,
        string sentence
    )
    {
        await using var keeper = await StartAsync();
        var form = (await keeper.FormAsync(Keeper.Calendar)).With(Block(0, 0, "From"), "9.15");

        var page = await form.With(field, typed).SubmitAsync(field == "Form.Try" ? "Reken uit" : "Bewaar kalender");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain(sentence);
        page.Find($"[name='{field}']").GetAttribute("aria-invalid").ShouldBe("true");
        var again = page.Form("main form.t-manage");
        again.ValueOf(field).ShouldBe(typed);
        again.ValueOf(Block(0, 0, "From")).ShouldBe("9.15");
        (await VersionsAsync(keeper)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Times_that_overlap_and_a_last_day_before_the_first_are_told()
    {
        await using var keeper = await StartAsync();
        var form = (await (await keeper.FormAsync(Keeper.Calendar)).SubmitAsync("Maandag: Nog een tijd")).Form(
            "main form.t-manage"
        );
        form.With(Block(0, 1, "From"), "16.00").With(Block(0, 1, "To"), "18.00");

        var page = await form.With("Form.Weeks[0].From", "2027-06-01")
            .With("Form.Weeks[0].To", "2027-05-01")
            .SubmitAsync("Bewaar kalender");

        page.Text.ShouldContain("Maandag: deze tijden vallen over 8.30 tot 17.00 uur heen.");
        page.Text.ShouldContain("De laatste dag ligt vóór de eerste dag.");
        page.Text.ShouldContain("Er kloppen 2 dingen niet");
    }

    [Fact]
    public async Task The_proposal_mends_a_wrong_end_at_one_press()
    {
        await using var keeper = await StartAsync();
        var wrong = await (await keeper.FormAsync(Keeper.Calendar))
            .With(Block(3, 0, "To"), "7.00")
            .SubmitAsync("Bewaar kalender");

        var mended = await wrong.Form("main form.t-manage").SubmitAsync("Maak er 17.00 van");

        mended.Status.ShouldBe(HttpStatusCode.OK);
        mended.Form("main form.t-manage").ValueOf(Block(3, 0, "To")).ShouldBe("17.00");
    }

    [Fact]
    public async Task Of_two_administrators_at_once_the_second_hears_of_the_first_and_loses_nothing()
    {
        await using var keeper = await StartAsync();
        var other = await Given.StaffAsync(keeper.App, ["admin"], [], "Ruben Smit");
        using var second = await Given.SignedInAsync(keeper.App, other);
        var late = (await second.GetAsync(Keeper.Calendar)).Form("main form.t-manage").With("Form.Name", "Van Ruben");
        await (await keeper.FormAsync(Keeper.Calendar)).With("Form.Name", "Van Anjali").SubmitAsync("Bewaar kalender");

        var told = await late.SubmitAsync("Bewaar kalender");

        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Text.ShouldContain("Anjali Ramdas bewaarde intussen versie 2");
        told.Form("main form.t-manage").ValueOf("Form.Name").ShouldBe("Van Ruben");
        (await VersionsAsync(keeper)).Count.ShouldBe(2);

        // Knowing that, it becomes the version after it.
        (await told.Form("main form.t-manage").SubmitAsync("Bewaar kalender")).Text.ShouldContain(
            "Versie 3 is bewaard"
        );
    }

    [Fact]
    public async Task Pressed_twice_and_pressed_without_a_change_it_makes_no_second_version()
    {
        await using var keeper = await StartAsync();
        var form = (await keeper.FormAsync(Keeper.Calendar)).With("Form.Name", "Anders");
        await form.SubmitAsync("Bewaar kalender");
        (await form.SubmitAsync("Bewaar kalender")).Text.ShouldContain("Versie 2 is bewaard");

        var same = await (await keeper.FormAsync(Keeper.Calendar)).SubmitAsync("Bewaar kalender");

        same.Text.ShouldContain("Er is niets anders dan in versie 2.");
        (await VersionsAsync(keeper)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_would_change_is_worked_out_before_it_is_saved()
    {
        await using var keeper = await StartAsync();
        await keeper.PromiseAsync();
        await keeper.PromiseAsync();

        var page = await (await keeper.FormAsync(Keeper.Calendar))
            .With(Block(1, 0, "From"), "")
            .With(Block(1, 0, "To"), "")
            .With("Form.Try", "ma 10 mei 12.15")
            .SubmitAsync("Reken uit");

        var outcome = page.TextOf("#gevolg");
        outcome.ShouldContain("Belt nu, ma 3 mei 10.46 uur");
        outcome.ShouldContain("U wordt uiterlijk dinsdag 4 mei om 17.00 uur gebeld door team Belastingen.");
        outcome.ShouldContain("U wordt uiterlijk woensdag 5 mei om 17.00 uur gebeld door team Belastingen.");
        page.TextOf("#eigen-moment").ShouldContain("woensdag 12 mei");
        outcome.ShouldContain("2 houden hun moment");
        outcome.ShouldContain("2 toezeggingen vallen op een dag die dichtgaat: di 4 mei (2)");
        (await VersionsAsync(keeper)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_day_that_closes_before_the_hour_of_the_norm_is_warned_of()
    {
        await using var keeper = await StartAsync();
        var page = await (await keeper.FormAsync(Keeper.Calendar))
            .With(Block(2, 0, "To"), "12.30")
            .SubmitAsync("Reken uit");

        page.TextOf("#gevolg").ShouldContain("Let op woensdag. Het team sluit om 12.30 uur.");
    }

    [Fact]
    public async Task An_older_version_can_still_be_read()
    {
        await using var keeper = await StartAsync();
        await (await keeper.FormAsync(Keeper.Calendar))
            .With(Block(0, 0, "From"), "10.00")
            .SubmitAsync("Bewaar kalender");

        var old = await keeper.Browser.GetAsync(Keeper.Calendar + "?versie=1");

        old.TextOf("#kalender-deel").ShouldContain("Dit is versie 1.");
        old.TextOf("#kalender-deel").ShouldContain("8.30 tot 17.00");
        (await keeper.Browser.GetAsync(Keeper.Calendar + "?versie=9")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_new_calendar_needs_a_code_of_its_own()
    {
        await using var keeper = await StartAsync();
        var form = (await keeper.FormAsync("/beheer/kalenders/nieuw")).With("Form.Name", "Avond");
        var taken = await form.With("Form.Code", "standaard").SubmitAsync("Bewaar kalender");
        taken.Text.ShouldContain("Er is al een kalender met de code standaard.");
        var wrong = await form.With("Form.Code", "Avond uren!").SubmitAsync("Bewaar kalender");
        wrong.Text.ShouldContain("Geef een korte code van kleine letters");

        var made = await form.With("Form.Code", "avond").SubmitAsync("Bewaar kalender");

        made.Path.ShouldStartWith("/beheer/kalenders/avond");
    }

    [Theory]
    [InlineData("/beheer")]
    [InlineData("/beheer/kalenders")]
    [InlineData(Keeper.Calendar)]
    [InlineData(Keeper.Norm)]
    [InlineData("/beheer/normen/stad/rotterdam")]
    public async Task Nobody_else_may_enter(string address)
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        using var coordinator = await Given.SignedInAsync(app, world.Coordinator);

        var page = await coordinator.GetAsync(address);

        page.Path.ShouldStartWith("/geen-toegang");
    }

    private static Task<List<CalendarVersion>> VersionsAsync(Keeper keeper) =>
        keeper.App.InDbAsync(db =>
            db.Set<CalendarVersion>()
                .AsNoTracking()
                .Where(v => db.Set<CalendarRow>().Any(c => c.Id == v.CalendarId && c.Code == "standaard"))
                .OrderBy(v => v.Number)
                .ToListAsync(Ct)
        );

    private static Task<List<string>> EventsAsync(Keeper keeper) =>
        keeper.App.InDbAsync(db =>
            db.Set<EventRow>().Where(e => e.ActorId == keeper.Person.StaffId).Select(e => e.Type).ToListAsync(Ct)
        );

    private static ServiceCalendar Read(CalendarVersion version) =>
        CalendarJson.Read(version.Content, version.Id, version.Number).Calendar.ShouldNotBeNull();
}
