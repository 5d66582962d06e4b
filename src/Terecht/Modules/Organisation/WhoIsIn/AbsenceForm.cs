using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Import;
using Terecht.Platform.Time;

namespace Terecht.Modules.Organisation.WhoIsIn;

/// <summary>What was sent about somebody's absence, as typed.</summary>
public sealed class AbsenceForm
{
    /// <summary>Nobody plans further ahead than this, and nobody is reported later; beyond it is a typing error.</summary>
    private const int MostDays = 400;

    public Guid RequestKey { get; set; }
    public Guid StaffId { get; set; }

    /// <summary>The absence that is changed or ended; null for a new one.</summary>
    public Guid? AbsenceId { get; set; }
    public string? Why { get; set; }

    /// <summary>The first day; the day of today begins now.</summary>
    public string? From { get; set; }

    /// <summary>The day of return; empty when nobody knows.</summary>
    public string? Until { get; set; }

    /// <summary>What it asks for, or the field and the sentence that says what is wrong.</summary>
    /// <param name="known">What is changed: a day that stays the same keeps its instant.</param>
    internal (AbsenceCard? Wanted, string Field, string Sentence) Read(AbsenceCard? known, Instant now)
    {
        var today = now.Local().Date;
        if (AbsenceWords.All.All(w => w.Code != Why))
        {
            return (null, "Why", "Kies waarom.");
        }
        if (Day(From) is not { } first || Far(first, today))
        {
            return (null, "From", "Vul een dag in, bijvoorbeeld 28-4-2027.");
        }
        var from =
            known is not null && known.From.Local().Date == first ? known.From
            : first == today ? now
            : first.StartInAmsterdam();
        if (string.IsNullOrWhiteSpace(Until))
        {
            return (new AbsenceCard(known?.Id ?? Guid.Empty, Why!, from, null), "", "");
        }
        if (Day(Until) is not { } back || Far(back, today))
        {
            return (null, "Until", "Vul een dag in, bijvoorbeeld 10-5-2027. Of laat leeg.");
        }
        var until = back.StartInAmsterdam();
        return until <= from ? (null, "Until", "Deze dag moet na de eerste dag komen.")
            : until <= now
                ? (null, "Until", "Deze dag is al begonnen. Kies een latere dag, of meld dat iemand er weer is.")
            : (new AbsenceCard(known?.Id ?? Guid.Empty, Why!, from, until), "", "");
    }

    private static LocalDate? Day(string? text) => FieldRules.Date(text?.Trim() ?? "");

    private static bool Far(LocalDate day, LocalDate today) => Math.Abs(Period.DaysBetween(today, day)) > MostDays;
}
