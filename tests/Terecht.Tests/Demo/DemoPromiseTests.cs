using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.Contacts.Data;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Organisation.Data;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Norms;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Demo;

/// <summary>The promises of the demo follow the rules of the product, each of them.</summary>
public sealed class DemoPromiseTests(DemoTown town) : IClassFixture<DemoTown>
{
    private App App => town.App;

    [Fact]
    public async Task What_is_stored_of_every_promise_is_what_its_events_come_to()
    {
        var (promises, events) = await ReadAsync();
        var teams = await App.InDbAsync(db => db.Teams.ToDictionaryAsync(t => t.Id, t => t.Code));
        var now = App.Clock.Now();

        promises.Count.ShouldBeGreaterThan(1_200);
        foreach (var promise in promises)
        {
            var rows = events[promise.Id].ToList();
            rows.Select(r => r.Seq).ShouldBe(Enumerable.Range(1, rows.Count).Select(n => (int?)n));
            FoldedPromise
                .Of(rows, promise.AttemptTerms, now)
                .ShouldBe(FoldedPromise.Stored(promise, teams[promise.TeamId]));
        }
    }

    [Fact]
    public async Task Every_act_was_recorded_in_order_and_only_attempts_lie_before_their_recording()
    {
        var (promises, events) = await ReadAsync();
        foreach (var rows in promises.Select(p => events[p.Id].ToList()))
        {
            rows.Select(r => r.RecordedAt).ShouldBe(rows.Select(r => r.RecordedAt).Order());
            rows.ShouldAllBe(r => r.Type == "promise.attempt" ? r.At <= r.RecordedAt : r.At == r.RecordedAt);
            rows.Where(r => r.Type == "promise.attempt")
                .ShouldAllBe(r => AttemptRule.WrongTime(r.At, r.RecordedAt, rows[0].At, null) == null);
        }
    }

    [Fact]
    public async Task Every_moment_is_that_of_the_norm_and_the_calendar_that_held()
    {
        var (promises, events) = await ReadAsync();
        await App.InScopeAsync(async services =>
        {
            var norms = services.GetRequiredService<NormBook>();
            var organisation = services.GetRequiredService<IOrganisation>();
            var topics = await services
                .GetRequiredService<TerechtDb>()
                .Set<Question>()
                .ToDictionaryAsync(q => q.Id, q => q.TopicId);
            foreach (var promise in promises)
            {
                var first = events[promise.Id].First().Read<PromiseMade>().TeamId;
                var norm = await norms.ForAsync(
                    promise.MunicipalityId,
                    first,
                    topics[promise.QuestionId!.Value],
                    default
                );
                var calendar = await organisation.CalendarVersionAsync(promise.CalendarVersionId, default);

                promise.NormId.ShouldBe(norm!.Id);
                DueMoment
                    .Of(norm.Rule, promise.MadeAt, calendar, StatutoryCalendar.Shipped)
                    .Moment.ShouldBe(promise.FirstDue);
                promise.Words.ShouldContain(SpokenMoment.Nl(promise.FirstDue!.Value, promise.MadeAt));
            }
        });
    }

    [Fact]
    public async Task All_that_can_become_of_a_promise_is_there()
    {
        var (promises, events) = await ReadAsync();
        var now = App.Clock.Now();
        var open = promises.Where(p => p.IsOpen).ToList();
        var judged = promises.Where(p => p.OnTime is not null).ToList();

        promises
            .Select(p => p.EndCode)
            .Distinct()
            .ShouldBe([null, "reached", "delivered", "attempts_done", "withdrawn"], ignoreOrder: true);
        judged.Average(p => p.OnTime == true ? 1 : 0).ShouldBeInRange(0.85, 0.91);
        open.ShouldContain(p => p.Due < now && p.MomentPassedAt != null);
        open.ShouldContain(p => p.Due > now && p.Due!.Value.Local().Date == now.Local().Date);
        open.ShouldContain(p => p.Due!.Value.Local().Date > now.Local().Date);
        foreach (var bounces in new[] { 1, 2, 3 })
        {
            open.ShouldContain(p => p.Bounces == bounces);
            promises.ShouldContain(p => !p.IsOpen && p.Bounces == bounces);
        }
        promises.ShouldContain(p => p.Repeats > 1);
        promises.ShouldContain(p => p.Language == "en");
        var outcomes = events
            .SelectMany(e => e)
            .Where(e => e.Type == "promise.attempt")
            .Select(e => e.Read<PromiseAttempted>());
        outcomes
            .Select(a => a.Outcome)
            .Distinct()
            .ShouldBe(["reached", "no_answer", "voicemail", "wrong_number"], ignoreOrder: true);
        events.SelectMany(e => e).ShouldContain(e => e.Type == "promise.reopen");
        events.SelectMany(e => e).ShouldContain(e => e.RecordedAt - e.At > Duration.FromMinutes(15));
    }

