using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.Desk.Running;
using Terecht.Platform.Events;
using Terecht.Platform.Loops;
using Terecht.Platform.Outbox;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Desk.Running;

public sealed class RunningTests
{
    private const string Address = "/beheer/lopend";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_what_waits_what_is_stuck_and_why()
    {
        await using var app = await StartAsync();
        await AddAsync(app, "Send.SendMail", stuck: 2);
        await AddAsync(app, "Send.SendSms", waiting: 3, failed: 1);
        using var admin = await Given.SignedInAsync(app, await Given.StaffAsync(app, "admin"));

        var page = await admin.GetAsync(Address);

        page.TextOf("table[aria-labelledby=vast]").ShouldContain("Send.SendMail niets bekend");
        page.TextOf("table[aria-labelledby=vast]").ShouldContain("SmtpCommandException7 keer geprobeerd");
        page.TextOf("table[aria-labelledby=wacht]").ShouldContain("Send.SendSms 3 1 Vandaag 9.46 uur");
        page.TextOf("table[aria-labelledby=lussen]").ShouldContain("stepsherinnert voordat iets te laat is loopt");
    }

    [Fact]
    public async Task One_is_tried_again_and_the_others_stay()
    {
        await using var app = await StartAsync();
        await AddAsync(app, "Send.SendMail", stuck: 3);
        using var admin = await Given.SignedInAsync(app, await Given.StaffAsync(app, "admin"));
        var form = (await admin.GetAsync(Address)).Form("table[aria-labelledby=vast] form");

        (await form.SubmitAsync()).Text.ShouldContain("Er wordt 1 ding opnieuw geprobeerd.");
        // Sent twice it is answered as the first time.
        (await form.SubmitAsync()).Text.ShouldContain("Er wordt 1 ding opnieuw geprobeerd.");

        (await StuckAsync(app)).ShouldBe(2);
        var happened = (await RetriedAsync(app)).ShouldHaveSingleItem();
        happened.ActorKind.ShouldBe("staff");
        happened.Read<OutboxRetried>().Rows.ShouldBe(1);
        var again = await app.InDbAsync(db => db.Set<OutboxRow>().SingleAsync(o => o.StuckAt == null, Ct));
        again.Tries.ShouldBe(7);
        again.NextTryAt.ShouldBeLessThanOrEqualTo(RealClock.Instance.Now());
    }

    [Fact]
    public async Task All_are_tried_again_at_once_also_when_there_are_many()
    {
        await using var app = await StartAsync();
        await AddAsync(app, "Send.SendMail", stuck: 120);
        using var admin = await Given.SignedInAsync(app, await Given.StaffAsync(app, "admin"));

        var page = await admin.GetAsync(Address);
        page.All("table[aria-labelledby=vast] tbody tr").Count.ShouldBe(50);
        var next = page.Find(".t-sheet__end a").GetAttribute("href")!;
        (await admin.GetAsync(next)).All("table[aria-labelledby=vast] tbody tr").Count.ShouldBe(50);

        (await page.Form("main form").SubmitAsync()).Text.ShouldContain("Er worden 120 dingen opnieuw geprobeerd.");
        (await StuckAsync(app)).ShouldBe(0);
        (await RetriedAsync(app)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_stuck_and_fails_once_more_is_stuck_once_more()
    {
        await using var app = await App.StartAsync();
        await AddAsync(app, "Gone.Reaction", stuck: 1);

        await app.InScopeAsync(async services =>
        {
            (await services.GetRequiredService<OutboxRetry>().TryAgainAsync(null, "Gone.Reaction", Ct)).ShouldBe(1);
            (await services.GetRequiredService<OutboxRetry>().TryAgainAsync(null, "Other.Reaction", Ct)).ShouldBe(0);
        });

        await Eventually.ThatAsync("it is stuck again", async () => await StuckAsync(app) == 1);
        (await app.InDbAsync(db => db.Set<OutboxRow>().SingleAsync(Ct))).Tries.ShouldBe(8);
    }

    [Fact]
    public void A_loop_remembers_when_it_worked_and_when_and_why_it_failed()
    {
        var states = new LoopStates();
        states.Failed("a", "TimeoutException");
        states
            .All.Single()
            .ShouldSatisfyAllConditions(
                a => a.Failing.ShouldBeTrue(),
                a => a.WorkedAt.ShouldBeNull(),
                a => a.FailedAt.ShouldNotBeNull()
            );
        states.Worked("a");
        states.Worked("b");

        var (a, b) = (states.All[0], states.All[1]);
        a.Failing.ShouldBeFalse();
        a.Error.ShouldBe("TimeoutException");
        a.WorkedAt.ShouldNotBeNull();
        b.FailedAt.ShouldBeNull();
        states.Failing.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, "net")]
    [InlineData(12, "12 seconden geleden")]
    [InlineData(60, "1 minuut geleden")]
    [InlineData(3599, "59 minuten geleden")]
    [InlineData(3600, "1 uur geleden")]
    [InlineData(90_000, "25 uur geleden")]
    [InlineData(259_200, "3 dagen geleden")]
    public void How_long_ago_is_said_in_whole_units(long seconds, string said)
    {
        var now = Instant.FromUtc(2027, 5, 3, 9, 0);
        RunningWords.Ago(now - Duration.FromSeconds(seconds), now).ShouldBe(said);
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync(services: Quiet.Without<OutboxLoop>());
        await Given.MunicipalityAsync(app);
        return app;
    }

    private static Task<int> AddAsync(App app, string kind, int stuck = 0, int waiting = 0, int failed = 0) =>
        app.InDbAsync(db =>
        {
            var now = app.Clock.Now();
            for (var i = 0; i < stuck + waiting; i++)
            {
                db.Add(
                    new OutboxRow
                    {
                        Id = app.Clock.NewId(),
                        Kind = kind,
                        Payload = "{}",
                        CreatedAt = now - Duration.FromHours(1),
                        Tries =
                            i < stuck ? 7
                            : i < stuck + failed ? 1
                            : 0,
                        NextTryAt = now,
                        StuckAt = i < stuck ? now : null,
                        LastError = i < stuck ? "SmtpCommandException" : null,
                    }
                );
            }
            return db.SaveChangesAsync(Ct);
        });

    private static Task<int> StuckAsync(App app) =>
        app.InDbAsync(db => db.Set<OutboxRow>().CountAsync(o => o.StuckAt != null, Ct));

    private static Task<List<EventRow>> RetriedAsync(App app) =>
        app.InDbAsync(db => db.Set<EventRow>().AsNoTracking().Where(e => e.Type == OutboxRetried.Type).ToListAsync(Ct));
}
