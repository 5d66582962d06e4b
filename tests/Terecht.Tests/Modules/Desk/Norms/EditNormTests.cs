using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;
using Terecht.Tests.Modules.Desk.Calendars;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Desk.Norms;

public sealed class EditNormTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Saved_it_is_a_version_for_what_is_promised_from_then_on()
    {
        await using var keeper = await Keeper.StartAsync();
        var before = await (await keeper.PromiseAsync()).RowAsync();

        var page = await (await keeper.FormAsync(Keeper.Norm))
            .With("Form.Rule", "days")
            .With("Form.Days", "2")
            .With("Form.Attempts", "2")
            .With("Form.Percent", "92,5")
            .With("Form.Above", "above")
            .With("Form.Steps[0].Amount", "90")
            .With("Form.Steps[0].Unit", "minutes")
            .With("Form.Steps[0].To", "lead")
            .With("Form.Steps[0].Progress", "send")
            .SubmitAsync("Bewaar norm");

        page.Text.ShouldContain("Versie 2 is bewaard");
        page.TextOf(".t-versions").ShouldContain("Anjali Ramdas");
        var (first, second) = await VersionsAsync(keeper);
        (second.Number, second.RecordedBy).ShouldBe((2, keeper.Person.StaffId));
        (second.Attempts, second.TargetPercent, second.TargetAbove).ShouldBe(((short)2, 92.5m, true));
        second.Of(await NormAsync(keeper)).Steps.Single().Before.ShouldBe(Duration.FromMinutes(90));
        (await EventsAsync(keeper)).ShouldBe(["norm.changed", "settings.changed"], ignoreOrder: true);

        var after = await (await keeper.PromiseAsync()).RowAsync();
        (before.NormVersionId, after.NormVersionId).ShouldBe((first.Id, second.Id));
        (before.NormAttempts, after.NormAttempts).ShouldBe(((short)3, (short)2));
        before.FirstDue.ShouldBe(new LocalDateTime(2027, 5, 4, 17, 0).InAmsterdam());
        after.FirstDue.ShouldBe(new LocalDateTime(2027, 5, 5, 17, 0).InAmsterdam());
    }

    [Fact]
    public async Task A_later_day_lets_the_norm_of_now_hold_until_then()
    {
        await using var keeper = await Keeper.StartAsync();
        var page = await (await keeper.FormAsync(Keeper.Norm))
            .With("Form.Rule", "days")
            .With("Form.Days", "5")
            .With("Form.ValidFrom", "10-5-2027")
            .SubmitAsync("Bewaar norm");
        page.TextOf(".t-versions").ShouldContain("Gaat nog in");

        var (first, second) = await VersionsAsync(keeper);
        (await (await keeper.PromiseAsync()).RowAsync()).NormVersionId.ShouldBe(first.Id);
        keeper.App.Clock.Set(2027, 5, 10, 9, 0);
        (await (await keeper.PromiseAsync()).RowAsync()).NormVersionId.ShouldBe(second.Id);
    }

    [Theory]
    [InlineData("next", "Form.Time", "12.00", """{"kind": "nextWorkingDayBefore", "time": "12:00"}""")]
    [InlineData("days", "Form.Days", "4", """{"days": 4, "kind": "withinWorkingDays"}""")]
    [InlineData("minutes", "Form.Minutes", "120", """{"kind": "withinOpeningMinutes", "minutes": 120}""")]
    [InlineData("hours", "Form.Hours", "24", """{"kind": "withinHours", "hours": 24}""")]
    [InlineData("term", "Form.Count", "8", """{"kind": "statutoryTerm", "unit": "days", "count": 8}""")]
    public async Task Every_kind_of_rule_is_kept(string rule, string field, string typed, string stored)
    {
        await using var keeper = await Keeper.StartAsync();

        await (await keeper.FormAsync(Keeper.Norm))
            .With("Form.Rule", rule)
            .With(field, typed)
            .SubmitAsync("Bewaar norm");

        (await VersionsAsync(keeper)).Second.Rule.ShouldBe(stored);
        (await keeper.FormAsync(Keeper.Norm)).ValueOf(field).ShouldBe(typed);
    }

    [Theory]
    [InlineData("Form.NameNl", "", "Geef de norm een naam.")]
    [InlineData("Form.NameEn", "", "Geef de norm ook een Engelse naam.")]
    [InlineData("Form.Time", "vijf uur", "Vul een tijd in")]
    [InlineData("Form.Attempts", "veel", "Vul een getal van 0 tot en met 20 in.")]
    [InlineData("Form.Dayparts", "4", "Vul 1, 2 of 3 in")]
    [InlineData("Form.Steps[0].Amount", "-1", "Vul een heel getal van 0")]
    [InlineData("Form.Percent", "101", "Vul een percentage van 0 tot en met 100 in")]
    [InlineData("Form.ValidFrom", "1-5-2027", "Deze dag is al voorbij.")]
    [InlineData("Form.ValidFrom", "ooit", "Vul in vanaf welke dag de norm geldt")]
    [InlineData("Form.Places[0].Where", "Team Nergens", "‘Team Nergens’ kennen we niet.")]
    [InlineData("Form.Places[0].Where", "", "Dan heeft de gemeente geen norm meer")]
    public async Task Wrong_input_is_told_beside_its_field_and_all_that_was_typed_stays(
        string field,
        string typed,
        string sentence
    )
    {
        await using var keeper = await Keeper.StartAsync();
        var form = (await keeper.FormAsync(Keeper.Norm)).With("Form.Hours", "36");

        var page = await form.With(field, typed).SubmitAsync("Bewaar norm");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain(sentence);
        page.Find($"[name='{field}']").GetAttribute("aria-invalid").ShouldBe("true");
        var again = page.Form("main form.t-manage");
        again.ValueOf(field).ShouldBe(typed);
        again.ValueOf("Form.Hours").ShouldBe("36");
        (await CountAsync(keeper)).ShouldBe(1);
    }

    [Theory]
    [InlineData("days", "Form.Days", "0")]
    [InlineData("minutes", "Form.Minutes", "twee")]
    [InlineData("hours", "Form.Hours", "")]
    [InlineData("term", "Form.Count", "9999")]
    public async Task A_rule_without_a_right_number_is_told(string rule, string field, string typed)
    {
        await using var keeper = await Keeper.StartAsync();

        var page = await (await keeper.FormAsync(Keeper.Norm))
            .With("Form.Rule", rule)
            .With(field, typed)
            .With("Form.Percent", "honderd")
            .SubmitAsync("Bewaar norm");

        page.Text.ShouldContain("Er kloppen 2 dingen niet");
        page.Find($"[name='{field}']").GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Fact]
    public async Task More_than_all_cannot_be_the_target()
    {
        await using var keeper = await Keeper.StartAsync();

        var page = await (await keeper.FormAsync(Keeper.Norm))
            .With("Form.Above", "above")
            .With("Form.Percent", "100")
            .SubmitAsync("Bewaar norm");

        page.Text.ShouldContain("Meer dan 100% kan niet.");
    }

    [Fact]
    public async Task A_new_norm_for_a_team_and_one_kind_goes_before_the_rest()
    {
        await using var keeper = await Keeper.StartAsync();
        var form = (await keeper.FormAsync("/beheer/normen/nieuw"))
            .With("Form.Code", "spoed")
            .With("Form.NameNl", "Spoed")
            .With("Form.NameEn", "Urgent")
            .With("Form.Rule", "minutes")
            .With("Form.Minutes", "60")
            .With("Form.Places[0].Where", "Belastingen")
            .With("Form.Places[0].Kind", "call");
        var tried = await form.SubmitAsync("Reken uit");
        tried.TextOf("#gevolg").ShouldContain("uiterlijk maandag 3 mei om 11.46 uur");

        await form.SubmitAsync("Bewaar norm");

        (await (await keeper.PromiseAsync()).RowAsync()).FirstDue.ShouldBe(
            new LocalDateTime(2027, 5, 3, 11, 46).InAmsterdam()
        );
    }

    [Fact]
    public async Task A_place_that_another_norm_has_is_warned_of_and_then_taken()
    {
        await using var keeper = await Keeper.StartAsync();
        var form = (await keeper.FormAsync("/beheer/normen/nieuw"))
            .With("Form.Code", "nieuw-voor-allen")
            .With("Form.NameNl", "Nieuw")
            .With("Form.NameEn", "New")
            .With("Form.Places[0].Where", "Hele gemeente");

        (await form.SubmitAsync("Reken uit"))
            .TextOf("#gevolg")
            .ShouldContain("Hele gemeente, alles: volgt nu ‘volgende werkdag, 17.00 uur’.");
        await form.SubmitAsync("Bewaar norm");

        var scopes = await keeper.App.InDbAsync(db => db.Set<NormScope>().ToListAsync(Ct));
        scopes.Count.ShouldBe(1);
        (await keeper.Browser.GetAsync(Keeper.Norm)).TextOf("#lijst").ShouldContain("geldt nergens");
    }

    [Fact]
    public async Task Of_two_administrators_at_once_the_second_hears_of_the_first_and_loses_nothing()
    {
        await using var keeper = await Keeper.StartAsync();
        var other = await Given.StaffAsync(keeper.App, ["admin"], [], "Ruben Smit");
        using var second = await Given.SignedInAsync(keeper.App, other);
        var late = (await second.GetAsync(Keeper.Norm)).Form("main form.t-manage").With("Form.NameNl", "Van Ruben");
        await (await keeper.FormAsync(Keeper.Norm)).With("Form.NameNl", "Van Anjali").SubmitAsync("Bewaar norm");

        var told = await late.SubmitAsync("Bewaar norm");

        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Text.ShouldContain("Anjali Ramdas bewaarde intussen versie 2");
        told.Form("main form.t-manage").ValueOf("Form.NameNl").ShouldBe("Van Ruben");
        (await told.Form("main form.t-manage").SubmitAsync("Bewaar norm")).Text.ShouldContain("Versie 3 is bewaard");
    }

    [Fact]
    public async Task A_place_that_was_taken_away_meanwhile_is_not_taken_back_unseen()
    {
        await using var keeper = await Keeper.StartAsync();
        var old = (await keeper.FormAsync(Keeper.Norm)).With("Form.NameNl", "Anders");
        await (await keeper.FormAsync("/beheer/normen/nieuw"))
            .With("Form.Code", "nieuw-voor-allen")
            .With("Form.NameNl", "Nieuw")
            .With("Form.NameEn", "New")
            .With("Form.Places[0].Where", "Hele gemeente")
            .SubmitAsync("Bewaar norm");

        (await old.SubmitAsync("Bewaar norm")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task An_older_version_can_still_be_read_and_pressing_twice_makes_one()
    {
        await using var keeper = await Keeper.StartAsync();
        var form = (await keeper.FormAsync(Keeper.Norm)).With("Form.Rule", "hours").With("Form.Hours", "24");
        await form.SubmitAsync("Bewaar norm");
        await form.SubmitAsync("Bewaar norm");
        (await CountAsync(keeper)).ShouldBe(2);

        var old = await keeper.Browser.GetAsync(Keeper.Norm + "?versie=1");

        old.TextOf("#norm-deel").ShouldContain("de volgende werkdag, uiterlijk 17.00 uur");
    }

    private static async Task<(NormVersion First, NormVersion Second)> VersionsAsync(Keeper keeper)
    {
        var all = await keeper.App.InDbAsync(db =>
            db.Set<NormVersion>().AsNoTracking().OrderBy(v => v.Number).ToListAsync(Ct)
        );
        all.Count.ShouldBe(2);
        return (all[0], all[1]);
    }

    private static Task<int> CountAsync(Keeper keeper) =>
        keeper.App.InDbAsync(db => db.Set<NormVersion>().CountAsync(Ct));

    private static Task<NormRow> NormAsync(Keeper keeper) =>
        keeper.App.InDbAsync(db => db.Set<NormRow>().AsNoTracking().SingleAsync(Ct));

    private static Task<List<string>> EventsAsync(Keeper keeper) =>
        keeper.App.InDbAsync(db =>
            db.Set<EventRow>().Where(e => e.ActorId == keeper.Person.StaffId).Select(e => e.Type).ToListAsync(Ct)
        );
}
