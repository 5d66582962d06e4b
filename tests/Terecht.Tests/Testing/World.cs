using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.Catalogue.Data;
using Terecht.Modules.Knowledge.Data;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.People.Data;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Routing.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Tests.Testing;

/// <summary>A small contact centre: two teams and Regie, an agent and two specialists, topics, answers, a norm and a few people.</summary>
internal sealed class World
{
    public required App App { get; init; }
    public required Guid Municipality { get; init; }
    public required Guid Taxes { get; init; }
    public required Guid Income { get; init; }
    public required Guid Regie { get; init; }
    public required Person Agent { get; init; }
    public required Person Specialist { get; init; }
    public required Person Colleague { get; init; }
    public required Person Coordinator { get; init; }
    public required Guid Remission { get; init; }

    /// <summary>A topic that no team does.</summary>
    public required Guid Passport { get; init; }
    public required Guid Answer { get; init; }
    public required Guid Wil { get; init; }

    /// <summary>Monday 3 May 2027, 10.46: the moment of the story; Wednesday to Friday are closed.</summary>
    public static async Task<World> StartAsync(App? given = null)
    {
        var app = given ?? await App.StartAsync();
        app.Clock.Set(2027, 5, 3, 10, 46);
        var municipality = await Given.MunicipalityAsync(app);
        var taxes = await Given.TeamAsync(app, "Belastingen");
        var income = await Given.TeamAsync(app, "Inkomen");
        var ids = await app.InScopeAsync(services => RowsAsync(services, app.Clock, municipality, taxes));
        return new World
        {
            App = app,
            Municipality = municipality,
            Taxes = taxes,
            Income = income,
            Regie = await app.InDbAsync(db =>
                db.Set<Terecht.Modules.Organisation.Data.Team>().Where(t => t.IsRegie).Select(t => t.Id).SingleAsync()
            ),
            Agent = await Given.StaffAsync(app, ["agent"], [], "Joost van Dam"),
            Specialist = await Given.StaffAsync(app, ["specialist"], [taxes], "Fatma Öztürk"),
            Colleague = await Given.StaffAsync(app, ["specialist"], [taxes], "Ruben Smit"),
            Coordinator = await Given.StaffAsync(app, ["coordinator"], [], "Marjan Kuipers"),
            Remission = ids.Topic,
            Passport = ids.Other,
            Answer = ids.Version,
            Wil = ids.Party,
        };
    }

    private static async Task<(Guid Topic, Guid Other, Guid Version, Guid Party)> RowsAsync(
        IServiceProvider services,
        TimeProvider clock,
        Guid municipality,
        Guid taxes
    )
    {
        var db = services.GetRequiredService<TerechtDb>();
        var topic = new Topic
        {
            Id = clock.NewId(),
            MunicipalityId = municipality,
            Code = "kwijtschelding",
            Name = "Kwijtschelding belastingen",
            NameEn = "Remission of local taxes",
            Keywords = "aanslag aanmaning geen geld",
            Source = "test",
        };
        db.Add(topic);
        var other = new Topic
        {
            Id = clock.NewId(),
            MunicipalityId = municipality,
            Code = "paspoort",
            Name = "Paspoort aanvragen",
            NameEn = "Apply for a passport",
            Source = "test",
        };
        db.Add(other);
        // Between schemas EF does not know who points at whom.
        await db.SaveChangesAsync();
        db.Add(
            new Procedure
            {
                TopicId = topic.Id,
                TeamId = taxes,
                Line = 1,
            }
        );
        db.Add(
            new District
            {
                Id = clock.NewId(),
                MunicipalityId = municipality,
                Code = "WK199901",
                Name = "Havenkwartier",
                Position = 1,
            }
        );
        var article = new Article
        {
            Id = clock.NewId(),
            MunicipalityId = municipality,
            Code = "moet-ik-al-betalen",
            OwnerTeamId = taxes,
            Source = "test",
            Subjects = "Kwijtschelding",
        };
        var version = new ArticleVersion
        {
            Id = clock.NewId(),
            ArticleId = article.Id,
            Number = 7,
            Language = "nl",
            Title = "Moet ik al betalen als mijn kwijtschelding nog loopt?",
            Summary = "Nee. Zolang uw aanvraag voor kwijtschelding loopt, hoeft u niet te betalen.",
            Body = "Kreeg u toch een **aanmaning**? Dan zetten wij die stil.",
            PublishedAt = clock.Now() - Duration.FromDays(21),
            Current = true,
        };
        db.Add(article);
        db.Add(version);
        await db.SaveChangesAsync();
        db.Add(new ArticleTopic { ArticleId = article.Id, TopicId = topic.Id });
        AddNorm(db, clock, municipality);
        var wil = AddPerson(db, clock, municipality, "mevrouw", "Wil", "Verbeek", 1951);
        AddPerson(db, clock, municipality, "de heer", "Jan", "Verbeek", 1948);
        services.GetRequiredService<EventLog>().Record(new SettingsChanged(municipality, "test", 1));
        await db.SaveChangesAsync();
        return (topic.Id, other.Id, version.Id, wil);
    }

    private static void AddNorm(TerechtDb db, TimeProvider clock, Guid municipality)
    {
        var norm = new NormRow
        {
            Id = clock.NewId(),
            MunicipalityId = municipality,
            Code = "volgende-werkdag",
            Name = "volgende werkdag, 17.00 uur",
            NameEn = "next working day, 17:00",
        };
        db.Add(norm);
        db.Add(
            new NormVersion
            {
                Id = clock.NewId(),
                NormId = norm.Id,
                Number = 1,
                Rule = """{"kind":"nextWorkingDayBefore","time":"17:00"}""",
                ValidFrom = new LocalDate(2020, 1, 1),
                RecordedAt = clock.Now(),
            }
        );
        db.Add(
            new NormScope
            {
                Id = clock.NewId(),
                NormId = norm.Id,
                MunicipalityId = municipality,
            }
        );
    }

    private static Guid AddPerson(
        TerechtDb db,
        TimeProvider clock,
        Guid municipality,
        string salutation,
        string given,
        string family,
        int born
    )
    {
        var party = new Party
        {
            Id = clock.NewId(),
            MunicipalityId = municipality,
            Kind = "person",
            Salutation = salutation,
            GivenName = given,
            FamilyName = family,
            BirthDate = new LocalDate(born, 3, 9),
            Street = "Kadeweg",
            HouseNumber = "14",
            Postcode = "3991 AB",
            City = "Maasdrecht",
            Prefers = "phone",
            RecordedAt = clock.Now(),
        };
        db.Add(party);
        db.Add(new PartyPhone { PartyId = party.Id, Number = "+31612345678" });
        db.AddRange(PartyName.Of(party));
        return party.Id;
    }
}
