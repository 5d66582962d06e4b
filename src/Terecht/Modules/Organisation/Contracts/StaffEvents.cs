using NodaTime;
using Terecht.Platform.Events;

namespace Terecht.Modules.Organisation.Contracts;

/// <summary>Somebody is or will be absent, or that changed. Why is not in it: that somebody was sick can be erased.</summary>
internal sealed record StaffAway(Guid StaffId, Guid AbsenceId, Instant From, Instant? Until, Guid[] TeamIds) : IEvent
{
    public static string Type => "staff.away";
    public Guid Stream => StaffId;
    public IEnumerable<string> Topics => StaffTopics.Of(StaffId, TeamIds);
}

/// <summary>Somebody is back, or will not be absent after all.</summary>
internal sealed record StaffBack(Guid StaffId, Guid AbsenceId, Guid[] TeamIds) : IEvent
{
    public static string Type => "staff.back";
    public Guid Stream => StaffId;
    public IEnumerable<string> Topics => StaffTopics.Of(StaffId, TeamIds);
}

internal static class StaffTopics
{
    /// <summary>Presence is kept in memory with the teams, so every node reads those again.</summary>
    public static IEnumerable<string> Of(Guid staffId, IEnumerable<Guid> teams) =>
        [$"staff:{staffId}", .. teams.Select(id => $"team:{id}"), "settings"];
}
