using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Catalogue.Data;
using Terecht.Modules.Citizens.Contracts;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Contacts.Data;
using Terecht.Modules.Knowledge.Data;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Citizens;

/// <summary>A matter that a citizen may follow.</summary>
internal sealed record Followed(Guid MatterId, string Reference, Guid? PromiseId, CitizenAccess Access);

/// <summary>What citizens ask in the small world of the tests: Joost answers, Fatma of Belastingen calls back the next working day.</summary>
internal sealed class City
{
    public const string Phone = "+31612345678";

    private readonly World _world;
    private readonly App _app;
    private Guid _article;

    private City(World world) => (_world, _app) = (world, world.App);

    public Guid Municipality => _world.Municipality;
    public Guid Taxes => _world.Taxes;
    public Guid Income => _world.Income;
    public Guid Topic => _world.Remission;
    public Person Joost => _world.Agent;
    public Person Fatma => _world.Specialist;

    public static async Task<City> BuildAsync(App app)
    {
        var city = new City(await World.StartAsync(app));
        await app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TerechtDb>();
            city._article = await db.Set<ArticleVersion>()
                .Where(v => v.Id == city._world.Answer)
                .Select(v => v.ArticleId)
                .SingleAsync(Ct);
            db.Add(city.EnglishAnswer());
            await db.SaveChangesAsync(Ct);
            (services.GetRequiredService<ICatalogue>() as CatalogueReader)!.Forget();
        });
        return city;
    }

    /// <summary>A call in which a promise is made.</summary>
    public Task<Followed> PromisedAsync(
        string subject = "kwijtschelding loopt, toch aanmaning",
        string kind = "call",
        string language = "nl",
        Guid? matterId = null
    ) =>
        _app.InScopeAsync(async services =>
        {
            var asked = await RegisterAsync(services, "promised", null, matterId);
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync(Ct);
            var made = await services
                .GetRequiredService<IPromises>()
                .MakeAsync(
                    new MakePromise(
                        Municipality,
                        asked.MatterId,
                        asked.Id,
                        Taxes,
                        Topic,
                        kind,
                        subject,
                        "Wil Verbeek",
                        null,
                        kind == "call" ? Phone : null,
                        "cannot",
                        language,
                        "phone",
                        Joost.StaffId
                    ),
                    Ct
                );
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync(Ct);
            return await FollowedAsync(services, asked, made.Id);
        });

    /// <summary>A call that ends at once.</summary>
    public Task<Followed> AnsweredAsync(bool withArticle = true, string outcome = "answered") =>
        _app.InScopeAsync(async services =>
        {
            var asked = await RegisterAsync(
                services,
                outcome,
                withArticle ? new AnswerTold(_article, _world.Answer) : null
            );
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync(Ct);
            return await FollowedAsync(services, asked, null);
        });

    /// <summary>An act of Fatma, or of somebody else, on the promise as it is now.</summary>
    public Task ActAsync(Followed followed, Func<Guid, int, PromiseAct> act, Person? by = null) =>
        _app.InScopeAsync(async services =>
        {
            services.GetRequiredService<Actor>().IsStaff((by ?? Fatma).StaffId);
            var db = services.GetRequiredService<TerechtDb>();
            var seq = await db.Promises.Where(p => p.Id == followed.PromiseId).Select(p => p.Seq).SingleAsync(Ct);
            var result = await services
                .GetRequiredService<IPromises>()
                .ActAsync(act(followed.PromiseId!.Value, seq), Ct);
            result.ShouldBeOfType<ActResult.Done>();
            await db.SaveChangesAsync(Ct);
        });

    public Task TakeAsync(Followed followed) =>
        ActAsync(followed, (id, seq) => new PromiseAct.Take(id, seq, Fatma.StaffId));

    public Task TryAsync(Followed followed, AttemptOutcome outcome) =>
        ActAsync(
            followed,
            (id, seq) => new PromiseAct.Attempt(id, seq, Fatma.StaffId, outcome, _app.Clock.Now(), Phone, "")
        );

    public Task EndAsync(Followed followed, PromiseEnd end, string? reason = null) =>
        ActAsync(followed, (id, seq) => new PromiseAct.End(id, seq, Fatma.StaffId, end, reason, _app.Clock.Now(), ""));

    public Task MoveAsync(Followed followed, Guid? to) =>
        ActAsync(followed, (id, seq) => new PromiseAct.Bounce(id, seq, Fatma.StaffId, to, BounceReason.OtherTeam, ""));

    /// <summary>The citizen calls again about the open promise.</summary>
    public Task CallAgainAsync(Followed followed) =>
        _app.InScopeAsync(async services =>
        {
            var again = services
                .GetRequiredService<IContacts>()
                .AddToMatter(
                    new ContactOnMatter(
                        followed.MatterId,
                        Municipality,
                        Topic,
                        null,
                        "phone",
                        "in",
                        Joost.StaffId,
                        Phone,
                        "Wil Verbeek",
                        "promised",
                        "",
                        _app.Clock.Now()
                    )
                );
            var db = services.GetRequiredService<TerechtDb>();
            var seq = await db.Promises.Where(p => p.Id == followed.PromiseId).Select(p => p.Seq).SingleAsync(Ct);
            await services
                .GetRequiredService<IPromises>()
                .ActAsync(new PromiseAct.Repeat(followed.PromiseId!.Value, seq, Joost.StaffId, again), Ct);
            await db.SaveChangesAsync(Ct);
        });

    public Task RemarkAsync(Followed followed, string text) =>
        _app.InScopeAsync(async services =>
        {
            services.GetRequiredService<IContacts>().AddRemark(followed.MatterId, null, Fatma.StaffId, text);
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync(Ct);
        });

    /// <summary>Makes all links and codes of the matter worthless.</summary>
    public Task RaiseLinkVersionAsync(Followed followed) =>
        _app.InDbAsync(db =>
            db.Matters.Where(m => m.Id == followed.MatterId)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.LinkVersion, (short)2), Ct)
        );

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<RegisteredQuestion> RegisterAsync(
        IServiceProvider services,
        string outcome,
        AnswerTold? answer,
        Guid? matterId = null
    )
    {
        services.GetRequiredService<Actor>().IsStaff(Joost.StaffId);
        var contact = await services
            .GetRequiredService<IContacts>()
            .RegisterAsync(
                new RegisterContact(
                    _app.Clock.NewId(),
                    Municipality,
                    "phone",
                    null,
                    Joost.StaffId,
                    "14099",
                    Phone,
                    "Wil Verbeek",
                    "",
                    "nl",
                    _app.Clock.Now(),
                    [
                        new RegisterQuestion(
                            matterId,
                            "Interne naam van het dossier",
                            Topic,
                            null,
                            1,
                            outcome,
                            "intern detail",
                            false,
                            answer,
                            "notitie voor collega's"
                        ),
                    ]
                ),
                Ct
            );
        return contact.Questions[0];
    }

    private static async Task<Followed> FollowedAsync(
        IServiceProvider services,
        RegisteredQuestion asked,
        Guid? promiseId
    )
    {
        var access = await services.GetRequiredService<ICitizenLinks>().ForAsync(asked.MatterId, 1, Ct);
        return new Followed(asked.MatterId, asked.Reference, promiseId, access);
    }

    private ArticleVersion EnglishAnswer() =>
        new()
        {
            Id = _app.Clock.NewId(),
            ArticleId = _article,
            Number = 7,
            Language = "en",
            Title = "Do I have to pay already?",
            Summary = "",
            Body = "",
            PublishedAt = _app.Clock.Now() - Duration.FromDays(10),
            Current = true,
        };
}
