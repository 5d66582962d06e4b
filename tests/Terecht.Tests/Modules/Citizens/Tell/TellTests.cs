using Microsoft.Extensions.DependencyInjection;
using Terecht.Modules.Citizens.Data;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Citizens.Tell;

/// <summary>What a citizen hears in writing, at real servers: each thing once, by a way they allowed, without a word about them.</summary>
public sealed class TellTests
{
    [Fact]
    public async Task A_renewal_by_us_comes_as_one_mail_with_the_new_moment_and_why()
    {
        await using var town = await Town.StartAsync();
        var promise = await town.PromiseAsync();
        await town.SettledAsync();

        await town.RenewAsync(promise);
        await town.SettledAsync();

        town.Mail.Accepted.Count.ShouldBe(2);
        var mail = town.Mail.Accepted[1];
        mail.To.ToString().ShouldBe(Town.Address);
        mail.TextBody.ShouldNotBeNull()
            .ReplaceLineEndings("\n")
            .ShouldStartWith(
                "Goedendag,\n\nHet lukt ons niet om op het moment te reageren dat wij noemden. Sorry daarvoor. "
                    + "Wij wachten nog op iets.\n\nU hoort nu uiterlijk dinsdag 11 mei om 17.00 uur van ons.\n"
            );
        mail.TextBody.ShouldContain($"https://terecht.example{(await town.AccessAsync(promise)).Path}");
        (await town.ToldAsync(promise)).ShouldBe(["mail made", "mail renewed"]);
        (await town.MessagesAsync(promise)).ShouldAllBe(m => m.State == MessageState.Sent && m.SentAt != null);
    }

    [Fact]
    public async Task A_confirmation_comes_by_the_way_that_was_chosen_and_in_the_language_of_the_call()
    {
        await using var town = await Town.StartAsync();
        var bySms = await town.PromiseAsync("sms", Town.Number, language: "en");
        var byNothing = await town.PromiseAsync(null, null);
        await town.SettledAsync();

        var sms = town.Notify.Accepted.ShouldHaveSingleItem();
        sms.To.ShouldBe(Town.Number);
        sms.Text.ShouldBe(
            "Municipality of Maasdrecht: you will hear from us by 17:00 on Tuesday 4 May. See or change it: "
                + $"https://terecht.example{(await town.AccessAsync(bySms)).PathEn}"
        );
        (await town.MessagesAsync(byNothing)).ShouldBeEmpty();
        (await town.ToldAsync(byNothing)).ShouldBeEmpty();
        (await town.RowAsync(byNothing)).UntoldSince.ShouldBeNull();
    }

    [Fact]
    public async Task The_link_in_a_message_opens_the_page()
    {
        await using var town = await Town.StartAsync();
        await town.PromiseAsync();
        await town.SettledAsync();

        var body = town.Mail.Accepted[0].TextBody.ShouldNotBeNull();
        var link = body.Split('\n', '\r').Single(l => l.StartsWith("https://", StringComparison.Ordinal));
        using var citizen = new Browser(town.App);
        var page = await citizen.GetAsync(new Uri(link).AbsolutePath);

        page.TextOf(".t-promised").ShouldContain("uiterlijk dinsdag 4 mei om 17.00 uur");
    }

