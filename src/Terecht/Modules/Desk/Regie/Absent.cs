using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Modules.Desk.Regie;

internal static class Absent
{
    /// <summary>Colleagues who are not there at an instant, or who left.</summary>
    public static Guid[] Away(this OrganisationNow organisation, Instant at) =>
        [.. organisation.Staff.Where(s => !s.IsThere(at)).Select(s => s.Id)];

    public static bool IsThere(this StaffCard colleague, Instant at) => colleague.WorksOn(at.Local().Date);
}
