using NodaTime;
using Terecht.Demo.Chance;
using Terecht.Demo.Town;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Demo.History;

/// <summary>Who is at work, and who is free to take a contact: nobody has two at once.</summary>
internal sealed class Roster
{
    // The people whom a visitor can be are always there.
    private static readonly HashSet<string> AlwaysIn =
    [
        "Joost van Dam",
        "Fatma Öztürk",
        "Tom Bakker",
        "Marjan Kuipers",
        "Kees Mol",
    ];
    private const double FullTime = 0.35;

    private readonly Municipality _town;
    private readonly Dice _dice = Dice.For("roster");
    private readonly Dictionary<Guid, IsoDayOfWeek?> _dayOff;
    private readonly Dictionary<(Guid Staff, LocalDate Day), List<Interval>> _busy = [];

    public Roster(Municipality town)
    {
        _town = town;
        _dayOff = town.Staff.ToDictionary(
            s => s.Id,
            s =>
                AlwaysIn.Contains(s.Name) || _dice.Chance(FullTime)
                    ? (IsoDayOfWeek?)null
                    : (IsoDayOfWeek)_dice.Between(1, 5)
        );
    }

    /// <summary>Somebody of a team who works that day; the lead only when there is nobody else, or now and then.</summary>
    public StaffCard OnDuty(Guid team, Instant at, Dice dice)
    {
        var day = at.Local().Date;
        var members = _town.MembersOf(team).Where(s => s.WorksOn(day)).ToList();
        var present = members.Where(s => _dayOff[s.Id] != day.DayOfWeek).ToList();
        var workers = present.Where(s => !s.Leads.Contains(team)).ToList();
        return workers.Count > 0 && !dice.Chance(0.1) ? dice.Pick(workers)
            : present.Count > 0 ? dice.Pick(present)
            : members.Count > 0 ? members[0]
            : _town.Person("Marjan Kuipers");
    }

    public bool IsIn(StaffCard person, Instant at) =>
        person.WorksOn(at.Local().Date) && _dayOff[person.Id] != at.Local().DayOfWeek;

    /// <summary>Somebody of a team who has no contact between these instants, and has one now.</summary>
    public StaffCard? Take(Guid team, Interval time, Dice dice)
    {
        var day = time.Start.Local().Date;
        var free = _town.MembersOf(team).Where(s => IsIn(s, time.Start) && IsFree(s, day, time)).ToList();
        if (free.Count == 0)
        {
            return null;
        }
        var person = dice.Pick(free);
        Busy(person, day).Add(time);
        return person;
    }

    /// <summary>A given person has a contact then.</summary>
    public void Take(StaffCard person, Interval time) => Busy(person, time.Start.Local().Date).Add(time);

    private bool IsFree(StaffCard person, LocalDate day, Interval time) =>
        Busy(person, day).TrueForAll(b => b.End <= time.Start || time.End <= b.Start);

    private List<Interval> Busy(StaffCard person, LocalDate day)
    {
        if (!_busy.TryGetValue((person.Id, day), out var list))
        {
            _busy[(person.Id, day)] = list = [];
        }
        return list;
    }
}