    [Fact]
    public async Task No_message_says_who_it_is_or_what_it_is_about()
    {
        await using var town = await Town.StartAsync();
        foreach (var language in new[] { "nl", "en" })
        {
            foreach (var (channel, address) in new[] { ("mail", Town.Address), ("sms", "+31611111111") })
            {
                var promise = await town.PromiseAsync(channel, address, language: language);
                await town.SettledAsync();
                await town.RenewAsync(promise);
                await town.SettledAsync();
                await town.RenewAsync(promise, WishedBy.Citizen, RenewReason.Asked, 12);
                await town.SettledAsync();
                await town.ActAsync(
                    promise,
                    seq => new PromiseAct.ChangeNumber(
                        promise,
                        seq,
                        town.World.Specialist.StaffId,
                        "+31622222222",
                        true
                    )
                );
                await town.EndAsync(promise, PromiseEnd.Withdrawn);
                await town.SettledAsync();
                (await town.MessagesAsync(promise)).Count.ShouldBeGreaterThan(3);
            }
        }

        string[] texts =
        [
            .. town.Mail.Accepted.Select(m => m.Subject + "\n" + m.TextBody + "\n" + m.From),
            .. town.Notify.Accepted.Select(n => n.Text),
        ];
        var references = await town.App.InDbAsync(db =>
            Task.FromResult(db.Set<Terecht.Modules.Contacts.Data.Matter>().Select(m => m.Reference).ToList())
        );
        texts.Length.ShouldBeGreaterThan(7);
        foreach (var text in texts)
        {
            foreach (
                var secret in new[]
                {
                    "anari",
                    "Geheim",
                    "bekeuring",
                    "87654321",
                    "87 65 43 21",
                    "Kwijtschelding",
                    "Belastingen",
                    "Fatma",
                }
            )
            {
                text.ShouldNotContain(secret, Case.Insensitive);
            }
            references.ShouldAllBe(r =>
                !text.Contains(r) && !text.Contains(Terecht.Modules.Contacts.Contracts.Reference.Spoken(r))
            );
        }
    }

    [Fact]
    public async Task Another_number_is_told_to_the_old_one()
    {
        await using var town = await Town.StartAsync();
        var promise = await town.PromiseAsync(null, null);

        await town.ActAsync(
            promise,
            seq => new PromiseAct.ChangeNumber(promise, seq, town.World.Specialist.StaffId, "+31622222222", true)
        );
        await town.SettledAsync();

        var sms = town.Notify.Accepted.ShouldHaveSingleItem();
        sms.To.ShouldBe(Town.Number);
        sms.Text.ShouldContain("wij kregen een ander telefoonnummer voor uw vraag");
        (await town.ToldAsync(promise)).ShouldBe(["sms number_changed"]);
    }

    [Fact]
    public async Task Attempts_that_are_done_are_told_with_their_number_and_can_be_reopened_by_the_link()
    {
        await using var town = await Town.StartAsync();
        var promise = await town.PromiseAsync("sms", Town.Number);
        await town.SettledAsync();
        foreach (var (day, hour) in new[] { (3, 11), (3, 13), (4, 9) })
        {
            town.App.Clock.Set(2027, 5, day, hour, 0);
            await town.ActAsync(
                promise,
                seq => new PromiseAct.Attempt(
                    promise,
                    seq,
                    town.World.Specialist.StaffId,
                    AttemptOutcome.NoAnswer,
                    town.App.Clock.Now(),
                    Town.Number,
                    ""
                )
            );
        }
        await town.EndAsync(promise, PromiseEnd.AttemptsDone);
        await town.SettledAsync();

        town.Notify.Accepted[^1].Text.ShouldContain("wij belden u 3 keer en kregen u niet te pakken");
        (await town.ToldAsync(promise)).ShouldBe(["sms made", "sms attempts_done"]);
    }

