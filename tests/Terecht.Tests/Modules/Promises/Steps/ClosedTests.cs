using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Organisation.Data;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises.Steps;

/// <summary>Steps and opening hours: receivers hear them while their team is open, and every closure has an answer.</summary>
public sealed class ClosedTests
{
    private const string Weekdays = """
        {"code":"standaard","name":"Standaard",
         "weekly":{"mon":[["08:30","17:00"]],"tue":[["08:30","17:00"]],"wed":[["08:30","17:00"]],"thu":[["08:30","17:00"]],"fri":[["08:30","17:00"]]},
         "closures":[CLOSURES]}
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Made_after_the_last_step_it_is_heard_at_once()
    {
        // From a quarter past one to tomorrow 17.00 are 735 working minutes.
        await using var r = await Reminding.StartAsync(
            """[{"minutes":840,"to":"holder"},{"minutes":780,"to":"lead"},{"minutes":740,"to":"regie"}]"""
        );
        r.At(3, 13, 15);
        var made = await r.PromiseAsync();
        (await made.RowAsync()).NextStep.ShouldBe<short?>(2);
        await r.RoundAsync();

        (await r.HeardAsync()).ShouldBe(["2 regie Robert"]);
        (await made.RowAsync()).NextStepAt.ShouldBeNull();
    }

    [Fact]
    public async Task Made_in_the_evening_it_is_heard_at_the_opening()
    {
        await using var r = await Reminding.StartAsync("""[{"minutes":510,"to":"holder"}]""");
        r.At(3, 20);
        var made = await r.PromiseAsync();
        await r.RoundAsync();
        (await r.HeardAsync()).ShouldBeEmpty();
        r.At(4, 8, 29, 59);
        await r.RoundAsync();
        (await r.HeardAsync()).ShouldBeEmpty();

        r.At(4, 8, 30);
        await r.RoundAsync();
        (await r.HeardAsync()).Count.ShouldBe(1);
        (await made.RowAsync()).NextStepAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_team_that_closed_afterwards_hears_it_at_its_opening()
    {
        await using var r = await Reminding.StartAsync();
        var made = await r.HeldAsync();
        await CloseAsync(r, ("2027-05-04", "12:00", "14:00"));
        r.At(4, 13);
        await r.RoundAsync();
        (await r.HeardAsync()).ShouldBeEmpty();
        (await made.RowAsync()).NextStepAt.ShouldBe(Local(4, 14, 0));

        r.At(4, 14);
        await r.RoundAsync();
        (await r.HeardAsync()).ShouldBe(["0 holder Fatma"]);
    }

    [Fact]
    public async Task After_a_whole_closed_week_everybody_hears_at_the_opening_that_it_is_late()
    {
        await using var r = await Reminding.StartAsync();
        var made = await r.HeldAsync();
        await CloseAsync(r, [.. Enumerable.Range(3, 12).Select(d => ($"2027-05-{d:00}", "", ""))]);
        foreach (var day in Enumerable.Range(4, 10))
        {
            r.At(day, 16, 30);
            await r.RoundAsync();
        }
        (await r.HeardAsync()).ShouldBeEmpty();
        // Saturday and Sunday follow the closed week.
        (await made.RowAsync()).NextStepAt.ShouldBe(Local(17, 8, 30));

        r.At(17, 8, 30);
        await r.RoundAsync();

        (await r.HeardAsync()).ShouldBe(["0 holder Fatma", "1 lead Tom", "2 regie Robert"]);
        (await r.RemindersAsync()).ShouldAllBe(x => x.DeliveredAt > x.Due);
    }

    [Fact]
    public async Task Regie_that_is_open_does_not_wait_for_a_team_that_is_closed()
    {
        await using var r = await Reminding.StartAsync();
        var made = await r.HeldAsync();
        await OwnCalendarForRegieAsync(r);
        await CloseAsync(r, ("2027-05-04", "", ""));
        r.At(4, 16);
        await r.RoundAsync();
        (await r.HeardAsync()).ShouldBe(["2 regie Robert"]);
        (await made.RowAsync()).NextStepAt.ShouldBe(Local(5, 8, 30));

        r.At(5, 8, 30);
        await r.RoundAsync();
        (await r.HeardAsync()).ShouldBe(["2 regie Robert", "0 holder Fatma", "1 lead Tom"]);
    }

    [Fact]
    public async Task A_progress_message_does_not_wait_for_a_team_that_is_closed()
    {
        await using var r = await Reminding.StartAsync("""[{"minutes":60,"to":"holder","progress":"send"}]""");
        await r.HeldAsync();
        await CloseAsync(r, ("2027-05-04", "", ""));
        r.At(4, 16);
        await r.RoundAsync();
        (await r.CountAsync(PromiseProgressDue.Type)).ShouldBe(1);
        (await r.HeardAsync()).ShouldBeEmpty();

        r.At(5, 8, 30);
        await r.RoundAsync();
        (await r.CountAsync(PromiseProgressDue.Type)).ShouldBe(1);
        (await r.HeardAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_team_that_never_opens_again_hears_it_at_once()
    {
        await using var r = await Reminding.StartAsync();
        await r.HeldAsync();
        await r.CalendarAsync("""{"code":"standaard","name":"Dicht","weekly":{},"closures":[]}""");
        r.At(4, 16);
        await r.RoundAsync();

        (await r.HeardAsync()).Count.ShouldBe(3);
    }

    /// <summary>The night of 27 to 28 March 2027 has 23 hours, that of 30 to 31 October 25: working time does not notice.</summary>
    [Theory]
    [InlineData(3, 26, 29)]
    [InlineData(10, 29, 1)]
    public async Task Steps_over_a_night_in_which_the_clock_changes_are_at_their_local_hour(
        int month,
        int friday,
        int monday
    )
    {
        await using var r = await Reminding.StartAsync();
        r.Clock.Set(2027, month, friday, 12, 0);
        await r.HeldAsync();
        var next = monday < friday ? month + 1 : month;

        r.Clock.Set(2027, next, monday, 12, 59, 59);
        await r.RoundAsync();
        (await r.HeardAsync()).ShouldBeEmpty();
        r.Clock.Set(2027, next, monday, 13, 0);
        await r.RoundAsync();
        (await r.HeardAsync()).ShouldBe(["0 holder Fatma"]);
    }

    private static Task CloseAsync(Reminding r, params (string Date, string From, string To)[] days) =>
        r.CalendarAsync(
            Weekdays.Replace(
                "CLOSURES",
                string.Join(
                    ",",
                    days.Select(d =>
                        d.From.Length == 0
                            ? $$"""{"date":"{{d.Date}}","name":"Staking"}"""
                            : $$"""{"date":"{{d.Date}}","name":"Staking","from":"{{d.From}}","to":"{{d.To}}"}"""
                    )
                ),
                StringComparison.Ordinal
            )
        );

    private static async Task OwnCalendarForRegieAsync(Reminding r)
    {
        var id = r.Clock.NewId();
        await r.App.InDbAsync(async db =>
        {
            db.Add(
                new CalendarRow
                {
                    Id = id,
                    MunicipalityId = r.World.Municipality,
                    Code = "regie",
                }
            );
            db.Add(
                new CalendarVersion
                {
                    Id = r.Clock.NewId(),
                    CalendarId = id,
                    Number = 1,
                    Content = Weekdays.Replace("CLOSURES", "", StringComparison.Ordinal),
                    RecordedAt = r.Clock.Now(),
                }
            );
            await db.SaveChangesAsync(Ct);
            return await db.Set<Team>()
                .Where(t => t.IsRegie)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.CalendarId, id), Ct);
        });
    }

    private static Instant Local(int day, int hour, int minute) =>
        new LocalDateTime(2027, 5, day, hour, minute).InAmsterdam();
}
