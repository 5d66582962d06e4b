using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Platform;

public sealed class EventLogTests
{
    [Fact]
    public async Task What_has_a_column_of_its_own_is_not_in_the_data_again()
    {
        await using var app = await App.StartAsync();
        var held = new PromiseHeld(app.Clock.NewId(), app.Clock.NewId(), 2, app.Clock.NewId(), app.Clock.NewId());
        var row = await app.InScopeAsync(async services =>
        {
            var id = services.GetRequiredService<EventLog>().Record(held);
            var db = services.GetRequiredService<TerechtDb>();
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            return await db.Set<EventRow>().AsNoTracking().SingleAsync(e => e.Id == id);
        });

        using var data = JsonDocument.Parse(row.Data);
        data.RootElement.EnumerateObject()
            .Select(p => p.Name)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["matterId", "no", "promiseId", "staffId", "teamId"]);
        row.Read<PromiseHeld>().ShouldBe(held);
        (row.StreamId, row.Seq, row.MatterId, row.TeamId).ShouldBe(
            (held.PromiseId, (int?)2, (Guid?)held.MatterId, (Guid?)held.TeamId)
        );
    }
}
