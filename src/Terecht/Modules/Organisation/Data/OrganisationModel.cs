using Microsoft.EntityFrameworkCore;
using Terecht.Platform.Data;

namespace Terecht.Modules.Organisation.Data;

internal sealed class OrganisationModel : IModelPart
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Municipality>().ToTable("municipality", "organisation");
        model.Entity<Department>().ToTable("department", "organisation");
        model.Entity<CalendarRow>().ToTable("calendar", "organisation");
        model.Entity<CalendarVersion>(e =>
        {
            e.ToTable("calendar_version", "organisation");
            e.Property(x => x.Content).HasColumnType("jsonb");
        });
        model.Entity<Team>().ToTable("team", "organisation");
        model.Entity<StaffMember>(e =>
        {
            e.ToTable("staff_member", "organisation");
            e.Ignore(x => x.FullName);
        });
        model.Entity<TeamMember>(e =>
        {
            e.ToTable("team_member", "organisation");
            e.HasKey(x => new { x.TeamId, x.StaffId });
        });
        model.Entity<DialledNumberRow>(e =>
        {
            e.ToTable("dialled_number", "organisation");
            e.HasKey(x => x.Number);
        });
    }
}

internal static class OrganisationTables
{
    extension(TerechtDb db)
    {
        internal DbSet<Municipality> Municipalities => db.Set<Municipality>();
        internal DbSet<Department> Departments => db.Set<Department>();
        internal DbSet<CalendarRow> Calendars => db.Set<CalendarRow>();
        internal DbSet<CalendarVersion> CalendarVersions => db.Set<CalendarVersion>();
        internal DbSet<Team> Teams => db.Set<Team>();
        internal DbSet<StaffMember> Staff => db.Set<StaffMember>();
        internal DbSet<TeamMember> TeamMembers => db.Set<TeamMember>();
        internal DbSet<DialledNumberRow> DialledNumbers => db.Set<DialledNumberRow>();
    }
}
