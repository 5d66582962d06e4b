using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Terecht.Modules.Citizens.Contracts;
using Terecht.Modules.Citizens.Data;
using Terecht.Modules.Citizens.Tell;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Contacts.Data;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Messages;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Citizens.Tell;

/// <summary>The small contact centre with real gateways: an SMTP server for e-mail, a Notify service for SMS and letters.</summary>
internal sealed class Town : IAsyncDisposable
{
    // No message may hold any of these.
    public const string Name = "Kanarina Geheim";
    public const string Subject = "kanariegele bekeuring";
    public const string Number = "+31687654321";
    public const string Address = "kanarie@example.org";

    private static readonly TellingPace Quick = new()
    {
        Grace = TimeSpan.Zero,
        Pauses = [TimeSpan.FromSeconds(1)],
        Watch = [TimeSpan.Zero],
    };

    private Town(World world, MailServer mail, NotifyServer notify) => (World, Mail, Notify) = (world, mail, notify);

    public World World { get; }
    public App App => World.App;
    public MailServer Mail { get; }
    public NotifyServer Notify { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Town> StartAsync(
        TellingPace? pace = null,
        Action<IServiceCollection>? services = null,
        string[]? without = null
    )
    {
        var mail = MailServer.Start();
        var notify = await NotifyServer.StartAsync();
        var settings = notify.Settings.Concat(mail.Settings.Where(s => s.Key != "PublicUrl"));
        var app = await App.StartAsync(
            settings
                .Where(s => without is null || !without.Any(w => s.Key.StartsWith(w, StringComparison.Ordinal)))
                .ToDictionary(s => s.Key, s => s.Value),
            s =>
            {
                s.Replace(ServiceDescriptor.Singleton(pace ?? Quick));
                services?.Invoke(s);
            }
        );
        return new Town(await World.StartAsync(app), mail, notify);
    }

    /// <summary>A promise by phone to somebody with a name, a number and a subject that nobody else may see.</summary>
    public Task<Guid> PromiseAsync(
        string? channel = "mail",
        string? address = Address,
        Guid? party = null,
        string language = "nl",
        PromiseWhen? when = null
    ) =>
        App.InScopeAsync(async services =>
        {
            var question = new RegisterQuestion(
                null,
                Subject,
                World.Remission,
                null,
                1,
                "promised",
                "",
                false,
                null,
                ""
            );
            var contact = await services
                .GetRequiredService<IContacts>()
                .RegisterAsync(
                    new RegisterContact(
                        App.Clock.NewId(),
                        World.Municipality,
                        "phone",
                        party,
                        World.Agent.StaffId,
                        null,
                        Number,
                        Name,
                        "",
                        language,
                        App.Clock.Now(),
                        [question]
                    ),
                    Ct
                );
            var made = await services
                .GetRequiredService<IPromises>()
                .MakeAsync(
                    new MakePromise(
                        World.Municipality,
                        contact.Questions[0].MatterId,
                        contact.Questions[0].Id,
                        World.Taxes,
                        World.Remission,
                        "call",
                        Subject,
                        Name,
                        party,
                        Number,
                        "cannot",
                        language,
                        "phone",
                        World.Agent.StaffId
                    )
                    {
                        TellChannel = channel,
                        TellAddress = address,
                        When = when ?? PromiseWhen.Norm,
                    },
                    Ct
                );
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync(Ct);
            return made.Id.ShouldNotBeNull(made.Refusal);
        });

    /// <summary>Does an act on the promise as it is now.</summary>
    public Task ActAsync(Guid promise, Func<int, PromiseAct> act) =>
        App.InScopeAsync(async services =>
        {
            services.GetRequiredService<Actor>().IsStaff(World.Specialist.StaffId);
            var db = services.GetRequiredService<TerechtDb>();
            var seq = await db.Promises.Where(p => p.Id == promise).Select(p => p.Seq).SingleAsync(Ct);
            var result = await services.GetRequiredService<IPromises>().ActAsync(act(seq), Ct);
            result.ShouldBeOfType<ActResult.Done>(result.ToString());
            await db.SaveChangesAsync(Ct);
        });

    /// <summary>We do not make it: another moment, a week later.</summary>
    public Task RenewAsync(
        Guid promise,
        WishedBy by = WishedBy.Us,
        string reason = RenewReason.Waiting,
        int day = 11
    ) =>
        ActAsync(
            promise,
            seq => new PromiseAct.Renew(
                promise,
                seq,
                World.Specialist.StaffId,
                new Chosen.Part(new LocalDate(2027, 5, day), Daypart.Afternoon),
                by,
                reason
            )
        );

    public Task EndAsync(Guid promise, PromiseEnd end) =>
        ActAsync(
            promise,
            seq => new PromiseAct.End(promise, seq, World.Specialist.StaffId, end, null, App.Clock.Now(), "")
        );

    public Task AllowAsync(Guid party, string channel, bool allowed) =>
        App.InScopeAsync(async services =>
        {
            await services
                .GetRequiredService<Terecht.Modules.People.Contracts.IWrittenWays>()
                .AllowAsync(party, channel, allowed, World.Agent.StaffId, Ct);
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync(Ct);
        });

    public Task<List<Message>> MessagesAsync(Guid promise) =>
        App.InDbAsync(db =>
            db.Set<Message>()
                .AsNoTracking()
                .Where(m => m.PromiseId == promise)
                .OrderBy(m => m.CreatedAt)
                .ThenBy(m => m.Id)
                .ToListAsync(Ct)
        );

    public Task<Promise> RowAsync(Guid promise) =>
        App.InDbAsync(db => db.Set<Promise>().AsNoTracking().SingleAsync(p => p.Id == promise, Ct));

    /// <summary>What the history says that the citizen was told: channel and what.</summary>
    public Task<List<string>> ToldAsync(Guid promise) =>
        App.InDbAsync(async db =>
            (
                await db.Set<EventRow>()
                    .Where(e => e.StreamId == promise && e.Type == PromiseTold.Type)
                    .OrderBy(e => e.Seq)
                    .ToListAsync(Ct)
            ).ConvertAll(e => $"{e.Read<PromiseTold>().Channel} {e.Read<PromiseTold>().What}")
        );

    public Task<CitizenAccess> AccessAsync(Guid promise) =>
        App.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TerechtDb>();
            var matterId = await db.Promises.Where(p => p.Id == promise).Select(p => p.MatterId).SingleAsync(Ct);
            var matter = await db.Set<Matter>().SingleAsync(m => m.Id == matterId, Ct);
            return await services.GetRequiredService<ICitizenLinks>().ForAsync(matter.Id, matter.LinkVersion, Ct);
        });

    /// <summary>Waits until every reaction ran and every message is where it must come.</summary>
    public Task SettledAsync() =>
        Eventually.ThatAsync(
            "everything that follows is done",
            async () =>
                await App.InDbAsync(db =>
                    db.Database.SqlQuery<bool>(
                            $"""
                            select not exists (select from platform.outbox where done_at is null)
                                and not exists (select from citizens.message where state in ('waiting', 'sending')) as "Value"
                            """
                        )
                        .SingleAsync(Ct)
                )
        );

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Mail.DisposeAsync();
        await Notify.DisposeAsync();
    }
}
