using System.Globalization;
using NodaTime;
using Terecht.Modules.Desk.Manage;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Modules.Desk.Call;

/// <summary>What the fields of a moment offer.</summary>
/// <param name="Moments">The first that the team can keep.</param>
internal sealed record WhenChoices(
    IReadOnlyList<KeepableMoment> Moments,
    IReadOnlyList<HappeningCard> Happenings,
    IReadOnlyList<StaffCard> Colleagues,
    LocalDate Today
)
{
    public static readonly WhenChoices None = new([], [], [], default);
}

/// <summary>Makes of what was typed where a moment comes from, or says which field is not right yet.</summary>
internal sealed class PromisedWhen(IOrganisation organisation, IHappenings happenings, TimeProvider clock)
{
    /// <summary>The choice for a happening that nobody wrote down yet.</summary>
    public const string New = "nieuw";

    /// <summary>The choice for a day that is not among the first.</summary>
    public const string OtherDay = "anders";

    private const int MostMoments = 4;
    private const int LongestName = 120;
    private const int DoorWeeks = 2;
    private static readonly ClockTime LookTime = new(17, 0);

    /// <summary>The end of the working day: by then somebody looks.</summary>
    public static Instant LookAt(LocalDate day) => LookTime.InstantOn(day);

    public async Task<WhenChoices> ChoicesAsync(Guid municipalityId, TeamCard? team, CancellationToken ct)
    {
        var (now, today) = (clock.Now(), clock.Today());
        return new WhenChoices(
            team is null ? [] : [.. KeepableMoments.From(now, team.Calendar).Take(MostMoments)],
            await happenings.ListAsync(municipalityId, ct),
            team is null
                ? []
                :
                [
                    .. (await organisation.NowAsync(ct))
                        .MembersOf(team.Id)
                        .Where(s => s.WorksOn(today))
                        .OrderBy(s => s.Name, StringComparer.Ordinal),
                ],
            today
        );
    }

    /// <returns>Where the moment comes from, or what is wrong; never both.</returns>
    public (PromiseWhen? When, FieldError? Wrong) Of(QuestionDraft question, WhenChoices choices)
    {
        var typed = question.When;
        return question.Kind == "open_door"
            ? Door(typed, choices)
            : typed.How switch
            {
                "norm" => (PromiseWhen.Norm, null),
                "choice" => Choice(typed, choices),
                "happening" => Before(typed, choices),
                _ => Wrong("How", "Kies wanneer wij dit doen."),
            };
    }

    /// <summary>The field that a refusal of the rules belongs to.</summary>
    public static string FieldOf(PromiseWhen when, WhenDraft typed) =>
        when switch
        {
            PromiseWhen.ByChoice => typed.Chosen == OtherDay ? "ChosenDate" : "Chosen",
            PromiseWhen.BeforeHappening or PromiseWhen.BeforeNewHappening => "DaysBefore",
            PromiseWhen.OpenDoor => "DoorUntil",
            _ => "Team",
        };

    /// <summary>The end that is proposed while nobody typed one.</summary>
    public static LocalDate DoorEnd(LocalDate today) => today.PlusWeeks(DoorWeeks);

    private static (PromiseWhen?, FieldError?) Choice(WhenDraft typed, WhenChoices choices)
    {
        if (typed.Chosen == OtherDay)
        {
            return Typed.Date(typed.ChosenDate) is { } day && Dayparts.Parse(typed.ChosenPart) is { } part
                ? (new PromiseWhen.ByChoice(new Chosen.Part(day, part)), null)
                : Wrong("ChosenDate", "Kies een dag en een dagdeel.");
        }
        // What stands first is chosen as long as nobody chose.
        var code = typed.Chosen.Length == 0 && choices.Moments is [var first, ..] ? first.Code : typed.Chosen;
        return KeepableMoments.Parse(code) is { } chosen
            ? (new PromiseWhen.ByChoice(chosen), null)
            : Wrong("Chosen", "Kies een moment.");
    }

    private (PromiseWhen?, FieldError?) Before(WhenDraft typed, WhenChoices choices)
    {
        if (
            !int.TryParse(typed.DaysBefore.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            || days > 90
        )
        {
            return Wrong("DaysBefore", "Vul een aantal dagen in, van 0 tot en met 90.");
        }
        if (typed.Happening != New && !(typed.Happening.Length == 0 && choices.Happenings.Count == 0))
        {
            return choices.Happenings.FirstOrDefault(h => h.Id.ToString() == typed.Happening) is { } known
                ? (new PromiseWhen.BeforeHappening(known.Id, days), null)
                : Wrong("Happening", "Kies waar het van afhangt.");
        }
        var name = typed.HappeningName.Trim().TrimEnd('.');
        if (name.Length is 0 or > LongestName)
        {
            return Wrong(
                "HappeningName",
                name.Length == 0
                    ? "Schrijf op waar het van afhangt. Het vult de zin aan: voordat …"
                    : $"Schrijf het korter, in hooguit {LongestName} tekens."
            );
        }
        return
            Typed.Date(typed.LookOn) is { } day && LookAt(day) is var at && at > clock.Now() && day <= Latest(choices)
            ? (new PromiseWhen.BeforeNewHappening(name, typed.HappeningNameEn.Trim().TrimEnd('.'), at, days), null)
            : Wrong("LookOn", "Kies een dag vanaf vandaag, binnen een jaar. Dan kijken wij of er een datum is.");
    }

    private static (PromiseWhen?, FieldError?) Door(WhenDraft typed, WhenChoices choices)
    {
        var until = typed.DoorUntil.Trim().Length == 0 ? DoorEnd(choices.Today) : Typed.Date(typed.DoorUntil);
        if (until is not { } day)
        {
            return Wrong("DoorUntil", "Kies een einddatum vanaf vandaag, binnen een jaar.");
        }
        // Somebody of another team is left out, as the list leaves them out: then it is the whole team.
        var person = choices.Colleagues.FirstOrDefault(s => s.Id.ToString() == typed.DoorStaff);
        return (new PromiseWhen.OpenDoor(day, person?.Id), null);
    }

    private static LocalDate Latest(WhenChoices choices) => choices.Today.PlusYears(1);

    private static (PromiseWhen?, FieldError?) Wrong(string field, string sentence) =>
        (null, new FieldError(field, sentence));
}
