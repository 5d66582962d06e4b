using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.Citizens.Contracts;
using Terecht.Modules.Contacts.Data;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Data;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Outbox;
using Terecht.Platform.Time;
using Terecht.Tests.Modules.Promises;
using Terecht.Tests.Testing;

namespace Terecht.BrowserTests.EveryPage;

/// <summary>A contact centre in which every page has something to show: a promise that is open, one that was kept, an open contact.</summary>
internal sealed class Stage
{
    public required World World { get; init; }
    public required Person Newcomer { get; init; }
    public required Person Admin { get; init; }

    /// <summary>Held by the specialist, who is absent; tried once, asked about again, and the team was reminded.</summary>
    public required Guid Open { get; init; }
    public required Guid Kept { get; init; }

    /// <summary>A promise waits for it, and it has no date yet.</summary>
    public required Guid Happening { get; init; }
    public required Person Lead { get; init; }
    public required CitizenAccess OpenAccess { get; init; }
    public required CitizenAccess KeptAccess { get; init; }

    /// <summary>With the caller, the topic and the outcome promised.</summary>
    public required string OpenContact { get; init; }
    public required string Finished { get; init; }

    public static async Task<Stage> SetAsync(App app)
    {
        var world = await World.StartAsync(app);
        var newcomer = await Given.StaffAsync(app, ["specialist"], [], "Sanne de Wit", demoRank: 1);
        using var agent = await Given.SignedInAsync(app, world.Agent);
        using var specialist = await Given.SignedInAsync(app, world.Specialist);

        await PromiseAsync(world, agent, "uw aanslag");
        var kept = await OnlyOpenAsync(app);
        await ActAsync(specialist, kept, "rond-af", "Form.Note", "De aanslag is lager geworden.");
        var finished = await PromiseAsync(world, agent, "uw aanmaning");
        var open = await OnlyOpenAsync(app);
        await ActAsync(specialist, open, "niet-bereikt", "Form.Note", "Voicemail vol.");
        var again = await RepeatAsync(world, agent);
        await app.InDbAsync(db => BeforeItIsLateAsync(db, world, open));

        return new Stage
        {
            World = world,
            Newcomer = newcomer,
            Admin = await Given.StaffAsync(app, ["admin"], [], "Anjali Ramdas"),
            Open = open,
            Kept = kept,
            Happening = await HappeningAsync(app, world),
            Lead = await Given.StaffAsync(app, ["lead"], [world.Taxes], "Tom Bakker", leads: true),
            OpenAccess = await AccessAsync(app, open),
            KeptAccess = await AccessAsync(app, kept),
            OpenContact = again,
            Finished = finished,
        };
    }

    private static async Task<string> PromiseAsync(World world, Browser agent, string subject)
    {
        var call = await CallAsync(world, agent);
        var done = await call.With("Subject", subject).SubmitAsync("Rond dit contact af");
        done.All("#klaar").ShouldNotBeEmpty(done.Text);
        return done.Path;
    }

    /// <summary>Wil calls and asks for her remission: all that a promise needs is filled in.</summary>
    private static async Task<Form> CallAsync(World world, Browser agent) =>
        (await agent.GetAsync("/werkplek/bel?nummer=06-12345678&via=14099"))
            .Form("#vraag")
            .With("PartyId", world.Wil.ToString())
            .With("Topic", "Kwijtschelding belastingen")
            .With("TopicId", world.Remission.ToString())
            .With("Note", "Kreeg toch een aanmaning.")
            .With("AnswerId", world.Answer.ToString())
            .With("Outcome", "promised");

    /// <summary>She asks again, in a contact of its own; then she is on the line with a third.</summary>
    private static async Task<string> RepeatAsync(World world, Browser agent)
    {
        await (await CallAsync(world, agent)).SubmitAsync("Bewaar");
        var known = await agent.GetAsync("/werkplek/bel?nummer=06-12345678");
        var repeated = await known.Form("#vraag").SubmitAsync("Belt hierover opnieuw");
        await repeated.Form("#vraag").SubmitAsync("belde opnieuw");
        return (await (await CallAsync(world, agent)).SubmitAsync("Bewaar")).Path;
    }

    /// <summary>The holder is absent, a colleague was reminded, and something in the outbox is stuck.</summary>
    private static async Task<int> BeforeItIsLateAsync(TerechtDb db, World world, Guid open)
    {
        var promise = await db.Set<Promise>().SingleAsync(p => p.Id == open);
        var clock = world.App.Clock;
        db.Add(
            new Absence
            {
                Id = clock.NewId(),
                StaffId = world.Specialist.StaffId,
                Why = AbsenceWords.Leave,
                FromAt = clock.Now() - Duration.FromDays(1),
                UntilAt = clock.Now() + Duration.FromDays(7),
                RecordedAt = clock.Now(),
                RecordedBy = world.Specialist.StaffId,
            }
        );
        db.Add(
            new Reminder
            {
                Id = clock.NewId(),
                PromiseId = open,
                About = ReminderAbout.Moment,
                Due = promise.LookAt,
                Step = 0,
                Receiver = ReminderReceiver.Team,
                TeamId = promise.TeamId,
                StaffIds = [world.Colleague.StaffId],
                ProposesProgress = true,
                DeliveredAt = clock.Now(),
            }
        );
        db.Add(
            new OutboxRow
            {
                Id = clock.NewId(),
                Kind = "Send.SendMail",
                Payload = "{}",
                CreatedAt = clock.Now(),
                Tries = 7,
                StuckAt = clock.Now(),
                LastError = "SmtpCommandException",
            }
        );
        return await db.SaveChangesAsync();
    }

    private static async Task<Guid> HappeningAsync(App app, World world)
    {
        var works = await Works.AddAsync(world);
        await Made.InAsync(world, usual => usual with { When = works.DaysBefore(1) });
        return works.Id;
    }

    private static async Task ActAsync(Browser specialist, Guid promise, string act, string field, string text)
    {
        var page = await specialist.GetAsync($"/werkvoorraad/{promise}?doe={act}");
        var done = await page.Form("#doe").With(field, text).SubmitAsync();
        ((int)done.Status).ShouldBe(200, done.Text);
    }

    private static Task<Guid> OnlyOpenAsync(App app) =>
        app.InDbAsync(db => db.Set<Promise>().Where(p => p.EndedAt == null).Select(p => p.Id).SingleAsync());

    private static Task<CitizenAccess> AccessAsync(App app, Guid promise) =>
        app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TerechtDb>();
            var matterId = await db.Set<Promise>().Where(p => p.Id == promise).Select(p => p.MatterId).SingleAsync();
            var matter = await db.Set<Matter>().SingleAsync(m => m.Id == matterId);
            return await services
                .GetRequiredService<ICitizenLinks>()
                .ForAsync(matter.Id, matter.LinkVersion, TestContext.Current.CancellationToken);
        });
}
