using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Demo.Town;

/// <summary>Who is absent in Maasdrecht at this moment, and who stands in for a lead. Nobody whom a visitor can be.</summary>
internal sealed class AbsenceTable(TerechtDb db, TimeProvider clock)
{
    /// <param name="Since">Days ago, counted from today.</param>
    /// <param name="Back">Days from today; null when nobody knows.</param>
    private sealed record Line(string Name, string Why, int Since, int? Back);

    private static readonly Line[] Lines =
    [
        new("karin.dijkstra", AbsenceWords.Leave, 1, 6),
        new("sem.degraaf", AbsenceWords.Sick, 1, null),
        new("rianne.deruiter", AbsenceWords.Sick, 6, null),
        new("samira.bouzid", AbsenceWords.Training, 0, 1),
        new("marloes.kortekaas", AbsenceWords.Leave, 3, 11),
        new("priya.kalloe", AbsenceWords.Leave, -9, 16),
    ];

    private static readonly string[] Deputies = ["loes.visser", "saskia.brouwer"];

    public async Task WriteAsync(Instant now, CancellationToken ct)
    {
        var staff = await db.Staff.AsNoTracking().ToDictionaryAsync(s => s.Email, ct);
        var teams = (await db.TeamMembers.AsNoTracking().ToListAsync(ct)).ToLookup(m => m.StaffId, m => m.TeamId);
        var today = now.Local().Date;
        foreach (var line in Lines)
        {
            var person = staff[Address(line.Name)].Id;
            var absence = new Absence
            {
                Id = clock.NewId(),
                StaffId = person,
                Why = line.Why,
                FromAt = today.PlusDays(-line.Since).StartInAmsterdam(),
                UntilAt = line.Back is { } back ? today.PlusDays(back).StartInAmsterdam() : null,
                RecordedAt = now,
                RecordedBy = person,
            };
            db.Add(absence);
            db.Add(
                EventRow.Of(
                    new StaffAway(person, absence.Id, absence.FromAt, absence.UntilAt, [.. teams[person]]),
                    clock.NewId(),
                    now,
                    "staff",
                    person
                )
            );
        }
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        Guid[] deputies = [.. Deputies.Select(name => staff[Address(name)].Id)];
        await db
            .TeamMembers.Where(m => deputies.Contains(m.StaffId))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Deputises, true), ct);
    }

    private static string Address(string name) => $"{name}@maasdrecht.example";
}
