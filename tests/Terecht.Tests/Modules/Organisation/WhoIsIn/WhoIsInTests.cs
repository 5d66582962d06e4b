using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Data;
using Terecht.Modules.Organisation.WhoIsIn;
using Terecht.Platform.Events;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Organisation.WhoIsIn;

public sealed class WhoIsInTests
{
    private const string Address = "/team/aanwezigheid";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_reports_being_free_and_everybody_of_the_team_reads_it()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        using var fatma = await Given.SignedInAsync(app, world.Specialist);

        var done = await ReportAsync(fatma, world.Specialist, "leave", "2027-05-03", "2027-05-10");
        done.Text.ShouldContain("U bent vrij tot 10 mei.");
        using var ruben = await Given.SignedInAsync(app, world.Colleague);
        (await ruben.GetAsync(Address)).Text.ShouldContain("Fatma Öztürk vrij tot 10 mei");

        var row = await app.InDbAsync(db => db.Set<Absence>().SingleAsync(Ct));
        row.FromAt.ShouldBe(app.Clock.Now());
        row.UntilAt.ShouldBe(new LocalDate(2027, 5, 10).StartInAmsterdam());
        row.RecordedBy.ShouldBe(world.Specialist.StaffId);
        var happened = (await EventsAsync(app, StaffAway.Type)).ShouldHaveSingleItem();
        happened.Read<StaffAway>().Topics.ShouldContain($"team:{world.Taxes}");
        happened.Data.ShouldNotContain("leave");
    }

    [Fact]
    public async Task Who_is_back_earlier_is_in_at_once()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        using var fatma = await Given.SignedInAsync(app, world.Specialist);
        await ReportAsync(fatma, world.Specialist, "sick", "2027-05-01", "");

        var page = await fatma.GetAsync(Address);
        page.Text.ShouldContain("ziek sinds 1 mei");
        var back = await page.Form("form[action*=End]").SubmitAsync();

        back.Text.ShouldContain("U bent er weer.");
        back.Text.ShouldContain("Aanwezig: 2 van 2");
        (await EventsAsync(app, StaffBack.Type)).Count.ShouldBe(1);
        (await app.InDbAsync(db => db.Set<Absence>().SingleAsync(Ct))).UntilAt.ShouldBe(app.Clock.Now());
    }

    [Fact]
    public async Task Two_of_one_person_never_overlap_and_the_newer_one_says_so()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        using var fatma = await Given.SignedInAsync(app, world.Specialist);
        await ReportAsync(fatma, world.Specialist, "leave", "2027-05-10", "2027-05-17");

        var refused = await ReportAsync(fatma, world.Specialist, "training", "2027-05-16", "2027-05-20");
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain("Fatma is dan al vrij van 10 mei tot 17 mei. Wijzig die, of kies andere dagen.");
        refused.Find("#Form_From").GetAttribute("value").ShouldBe("2027-05-16");

        (await ReportAsync(fatma, world.Specialist, "training", "2027-05-17", "2027-05-20")).Status.ShouldBe(
            HttpStatusCode.OK
        );
        (await app.InDbAsync(db => db.Set<Absence>().CountAsync(Ct))).ShouldBe(2);
    }

    [Fact]
    public async Task Two_at_once_leave_one()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        using var fatma = await Given.SignedInAsync(app, world.Specialist);
        var forms = new List<Form>();
        for (var i = 0; i < 6; i++)
        {
            forms.Add(await FormAsync(fatma, world.Specialist, "leave", $"2027-05-{10 + i}", "2027-05-20"));
        }

        await Task.WhenAll(forms.Select(f => f.SubmitAsync()));

        (await app.InDbAsync(db => db.Set<Absence>().CountAsync(Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_does_nothing_twice()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        using var fatma = await Given.SignedInAsync(app, world.Specialist);
        var form = await FormAsync(fatma, world.Specialist, "leave", "2027-05-10", "2027-05-17");

        (await form.SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await form.SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);

        (await EventsAsync(app, StaffAway.Type)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("2027-05-10", "2027-05-10", "Deze dag moet na de eerste dag komen.")]
    [InlineData("2027-05-01", "2027-05-03", "Deze dag is al begonnen.")]
    [InlineData("2037-05-01", "", "Vul een dag in")]
    public async Task What_cannot_be_is_said_next_to_the_field(string from, string until, string sentence)
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        using var fatma = await Given.SignedInAsync(app, world.Specialist);

        var refused = await ReportAsync(fatma, world.Specialist, "leave", from, until);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.TextOf(".t-field--wrong").ShouldContain(sentence);
    }

    /// <summary>What a browser with a field for dates never sends.</summary>
    [Theory]
    [InlineData("leave", "morgen", "", "From")]
    [InlineData("leave", "2027-05-10", "later", "Until")]
    [InlineData("leave", null, null, "From")]
    [InlineData("holiday", "2027-05-10", "", "Why")]
    public void What_is_no_day_or_reason_names_its_field(string why, string? from, string? until, string field)
    {
        var form = new AbsenceForm
        {
            Why = why,
            From = from,
            Until = until,
        };

        var (wanted, where, sentence) = form.Read(null, Instant.FromUtc(2027, 5, 3, 9, 0));

        wanted.ShouldBeNull();
        where.ShouldBe(field);
        sentence.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_day_as_people_write_it_is_read_too() =>
        new AbsenceForm { Why = "leave", From = "10-5-2027" }
            .Read(null, Instant.FromUtc(2027, 5, 3, 9, 0))
            .Wanted!.From.ShouldBe(new LocalDate(2027, 5, 10).StartInAmsterdam());

    [Fact]
    public async Task An_absence_is_changed_without_colliding_with_itself()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        using var fatma = await Given.SignedInAsync(app, world.Specialist);
        await ReportAsync(fatma, world.Specialist, "leave", "2027-05-10", "2027-05-17");
        var page = await fatma.GetAsync(Address);
        var change = page.All("a")
            .First(a => a.TextContent.StartsWith("Wijzig", StringComparison.Ordinal))
            .GetAttribute("href")!;

        var form = (await fatma.GetAsync(change)).Form("#meld").With("Form.Until", "2027-05-24");
        (await form.SubmitAsync()).Text.ShouldContain("vrij van 10 mei tot 24 mei");

        (await app.InDbAsync(db => db.Set<Absence>().CountAsync(Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task A_lead_reports_the_team_a_colleague_only_themselves_and_Regie_everybody()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var lead = await Given.StaffAsync(app, ["lead"], [world.Taxes], "Tom Bakker", leads: true);
        var other = await Given.StaffAsync(app, ["specialist"], [world.Income], "Mehmet Yilmaz");
        using var tom = await Given.SignedInAsync(app, lead);
        using var ruben = await Given.SignedInAsync(app, world.Colleague);
        using var marjan = await Given.SignedInAsync(app, world.Coordinator);

        (await OpenAsync(tom, world.Specialist)).ShouldBeTrue();
        (await OpenAsync(tom, other)).ShouldBeFalse();
        (await OpenAsync(ruben, world.Colleague)).ShouldBeTrue();
        (await OpenAsync(ruben, world.Specialist)).ShouldBeFalse();
        (await OpenAsync(marjan, other)).ShouldBeTrue();

        var form = await FormAsync(ruben, world.Colleague, "sick", "2027-05-03", "");
        var forbidden = await form.With("Form.StaffId", world.Specialist.StaffId.ToString()).SubmitAsync();
        forbidden.Path.ShouldStartWith("/geen-toegang");
        (await app.InDbAsync(db => db.Set<Absence>().CountAsync(Ct))).ShouldBe(0);
    }

    private static async Task<bool> OpenAsync(Browser by, Person whom) =>
        (await by.GetAsync($"{Address}?wie={whom.StaffId}")).All("#meld").Count == 1;

    private static async Task<Form> FormAsync(Browser by, Person whom, string why, string from, string until) =>
        (await by.GetAsync($"{Address}?wie={whom.StaffId}"))
            .Form("#meld")
            .With("Form.Why", why)
            .With("Form.From", from)
            .With("Form.Until", until);

    private static async Task<Page> ReportAsync(Browser by, Person whom, string why, string from, string until) =>
        await (await FormAsync(by, whom, why, from, until)).SubmitAsync();

    private static Task<List<EventRow>> EventsAsync(App app, string type) =>
        app.InDbAsync(db => db.Set<EventRow>().AsNoTracking().Where(e => e.Type == type).ToListAsync(Ct));
}
