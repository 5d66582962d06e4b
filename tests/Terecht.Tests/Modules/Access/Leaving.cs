using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Access;

internal static class Leaving
{
    /// <summary>Yesterday was this person's last day.</summary>
    public static Task EndAsync(App app, Person person)
    {
        var yesterday = app.Clock.Today().PlusDays(-1);
        return app.InDbAsync(db =>
            db.Staff.Where(s => s.Id == person.StaffId)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndsOn, yesterday), TestContext.Current.CancellationToken)
        );
    }
}
