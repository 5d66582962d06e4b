using NodaTime;
using Terecht.Modules.Organisation.Contracts;

namespace Terecht.Modules.Desk.Regie;

internal static class Absent
{
    /// <summary>Colleagues who are not there at an instant, or who left.</summary>
    public static Guid[] Away(this OrganisationNow organisation, Instant at) =>
        [.. organisation.Staff.Where(s => !s.IsInAt(at)).Select(s => s.Id)];
}