    [Fact]
    public async Task Another_team_or_a_bounce_is_never_told()
    {
        await using var town = await Town.StartAsync();
        var promise = await town.PromiseAsync();
        await town.SettledAsync();

        await town.ActAsync(
            promise,
            seq => new PromiseAct.Bounce(
                promise,
                seq,
                town.World.Specialist.StaffId,
                town.World.Income,
                BounceReason.OtherTeam,
                ""
            )
        );
        await town.ActAsync(
            promise,
            seq => new PromiseAct.Move(promise, seq, town.World.Coordinator.StaffId, town.World.Taxes, MoveReason.Wrong)
        );
        await town.SettledAsync();

        town.Mail.Accepted.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_cannot_be_told_in_writing_comes_to_Regie_at_once()
    {
        await using var town = await Town.StartAsync();
        var promise = await town.PromiseAsync(null, null);

        await town.RenewAsync(promise);
        await town.SettledAsync();

        var untold = await town.RowAsync(promise);
        untold.UntoldSince.ShouldBe(town.App.Clock.Now());
        untold.UntoldWhy.ShouldBe(UntoldWhy.NoWay);
        UntoldWhy.Nl(untold.UntoldWhy.ShouldNotBeNull()).ShouldBe("Mag of kan geen bericht krijgen");

        await town.ActAsync(
            promise,
            _ => new PromiseAct.Told(promise, town.World.Coordinator.StaffId, "phone", ToldAbout.Renewed)
        );
        (await town.RowAsync(promise)).UntoldSince.ShouldBeNull();
    }

    [Fact]
    public async Task A_wish_of_the_citizen_that_cannot_be_confirmed_is_no_work_for_Regie()
    {
        await using var town = await Town.StartAsync();
        var promise = await town.PromiseAsync(null, null);

        await town.RenewAsync(promise, WishedBy.Citizen, RenewReason.Asked);
        await town.SettledAsync();

        (await town.RowAsync(promise)).UntoldSince.ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_gateway_for_the_chosen_way_it_goes_by_another_that_the_person_allowed()
    {
        await using var town = await Town.StartAsync(without: ["Smtp"]);
        await town.AllowAsync(town.World.Wil, "letter", true);
        await town.AllowAsync(town.World.Wil, "sms", true);
        var promise = await town.PromiseAsync("mail", Town.Address, town.World.Wil);
        await town.SettledAsync();

        town.Notify.Accepted.ShouldHaveSingleItem().To.ShouldBe("+31612345678");
        (await town.ToldAsync(promise)).ShouldBe(["sms made"]);

        await town.AllowAsync(town.World.Wil, "sms", false);
        await town.RenewAsync(promise);
        await town.SettledAsync();

        town.Notify.Accepted[1].Kind.ShouldBe("letter");
        town.Notify.Accepted[1].To.ShouldBe("Mevrouw Wil Verbeek\nKadeweg 14\n3991 AB Maasdrecht");
    }

    [Fact]
    public async Task Who_takes_back_a_permission_is_not_written_to_any_more()
    {
        await using var town = await Town.StartAsync();
        var promise = await town.PromiseAsync("sms", "+31612345678", town.World.Wil);
        await town.SettledAsync();
        await town.AllowAsync(town.World.Wil, "sms", false);

        await town.RenewAsync(promise);
        await town.SettledAsync();

        town.Notify.Accepted.ShouldHaveSingleItem();
        (await town.RowAsync(promise)).UntoldWhy.ShouldBe(UntoldWhy.NoWay);
    }

    [Fact]
    public async Task A_new_moment_that_was_taken_back_before_it_left_is_never_heard_of()
    {
        await using var town = await Town.StartAsync(new() { Grace = TimeSpan.FromHours(1) });
        var promise = await town.PromiseAsync();
        await Eventually.ThatAsync("it is confirmed", async () => (await town.ToldAsync(promise)).Count == 1);

        await town.RenewAsync(promise);
        await Eventually.ThatAsync("it waits", async () => (await town.MessagesAsync(promise)).Count == 2);
        await town.ActAsync(promise, seq => new PromiseAct.Undo(promise, seq, town.World.Specialist.StaffId));
        await town.SettledAsync();

        town.Mail.Accepted.ShouldHaveSingleItem();
        (await town.MessagesAsync(promise)).Select(m => m.State).ShouldBe(["sent", "not_needed"], ignoreOrder: true);
        (await town.RowAsync(promise)).UntoldSince.ShouldBeNull();
    }

    [Fact]
    public async Task A_new_moment_that_was_taken_back_before_Regie_called_is_no_work_any_more()
    {
        await using var town = await Town.StartAsync();
        var promise = await town.PromiseAsync(null, null);
        await town.RenewAsync(promise);
        await town.SettledAsync();
        (await town.RowAsync(promise)).UntoldSince.ShouldNotBeNull();

        await town.ActAsync(promise, seq => new PromiseAct.Undo(promise, seq, town.World.Specialist.StaffId));
        await town.SettledAsync();

        (await town.RowAsync(promise)).UntoldSince.ShouldBeNull();
    }

    [Fact]
    public async Task A_colleague_lets_the_citizen_hear_how_it_stands_and_after_the_moment_that_it_is_late()
    {
        await using var town = await Town.StartAsync();
        var promise = await town.PromiseAsync();
        await town.SettledAsync();

        await LetHearAsync(town, promise);
        await town.SettledAsync();
        town.App.Clock.Set(2027, 5, 10, 9, 0);
        await LetHearAsync(town, promise);
        await town.SettledAsync();

        town.Mail.Accepted.Count.ShouldBe(3);
        town.Mail.Accepted[1]
            .TextBody.ShouldNotBeNull()
            .ShouldContain("U hoort uiterlijk dinsdag 4 mei om 17.00 uur van ons, zoals we beloofden.");
        town.Mail.Accepted[2]
            .TextBody.ShouldNotBeNull()
            .ShouldContain(
                "U zou uiterlijk dinsdag 4 mei om 17.00 uur van ons horen. Dat is niet gelukt. Sorry daarvoor."
            );
        (await town.ToldAsync(promise)).ShouldBe(["mail made", "mail progress", "mail late"]);
    }

    [Fact]
    public async Task Taken_back_before_it_left_the_citizen_hears_nothing()
    {
        await using var town = await Town.StartAsync(new() { Grace = TimeSpan.FromHours(1) });
        var promise = await town.PromiseAsync();
        await Eventually.ThatAsync("it is confirmed", async () => (await town.ToldAsync(promise)).Count == 1);

        await LetHearAsync(town, promise);
        await Eventually.ThatAsync("it waits", async () => (await town.MessagesAsync(promise)).Count == 2);
        await TakeBackAsync(town, promise);
        await town.SettledAsync();

        town.Mail.Accepted.ShouldHaveSingleItem();
        (await town.MessagesAsync(promise)).Select(m => m.State).ShouldBe(["sent", "not_needed"], ignoreOrder: true);
        (await town.RowAsync(promise)).UntoldSince.ShouldBeNull();
    }

    [Fact]
    public async Task Where_nobody_may_be_written_to_letting_hear_is_a_call_for_Regie_until_that_is_taken_back()
    {
        await using var town = await Town.StartAsync();
        var promise = await town.PromiseAsync(null, null);

        await LetHearAsync(town, promise);
        await town.SettledAsync();
        (await town.RowAsync(promise)).UntoldWhy.ShouldBe(UntoldWhy.NoWay);

        await TakeBackAsync(town, promise);
        await town.SettledAsync();
        (await town.RowAsync(promise)).UntoldSince.ShouldBeNull();
    }

    [Fact]
    public async Task How_it_stands_is_told_when_the_norm_says_so()
    {
        await using var town = await Town.StartAsync();
        var promise = await town.PromiseAsync();
        await town.SettledAsync();
        var row = await town.RowAsync(promise);

        await town.App.InScopeAsync(async services =>
        {
            services
                .GetRequiredService<EventLog>()
                .Record(new PromiseProgressDue(promise, row.MatterId, row.TeamId, row.Due.ShouldNotBeNull()));
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await town.SettledAsync();

        town.Mail.Accepted[1]
            .TextBody.ShouldNotBeNull()
            .ShouldContain("U hoort uiterlijk dinsdag 4 mei om 17.00 uur van ons, zoals we beloofden.");
        (await town.ToldAsync(promise)).ShouldBe(["mail made", "mail progress"]);
    }

    private static Task LetHearAsync(Town town, Guid promise) =>
        town.ActAsync(promise, seq => new PromiseAct.LetHear(promise, seq, town.World.Specialist.StaffId));

    private static Task TakeBackAsync(Town town, Guid promise) =>
        town.ActAsync(promise, seq => new PromiseAct.TakeBackLetHear(promise, seq, town.World.Specialist.StaffId));
}
