using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Desk.Reminders;

/// <summary>Why somebody is reminded, and who was.</summary>
internal static class ReminderWords
{
    /// <summary>What somebody else did: "Belde opnieuw. U hebt deze toezegging."</summary>
    public static string What(ReminderLine line, StaffCard? holder, Guid me, TeamCard team, Instant now) =>
        line.About switch
        {
            ReminderAbout.Repeat => $"De burger vroeg er opnieuw naar. {Why(line.Receiver, holder, me, team, now)}",
            ReminderAbout.Given when holder?.Id == me => "Een collega gaf u deze toezegging.",
            ReminderAbout.Ended => $"Klaar zonder u: {EndWord(line.EndCode)}. U hoeft niets meer te doen.",
            ReminderAbout.Asked => $"Regie vraagt of u hiernaar kijkt. {Holder(holder, now)}",
            _ => Why(line.Receiver, holder, me, team, now),
        };

    private static string EndWord(string? end) =>
        PromiseWords.ParseEnd(end) switch
        {
            PromiseEnd.Reached => "een collega sprak de burger",
            PromiseEnd.Delivered => "een collega deed het",
            PromiseEnd.AttemptsDone => "er is vaak genoeg gebeld",
            PromiseEnd.Withdrawn => "de burger wil het niet meer",
            PromiseEnd.AnsweredElsewhere => "het is ergens anders beantwoord",
            PromiseEnd.NotOwed => "het hoeft niet",
            _ => "het is afgerond",
        };

    /// <summary>To the receiver: "U hebt deze toezegging."</summary>
    /// <param name="holder">Who holds the promise now.</param>
    public static string Why(string receiver, StaffCard? holder, Guid me, TeamCard team, Instant now) =>
        receiver switch
        {
            _ when holder?.Id == me => "U hebt deze toezegging.",
            ReminderReceiver.Regie => $"Voor Regie: team {team.Name} heeft dit nog open. {Holder(holder, now)}",
            ReminderReceiver.Lead => $"U leidt team {team.Name}. {Holder(holder, now)}",
            ReminderReceiver.Deputy => $"U vervangt de teamleider van {team.Name}. {Holder(holder, now)}",
            _ => Holder(holder, now),
        };

    /// <summary>For the page of the promise: "Fatma", "het team: Fatma en Ruben", "Tom, teamleider".</summary>
    public static string Who(CaseReminder reminder, OrganisationNow town)
    {
        var names = reminder.StaffIds.Select(id => town.FindStaff(id)?.Short).OfType<string>().Order().ToList();
        var list = names.Count switch
        {
            0 => "niemand",
            1 => names[0],
            <= 3 => $"{string.Join(", ", names.SkipLast(1))} en {names[^1]}",
            _ => $"{names.Count} collega's",
        };
        return reminder.Receiver switch
        {
            ReminderReceiver.Team => $"het team: {list}",
            ReminderReceiver.Lead => $"{list}, teamleider",
            ReminderReceiver.Deputy => $"{list}, voor de teamleider",
            ReminderReceiver.Regie => names.Count == 0 ? "Regie" : $"Regie: {list}",
            _ => list,
        };
    }

    private static string Holder(StaffCard? holder, Instant now) =>
        holder is null ? "Niemand heeft dit nog."
        : holder.AwayAt(now) is { } away ? $"{holder.Short} heeft dit, en is {away.Nl(now)}."
        : $"{holder.Short} heeft dit.";
}
