using System.Net;
using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Contacts.Data;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Events;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Desk;

/// <summary>The whole story over HTTP: a call becomes a promise, the promise is kept.</summary>
public sealed class CallToKeptPromiseTests
{
    [Fact]
    public async Task A_call_becomes_a_promise_that_the_team_keeps()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        using var agent = await Given.SignedInAsync(app, world.Agent);

        var call = await agent.GetAsync("/werkplek/bel?nummer=06-12345678&via=14099");
        call.Text.ShouldContain("2 mensen op dit nummer");
        var done = await call.Form("#vraag")
            .With("PartyId", world.Wil.ToString())
            .With("Topic", "Kwijtschelding belastingen")
            .With("TopicId", world.Remission.ToString())
            .With("Note", "Kreeg toch een aanmaning.")
            .With("Outcome", "promised")
            .With("Phone", "06 12 34 56 78")
            .With("Subject", "uw aanmaning")
            .SubmitAsync("Rond dit contact af");

        done.Path.ShouldStartWith("/werkplek?klaar=");
        done.Text.ShouldContain(
            "U wordt uiterlijk dinsdag 4 mei om 17.00 uur gebeld door team Belastingen, op 06 12 34 56 78."
        );

        using var specialist = await Given.SignedInAsync(app, world.Specialist);
        var list = await specialist.GetAsync("/werkvoorraad");
        list.Text.ShouldContain("Mevrouw Wil Verbeek");
        var detail = await list.FollowAsync("uw aanmaning");
        var act = await detail.FollowAsync("Rond af");
        app.Clock.Set(2027, 5, 4, 17, 0);
        var kept = await act.Form("#doe")
            .With("Form.Outcome", "reached")
            .With("Form.Time", "17.00")
            .With("Form.Note", "Aanmaning is van tafel.")
            .SubmitAsync();

        kept.Status.ShouldBe(HttpStatusCode.OK);
        kept.Text.ShouldContain("Bereikt, op tijd");
        var promise = await app.InDbAsync(db => db.Set<Promise>().SingleAsync());
        promise.OnTime.ShouldBe(true);
        var types = await app.InDbAsync(db =>
            db.Set<EventRow>()
                .Where(e => e.StreamId == promise.Id && e.Seq != null)
                .OrderBy(e => e.Seq)
                .Select(e => e.Type)
                .ToListAsync()
        );
        types.ShouldBe(["promise.made", "promise.hold", "promise.attempt", "promise.end"]);
        (await app.InDbAsync(db => db.Set<Draft>().CountAsync())).ShouldBe(0);
    }
}
