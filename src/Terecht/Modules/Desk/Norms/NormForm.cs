using System.Globalization;
using NodaTime;
using Terecht.Modules.Desk.Manage;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Desk.Norms;

/// <summary>A norm as it is typed.</summary>
internal sealed class NormForm
{
    /// <summary>Number of the version that was looked at; 0 for a new norm.</summary>
    public int BasedOn { get; set; }

    /// <summary>The places that were looked at, as <see cref="NormPlace.Key"/> writes them.</summary>
    public string? PlacesSeen { get; set; }

    /// <summary>Only typed for a new norm.</summary>
    public string? Code { get; set; }
    public string? NameNl { get; set; }
    public string? NameEn { get; set; }

    /// <summary>next, days, minutes, hours, chosen or term.</summary>
    public string? Rule { get; set; }
    public string? Time { get; set; }
    public string? Days { get; set; }
    public string? Minutes { get; set; }
    public string? Hours { get; set; }
    public string? Count { get; set; }

    /// <summary>days or weeks.</summary>
    public string? Unit { get; set; }

    /// <summary>0: attempts never count as kept.</summary>
    public string? Attempts { get; set; }
    public string? Dayparts { get; set; }
    public List<StepForm> Steps { get; set; } = [];
    public string? Percent { get; set; }

    /// <summary>above or least.</summary>
    public string? Above { get; set; }
    public string? ValidFrom { get; set; }
    public List<PlaceForm> Places { get; set; } = [];

    /// <summary>Code of the team with whose calendar is worked out.</summary>
    public string? Team { get; set; }

    /// <summary>The moment to try, as local date and time.</summary>
    public string? Try { get; set; }

    /// <summary>The button that was pressed.</summary>
    public string? Doe { get; set; }
    public Guid RequestKey { get; set; }

    public static NormForm Empty(LocalDate today) =>
        new()
        {
            Rule = "next",
            Time = "17.00",
            Unit = "days",
            Attempts = "3",
            Dayparts = "2",
            Above = "least",
            ValidFrom = Typed.Day(today),
            Steps = [new StepForm()],
            Places = [new PlaceForm()],
        };

    public static NormForm Of(NormSheet sheet, NormPlaces places, LocalDate today)
    {
        var version = sheet.Versions[0];
        var norm = version.Norm;
        var form = Empty(today);
        (form.BasedOn, form.PlacesSeen) = (norm.Version, NormPlace.Key(sheet.Places));
        (form.NameNl, form.NameEn) = (norm.NameNl, norm.NameEn);
        form.ReadRule(norm.Rule);
        form.Attempts = Text(norm.Attempts.Attempts ?? 0);
        form.Dayparts = Text(norm.Attempts.Dayparts);
        form.Steps = [.. norm.Steps.OrderByDescending(s => s.Before).Select(StepForm.Of)];
        form.Steps.AddRange(form.Steps.Count == 0 ? [new StepForm()] : []);
        form.Percent = norm.Target is { } target ? NormWords.Percent(target.Percent) : "";
        form.Above = norm.Target?.Above == true ? "above" : "least";
        form.ValidFrom = Typed.Day(version.ValidFrom > today ? version.ValidFrom : today);
        form.Places =
        [
            .. sheet
                .Places.Select(p => new PlaceForm { Where = places.InWords(p), Kind = p.Kind })
                .OrderBy(p => p.Where, StringComparer.CurrentCulture),
        ];
        form.Places.AddRange(form.Places.Count == 0 ? [new PlaceForm()] : []);
        return form;
    }

    private void ReadRule(DueRule rule)
    {
        switch (rule)
        {
            case DueRule.NextWorkingDayBefore next:
                (Rule, Time) = ("next", next.Time.Spoken);
                break;
            case DueRule.WithinWorkingDays within:
                (Rule, Days) = ("days", Text(within.Days));
                break;
            case DueRule.WithinOpeningMinutes within:
                (Rule, Minutes) = ("minutes", Text(within.Minutes));
                break;
            case DueRule.WithinHours within:
                (Rule, Hours) = ("hours", Text(within.Hours));
                break;
            case DueRule.StatutoryTerm term:
                (Rule, Count) = ("term", Text(term.Count));
                Unit = term.Unit == TermUnit.Weeks ? "weeks" : "days";
                break;
            default:
                // The moment that a citizen chooses stands with the promise: as a norm it has nothing to type.
                Rule = "chosen";
                break;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Who hears that a moment comes near. An empty amount is no step.</summary>
internal sealed class StepForm
{
    public string? Amount { get; set; }

    /// <summary>hours or minutes of working time.</summary>
    public string? Unit { get; set; } = "hours";

    /// <summary>holder, lead or regie.</summary>
    public string? To { get; set; } = "holder";

    /// <summary>Empty, propose or send.</summary>
    public string? Progress { get; set; }

    public static StepForm Of(NormStep step)
    {
        var minutes = (int)step.Before.TotalMinutes;
        var hours = minutes % 60 == 0;
        return new StepForm
        {
            Amount = (hours ? minutes / 60 : minutes).ToString(CultureInfo.InvariantCulture),
            Unit = hours ? "hours" : "minutes",
            To = step.To.Word(),
            Progress =
                step.SendsProgress ? "send"
                : step.ProposesProgress ? "propose"
                : "",
        };
    }
}

/// <summary>A place in words, such as Team Belastingen. An empty one is no place.</summary>
internal sealed class PlaceForm
{
    public string? Where { get; set; }
    public string? Kind { get; set; }
}
