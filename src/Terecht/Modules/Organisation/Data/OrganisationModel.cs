using Microsoft.EntityFrameworkCore;
using Terecht.Platform.Data;

namespace Terecht.Modules.Organisation.Data;

internal sealed class OrganisationModel : IModelPart
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Municipality>().ToTable("municipality", "organisation");
        // Keys without navigation: they tell EF which row to save first.
        model.Entity<Department>(e =>
        {
            e.ToTable("department", "organisation");
            e.HasOne<Municipality>().WithMany().HasForeignKey(x => x.MunicipalityId);
        });
        model.Entity<CalendarRow>(e =>
        {
            e.ToTable("calendar", "organisation");
            e.HasOne<Municipality>().WithMany().HasForeignKey(x => x.MunicipalityId);
        });
        model.Entity<CalendarVersion>(e =>
        {
            e.ToTable("calendar_version", "organisation");
            e.Property(x => x.Content).HasColumnType("jsonb");
            e.HasOne<CalendarRow>().WithMany().HasForeignKey(x => x.CalendarId);
            e.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.RecordedBy);
        });
        model.Entity<Team>(e =>
        {
            e.ToTable("team", "organisation");
            e.HasOne<Municipality>().WithMany().HasForeignKey(x => x.MunicipalityId);
            e.HasOne<Department>().WithMany().HasForeignKey(x => x.DepartmentId);
            e.HasOne<CalendarRow>().WithMany().HasForeignKey(x => x.CalendarId);
        });
        model.Entity<StaffMember>(e =>
        {
            e.ToTable("staff_member", "organisation");
            e.Ignore(x => x.FullName);
        });
        model.Entity<TeamMember>(e =>
        {
            e.ToTable("team_member", "organisation");
            e.HasKey(x => new { x.TeamId, x.StaffId });
            e.HasOne<Team>().WithMany().HasForeignKey(x => x.TeamId);
            e.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.StaffId);
        });
        model.Entity<Absence>(e =>
        {
            e.ToTable("absence", "organisation");
            e.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.StaffId);
            e.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.RecordedBy);
        });
        model.Entity<DialledNumberRow>(e =>
        {
            e.ToTable("dialled_number", "organisation");
            e.HasKey(x => x.Number);
            e.HasOne<Municipality>().WithMany().HasForeignKey(x => x.MunicipalityId);
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
        internal DbSet<Absence> Absences => db.Set<Absence>();
        internal DbSet<DialledNumberRow> DialledNumbers => db.Set<DialledNumberRow>();
    }
}
