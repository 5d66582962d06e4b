using System.Globalization;
using NodaTime;
using Terecht.Modules.Desk.Manage;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Desk.Norms;

/// <summary>Reads what was typed: the norm, and a sentence for every field that cannot be.</summary>
internal sealed class NormTyped(NormForm form, NormPlaces known, LocalDate today)
{
    private const int Most = 1000;
    private const int MostMinutes = 100_000;
    private readonly List<Fault> faults = [];

    public IReadOnlyList<Fault> Faults => faults;

    /// <summary>Null when the rule cannot be read; <see cref="Faults"/> says why.</summary>
    public EditNorm? Read(Guid municipalityId, string code, bool isNew)
    {
        Filled(form.NameNl, "Form.NameNl", "Geef de norm een naam.");
        Filled(form.NameEn, "Form.NameEn", "Geef de norm ook een Engelse naam.");
        // All of it first: who has three things wrong hears three things.
        var (rule, attempts, target, from) = (Rule(), Attempts(), Target(), ValidFrom());
        NormStep[] steps = [.. form.Steps.Select(Step).OfType<NormStep>().OrderByDescending(s => s.Before)];
        NormPlace[] places = [.. form.Places.Select(Place).OfType<NormPlace>().Distinct()];
        return rule is null
            ? null
            : new EditNorm(
                municipalityId,
                code,
                form.NameNl?.Trim() ?? "",
                form.NameEn?.Trim() ?? "",
                rule,
                attempts,
                steps,
                target,
                from,
                places,
                isNew ? null : form.BasedOn,
                form.PlacesSeen ?? ""
            );
    }

    private DueRule? Rule()
    {
        switch (form.Rule)
        {
            case "next":
                if (Typed.Time(form.Time) is { } time)
                {
                    return new DueRule.NextWorkingDayBefore(time);
                }
                faults.Add(new Fault("Form.Time", "Vul een tijd in, bijvoorbeeld 17.00."));
                return null;
            case "days":
                return Counted(form.Days, "Form.Days", Most) is { } days ? new DueRule.WithinWorkingDays(days) : null;
            case "minutes":
                return Counted(form.Minutes, "Form.Minutes", MostMinutes) is { } minutes
                    ? new DueRule.WithinOpeningMinutes(minutes)
                    : null;
            case "hours":
                return Counted(form.Hours, "Form.Hours", Most) is { } hours ? new DueRule.WithinHours(hours) : null;
            case "term":
                return Counted(form.Count, "Form.Count", Most) is { } count
                    ? new DueRule.StatutoryTerm(count, form.Unit == "weeks" ? TermUnit.Weeks : TermUnit.Days)
                    : null;
            default:
                faults.Add(new Fault("Form.Rule", "Kies hoe snel het moet."));
                return null;
        }
    }

    private AttemptTerms Attempts()
    {
        var attempts = Number(
            form.Attempts,
            "Form.Attempts",
            0,
            20,
            "Vul een getal van 0 tot en met 20 in. Met 0 telt een poging nooit."
        );
        if (attempts == 0)
        {
            return AttemptTerms.Never;
        }
        var dayparts = Number(form.Dayparts, "Form.Dayparts", 1, 3, "Vul 1, 2 of 3 in: ochtend, middag en avond.");
        if (dayparts > attempts)
        {
            faults.Add(new Fault("Form.Dayparts", "Er kunnen niet meer dagdelen zijn dan pogingen."));
        }
        return new AttemptTerms(attempts, dayparts);
    }

    private NormStep? Step(StepForm step, int index)
    {
        if (string.IsNullOrWhiteSpace(step.Amount))
        {
            return null;
        }
        var amount = Number(
            step.Amount,
            $"Form.Steps[{index}].Amount",
            0,
            Most,
            $"Vul een heel getal van 0 tot en met {Most} in."
        );
        var before = step.Unit == "minutes" ? Duration.FromMinutes(amount) : Duration.FromHours(amount);
        var to = step.To switch
        {
            "lead" => StepReceiver.Lead,
            "regie" => StepReceiver.Regie,
            _ => StepReceiver.Holder,
        };
        return new NormStep(before, to, step.Progress is "propose" or "send", step.Progress == "send");
    }

    private NormTarget? Target()
    {
        if (string.IsNullOrWhiteSpace(form.Percent))
        {
            return null;
        }
        var text = form.Percent.Trim().TrimEnd('%').Trim().Replace(',', '.');
        var read = decimal.TryParse(
            text,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var percent
        );
        var above = form.Above == "above";
        if (!read || percent is < 0 or > 100 || decimal.Round(percent, 2) != percent)
        {
            faults.Add(
                new Fault("Form.Percent", "Vul een percentage van 0 tot en met 100 in, bijvoorbeeld 90 of 92,5.")
            );
        }
        else if (above && percent == 100)
        {
            faults.Add(new Fault("Form.Percent", "Meer dan 100% kan niet. Kies ‘ten minste’."));
        }
        return new NormTarget(percent, above);
    }

    private LocalDate ValidFrom()
    {
        if (Typed.Date(form.ValidFrom) is not { } day)
        {
            faults.Add(new Fault("Form.ValidFrom", "Vul in vanaf welke dag de norm geldt, bijvoorbeeld 5-5-2027."));
            return today;
        }
        if (day < today)
        {
            faults.Add(new Fault("Form.ValidFrom", "Deze dag is al voorbij. Kies vandaag of een latere dag."));
        }
        return day;
    }

    private NormPlace? Place(PlaceForm place, int index)
    {
        if (string.IsNullOrWhiteSpace(place.Where))
        {
            return null;
        }
        if (known.Find(place.Where) is { } found)
        {
            return found with { Kind = place.Kind is "call" or "write" or "do" ? place.Kind : null };
        }
        faults.Add(
            new Fault(
                $"Form.Places[{index}].Where",
                $"‘{place.Where.Trim()}’ kennen we niet. Kies {NormPlaces.All}, een team of een onderwerp uit de lijst."
            )
        );
        return null;
    }

    private void Filled(string? text, string field, string sentence)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(new Fault(field, sentence));
        }
    }

    private int? Counted(string? text, string field, int most)
    {
        var before = faults.Count;
        var number = Number(text, field, 1, most, $"Vul een heel getal van 1 tot en met {most} in.");
        return faults.Count == before ? number : null;
    }

    private int Number(string? text, string field, int least, int most, string sentence)
    {
        if (
            int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }
        faults.Add(new Fault(field, sentence));
        return least;
    }
}
