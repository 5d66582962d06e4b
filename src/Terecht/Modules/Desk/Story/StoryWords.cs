using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Desk.Story;

/// <summary>How each thing that happened is told to a colleague.</summary>
internal static class StoryWords
{
    private static readonly Duration ShownApart = Duration.FromMinutes(15);

    /// <summary>Null for what is no news to anybody.</summary>
    public static StoryLine? Of(StoryEvent happened, OrganisationNow now)
    {
        var who = happened.ActorKind switch
        {
            "staff" => Name(now, happened.ActorId),
            "citizen" => "de burger",
            _ => "vanzelf",
        };
        var (icon, what, more) = happened.Type switch
        {
            "promise.made" => ("flag", $"Toezegging gemaakt, voor team {Team(happened, now)}.", ""),
            "promise.hold" => ("user", $"{who} heeft dit nu.", ""),
            "promise.release" => ("undo", "Teruggegeven aan het team.", ""),
            "promise.attempt" => Attempt(happened),
            "promise.bounce" => ("bounce", $"Niet voor ons. Nu bij team {Team(happened, now)}.", Bounce(happened)),
            "promise.repeat" => ("callback", "Vroeg hier opnieuw naar.", "Hoorde dezelfde zin."),
            "promise.end" => End(happened),
            "promise.reopen" => ("undo", "Heropend.", "Het eerste moment blijft hetzelfde."),
            "promise.renew" => Renewed(happened),
            "promise.join" => happened.Field("due") is null
                ? ("link", "Samengevoegd met een andere toezegging, die verdergaat.", "")
                : ("link", "Een andere toezegging is hierbij gevoegd.", "Het vroegste moment geldt."),
            "promise.team" => ("swap", $"Gegeven aan team {Team(happened, now)}.", Moved(happened)),
            "promise.told" => ("chat", Told(happened), ""),
            "promise.number_changed" => ("phone", "Een ander nummer om te bellen.", "Het is niet voorgelezen."),
            "promise.number_checked" => ("check", "Het nieuwe nummer is nagekeken.", ""),
            "promise.added_to" => ("pencil", "De burger vulde de vraag aan.", ""),
            "promise.not_owed_asked" => ("help", "Gevraagd aan Regie: dit hoeft niet.", NotOwed(happened)),
            "promise.not_owed_refused" => ("check", "Regie: dit moet wel.", ""),
            "promise.moment_passed" => ("alert", "Het beloofde moment is voorbij.", ""),
            _ => ("", "", ""),
        };
        Instant? recorded = happened.RecordedAt - happened.At > ShownApart ? happened.RecordedAt : null;
        var again = happened.Type == "promise.repeat";
        return what.Length == 0
            ? null
            : new StoryLine(happened.At, recorded, icon, who, what, more, "", "", null, again, happened.Seq ?? 0);
    }

    public static StoryLine Of(StoryRemark remark, OrganisationNow now) =>
        new(
            remark.RecordedAt,
            null,
            "pencil",
            Name(now, remark.StaffId),
            "Notitie.",
            "",
            remark.Text,
            "",
            null,
            false,
            0
        );

    public static StoryLine Of(StoryQuestion asked, OrganisationNow now)
    {
        var (icon, how) = asked.Channel switch
        {
            "phone" => ("phone", "belde"),
            "mail" => ("mail", "mailde"),
            "chat" => ("chat", "chatte"),
            "web" => ("web", "vroeg via de website"),
            "letter" => ("letter", "schreef een brief"),
            "video" => ("video", "beeldbelde"),
            "social" => ("chat", "schreef op sociale media"),
            _ => ("counter", "kwam langs"),
        };
        var name = asked.InvolvedName.Length > 0 ? asked.InvolvedName : "De burger";
        var acting = asked.InvolvedFor.Length > 0 ? $" voor {Inside(asked.InvolvedFor)}" : "";
        var role = asked.InvolvedRole.Length > 0 ? $" ({asked.InvolvedRole})" : "";
        var heard = asked is { AnswerTitle: { } title, AnswerNumber: { } number, AnswerCode: { } code }
            ? new StoryAnswer(title, number, code)
            : null;
        return new StoryLine(
            asked.StartedAt,
            null,
            icon,
            Name(now, asked.StaffId),
            $"{name}{role} {how}{acting}.",
            Outcome(asked),
            asked.Note,
            "",
            heard,
            false,
            -1
        );
    }

    /// <summary>A name inside a sentence: mevrouw Wil Verbeek.</summary>
    public static string Inside(string name) =>
        name.StartsWith("Mevrouw ", StringComparison.Ordinal) || name.StartsWith("De heer ", StringComparison.Ordinal)
            ? char.ToLowerInvariant(name[0]) + name[1..]
            : name;

