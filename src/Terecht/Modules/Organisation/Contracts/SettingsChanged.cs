using Terecht.Platform.Events;

namespace Terecht.Modules.Organisation.Contracts;

/// <summary>Teams, staff, topics, norms, calendars or answers were changed: every node reads them again.</summary>
/// <param name="What">What was changed: teams, staff, topics, articles, districts, norms, calendars.</param>
/// <param name="Rows">How many rows.</param>
internal sealed record SettingsChanged(Guid MunicipalityId, string What, int Rows) : IEvent
{
    public static string Type => "settings.changed";
    public Guid Stream => MunicipalityId;
    public IEnumerable<string> Topics => ["settings"];
}