    [Fact]
    public async Task Three_bounces_are_for_Regie_and_every_wrong_turn_is_remembered()
    {
        var (promises, events) = await ReadAsync();
        var regie = await App.InDbAsync(db => db.Teams.Where(t => t.IsRegie).Select(t => t.Id).SingleAsync());
        var turns = await App.InDbAsync(db =>
            db.Set<Terecht.Modules.Routing.Data.WrongTurn>().Select(t => t.Id).ToListAsync()
        );

        promises.Where(p => p.Bounces == 3).ShouldAllBe(p => p.TeamId == regie);
        var bounces = events.SelectMany(e => e).Where(e => e.Type == "promise.bounce").Select(e => e.Id);
        bounces.ShouldBe(turns, ignoreOrder: true);
    }

    [Fact]
    public async Task Who_left_gave_everything_back_at_the_end_of_the_last_day()
    {
        var (promises, events) = await ReadAsync();
        var gone = await App.InDbAsync(db =>
            db.Staff.Where(s => s.EndsOn != null).ToDictionaryAsync(s => s.Id, s => s.EndsOn!.Value)
        );
        var now = App.Clock.Now();
        var left = events.SelectMany(e => e).Where(e => e is { Type: "promise.release", ActorKind: "system" }).ToList();

        left.ShouldNotBeEmpty();
        left.ShouldAllBe(e => e.At == gone[e.Read<PromiseReleased>().StaffId].PlusDays(1).StartInAmsterdam());
        promises
            .Where(p => p.IsOpen && p.HolderId is not null)
            .ShouldAllBe(p => !gone.ContainsKey(p.HolderId!.Value) || gone[p.HolderId!.Value] >= now.Local().Date);
    }

    [Fact]
    public async Task The_list_of_team_taxes_is_a_day_of_work()
    {
        var now = App.Clock.Now();
        var team = await App.InDbAsync(db =>
            db.Teams.Where(t => t.Code == "belastingen").Select(t => t.Id).SingleAsync()
        );
        var open = await App.InDbAsync(db =>
            db.Promises.Where(p => p.TeamId == team && p.EndedAt == null).ToListAsync()
        );

        open.Count.ShouldBeInRange(18, 22);
        open.Count(p => p.Due < now).ShouldBe(2);
        open.Count(p => p.Due > now && p.Due!.Value.Local().Date == now.Local().Date).ShouldBeInRange(8, 10);
        open.Select(p => p.HolderId).Distinct().Count().ShouldBeGreaterThan(5);
        open.ShouldContain(p => p.HolderId == null);
        open.ShouldContain(p => p.Bounces > 0);
        open.ShouldContain(p => p.Repeats > 0);
        open.Select(p => p.Subject).Distinct().Count().ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task Wil_Verbeek_waits_for_a_call_of_today_that_went_to_another_team_and_back()
    {
        var promise = await App.InDbAsync(db =>
            db.Promises.SingleAsync(p => p.ToName == "Mevrouw Wil Verbeek" && p.Subject.Contains("aanmaning"))
        );
        var contacts = await App.InDbAsync(db => db.Questions.CountAsync(q => q.MatterId == promise.MatterId));

        promise.Words.ShouldBe(
            "U wordt uiterlijk dinsdag 4 mei om 17.00 uur gebeld door team Belastingen, op 06 12 34 56 78."
        );
        (promise.Bounces, promise.Repeats, promise.Attempts).ShouldBe(((short)2, (short)2, (short)1));
        promise.IsOpen.ShouldBeTrue();
        contacts.ShouldBeGreaterThan(5);
    }

    private async Task<(List<Promise> Promises, ILookup<Guid, EventRow> Events)> ReadAsync() =>
        await App.InDbAsync(async db =>
        {
            var promises = await db.Promises.AsNoTracking().OrderBy(p => p.Id).ToListAsync();
            var events = await db.Set<EventRow>()
                .AsNoTracking()
                .Where(e => e.Seq != null && e.Type.StartsWith("promise."))
                .OrderBy(e => e.Seq)
                .ToListAsync();
            return (promises, events.ToLookup(e => e.StreamId));
        });
}