    private static string Outcome(StoryQuestion asked) =>
        asked.Outcome switch
        {
            "answered" => "Beantwoord.",
            "decided" => $"Besloten: {asked.OutcomeDetail}.",
            "transferred" => $"Doorverbonden: {asked.OutcomeDetail}.",
            "referred" => $"Verwezen: {asked.OutcomeDetail}.",
            "appointment" => $"Afspraak: {asked.OutcomeDetail}.",
            "call_again" => $"Belt zelf terug: {asked.OutcomeDetail}.",
            "broken_off" => "Afgebroken.",
            _ => "",
        };

    private static (string Icon, string What, string More) Attempt(StoryEvent happened)
    {
        var why = happened.Field("reason") is { } reason ? AttemptReason.Nl(reason) : "";
        return happened.Field("outcome") switch
        {
            "reached" => ("phone", "Gebeld en bereikt.", ""),
            "voicemail" => ("phone", "Gebeld, niet bereikt.", Sentence("Voicemail ingesproken", why)),
            "wrong_number" => ("phone", "Gebeld, het nummer klopt niet.", Sentence("", why)),
            _ => ("phone", "Gebeld, niet bereikt.", Sentence("Geen gehoor", why)),
        };
    }

    private static (string Icon, string What, string More) End(StoryEvent happened) =>
        happened.Field("outcome") switch
        {
            "reached" => ("kept", "Afgerond: bereikt.", ""),
            "delivered" when happened.Field("reason") == EndReason.DoorClosed => (
                "clock",
                "Tot en met deze dag mocht de burger zelf bellen.",
                ""
            ),
            "delivered" => ("kept", "Afgerond: geleverd.", ""),
            "attempts_done" => ("phone", "Afgerond: pogingen gedaan, niet bereikt.", ""),
            "withdrawn" => ("close", "Ingetrokken: de burger wil het niet meer.", ""),
            "answered_elsewhere" => ("link", "Elders beantwoord.", ""),
            _ => ("stop", "Niet verschuldigd.", ""),
        };

    private static (string Icon, string What, string More) Renewed(StoryEvent happened)
    {
        var due = happened.Instant("due") is { } moment ? SpokenMoment.Short(moment, happened.At) : "";
        var why = happened.Field("reason") is { } reason
            ? RenewReason.Ours.FirstOrDefault(r => r.Code == reason).Name
            : null;
        return happened.Field("by") switch
        {
            "citizen" => ("calendar", $"Nieuw moment: {due}.", "De burger vroeg erom. Dit moment telt."),
            "event" => ("calendar", $"Er is een datum. Het moment is {due}.", ""),
            _ => (
                "calendar",
                $"Nieuw moment: {due}.",
                $"Wij haalden het niet{(why is null ? "" : $": {why.ToLowerInvariant()}")}. Het eerste blijft tellen."
            ),
        };
    }

    private static string Moved(StoryEvent happened) =>
        happened.Field("reason") == MoveReason.Undone ? "Ongedaan gemaakt."
        : MoveReason.All.FirstOrDefault(r => r.Code == happened.Field("reason")).Name is { } name ? name + "."
        : "";

    private static string NotOwed(StoryEvent happened) =>
        NotOwedReason.All.FirstOrDefault(r => r.Code == happened.Field("reason")).Name is { } name ? name + "." : "";

    private static string Told(StoryEvent happened)
    {
        var how = happened.Field("channel") switch
        {
            "sms" => "per sms",
            "mail" => "per e-mail",
            "letter" => "per brief",
            _ => "aan de telefoon",
        };
        return happened.Field("what") switch
        {
            ToldAbout.Made => $"De toezegging is {how} bevestigd.",
            ToldAbout.Renewed => $"Het nieuwe moment is {how} verteld.",
            ToldAbout.Late => $"Verteld {how}: het wordt later.",
            ToldAbout.AttemptsDone => $"Verteld {how}: wij probeerden te bellen.",
            ToldAbout.NumberChanged => $"Aan het oude nummer verteld: er is een ander nummer.",
            ToldAbout.Withdrawn => $"De intrekking is {how} bevestigd.",
            _ => $"Verteld {how} hoe het ervoor staat.",
        };
    }

    private static string Bounce(StoryEvent happened) =>
        BounceReason.All.FirstOrDefault(r => r.Code == happened.Field("reason")).Name is { } name
            ? name + ". Het moment blijft hetzelfde."
            : "";

    private static string Team(StoryEvent happened, OrganisationNow now) =>
        Guid.TryParse(happened.Field("teamId"), out var id) ? now.FindTeam(id)?.Name ?? "" : "";

    private static string Name(OrganisationNow now, Guid? staffId) => now.FindStaff(staffId)?.Short ?? "";

    private static string Sentence(string first, string second) =>
        string.Join("; ", new[] { first, second }.Where(t => t.Length > 0)) is { Length: > 0 } text ? text + "." : "";
}
