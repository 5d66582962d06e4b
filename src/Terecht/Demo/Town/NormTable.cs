using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Catalogue.Data;
using Terecht.Modules.Organisation.Data;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Demo.Town;

/// <summary>The norms of Maasdrecht: one for all, and others for some teams and topics.</summary>
internal sealed class NormTable(TerechtDb db, TimeProvider clock)
{
    private const string NextDay = """{"kind":"nextWorkingDayBefore","time":"17:00"}""";
    private const string Noon = """{"kind":"nextWorkingDayBefore","time":"12:00"}""";
    private const string TwoDays = """{"kind":"withinWorkingDays","days":2}""";
    private const string ThreeDays = """{"kind":"withinWorkingDays","days":3}""";
    private const string FiveDays = """{"kind":"withinWorkingDays","days":5}""";
    private const string TwoHours = """{"kind":"withinOpeningMinutes","minutes":120}""";

    private const string Steps =
        """[{"minutes":240,"to":"holder"},{"minutes":120,"to":"lead"},{"minutes":60,"to":"regie","progress":"propose"}]""";

    /// <summary>Before the history of the town begins.</summary>
    private static readonly LocalDate Since = new(2020, 1, 1);

    private static readonly Line[] Lines =
    [
        new("volgende-werkdag", "Volgende werkdag, 17.00 uur", "Next working day, 17:00", NextDay, 95, [], []),
        new(
            "wmo",
            "Zorg en hulp: binnen 2 werkdagen",
            "Care: within 2 working days",
            TwoDays,
            90,
            ["wmo", "jeugd"],
            []
        ),
        new(
            "melding",
            "Melding openbare ruimte: binnen 5 werkdagen",
            "Report about public space: within 5 working days",
            FiveDays,
            90,
            ["openbare-ruimte", "groen", "riolering", "wegen", "reiniging"],
            []
        ),
        new(
            "vergunning",
            "Vraag over een vergunning: binnen 3 werkdagen",
            "Question about a permit: within 3 working days",
            ThreeDays,
            90,
            ["vergunningen", "bouwtoezicht", "ruimte", "evenementen"],
            []
        ),
        new(
            "uitzoeken",
            "Vraag die we uitzoeken: binnen 5 werkdagen",
            "Question that we look into: within 5 working days",
            FiveDays,
            90,
            ["juridisch", "inkoop", "vastgoed"],
            ["belasting-bezwaar", "belasting-teruggave", "toeristenbelasting"]
        ),
        new("crisis", "Crisis: binnen 2 uur", "Crisis: within 2 hours", TwoHours, 100, [], ["crisis-thuis"]),
        new(
            "spoed",
            "Spoed: volgende werkdag, 12.00 uur",
            "Urgent: next working day, 12:00",
            Noon,
            95,
            [],
            ["paspoort-spoed", "besluit-te-laat"]
        ),
    ];

    public async Task WriteAsync(Guid municipality, CancellationToken ct)
    {
        // The municipality's own norm comes in the place of the one that every new municipality begins with.
        await db.NormScopes.Where(s => s.MunicipalityId == municipality).ExecuteDeleteAsync(ct);
        var first = await db.Norms.Where(n => n.MunicipalityId == municipality).Select(n => n.Id).ToListAsync(ct);
        await db.NormVersions.Where(v => first.Contains(v.NormId)).ExecuteDeleteAsync(ct);
        await db.Norms.Where(n => n.MunicipalityId == municipality).ExecuteDeleteAsync(ct);
        var teams = await db
            .Teams.Where(t => t.MunicipalityId == municipality)
            .ToDictionaryAsync(t => t.Code, t => t.Id, ct);
        var topics = await db
            .Topics.Where(t => t.MunicipalityId == municipality)
            .ToDictionaryAsync(t => t.Code, t => t.Id, ct);
        foreach (var line in Lines)
        {
            var norm = new NormRow
            {
                Id = clock.NewId(),
                MunicipalityId = municipality,
                Code = line.Code,
                Name = line.Name,
                NameEn = line.NameEn,
            };
            db.Add(norm);
            db.Add(
                new NormVersion
                {
                    Id = clock.NewId(),
                    NormId = norm.Id,
                    Number = 1,
                    Rule = line.Rule,
                    Attempts = (short)AttemptTerms.Default.Attempts!,
                    Dayparts = (short)AttemptTerms.Default.Dayparts,
                    Steps = Steps,
                    TargetPercent = line.Target,
                    ValidFrom = Since,
                    RecordedAt = clock.Now(),
                }
            );
            db.AddRange(line.Teams.Select(t => Scope(norm, null, teams[t])));
            db.AddRange(line.Topics.Select(t => Scope(norm, topics[t], null)));
            if (line is { Teams: [], Topics: [] })
            {
                db.Add(Scope(norm, null, null));
            }
        }
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private NormScope Scope(NormRow norm, Guid? topic, Guid? team) =>
        new()
        {
            Id = clock.NewId(),
            NormId = norm.Id,
            MunicipalityId = norm.MunicipalityId,
            TopicId = topic,
            TeamId = team,
        };

    private sealed record Line(
        string Code,
        string Name,
        string NameEn,
        string Rule,
        decimal Target,
        string[] Teams,
        string[] Topics
    );
}
