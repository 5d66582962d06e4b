using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;
using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Modules.Citizens;

/// <summary>Says things in the language of the page. Days, times and numbers come out so that no line breaks inside them.</summary>
internal sealed class Wording(IStringLocalizer<Texts> texts, TimeProvider clock)
{
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>One moment for the whole page.</summary>
    public Instant Now { get; } = clock.Now();

    public string this[string key, params object[] values] => Unbroken.In(texts[key, values]);

    /// <summary>For a text with a link in it. The text itself is ours and may hold markup; values are encoded.</summary>
    public IHtmlContent Html(string key, params object[] values) =>
        new HtmlContentBuilder().AppendFormat(CultureInfo.InvariantCulture, texts[key].Value, values);

    /// <summary>Whether there is a text by this name.</summary>
    public bool Knows(string key) => !texts[key].ResourceNotFound;

    public string Team(TeamCard? team) =>
        team is null ? this["Team_Ours"]
        : IsEnglish ? this["Team", team.NameEn]
        : this["Team", team.Name];

    /// <summary>The same at the head of a sentence.</summary>
    public string TeamFirst(TeamCard? team) => Capital(Team(team));

    /// <summary>maandag 3 mei; with the year when it is another one.</summary>
    public string Day(LocalDate date)
    {
        var pattern = date.Year == Now.Local().Year ? "dddd d MMMM" : "dddd d MMMM yyyy";
        return Unbroken.In(date.ToString(pattern, CultureInfo.CurrentUICulture));
    }

    public string DayOf(Instant moment) => Day(moment.Local().Date);

    /// <summary>Above a step of the story: "Maandag 3 mei, 10.46 uur".</summary>
    public string When(Instant moment)
    {
        var date = moment.Local().Date;
        var day = date == Now.Local().Date ? this["On_today"] : Day(date);
        return this["When", Capital(day), Time(moment)];
    }

    /// <summary>9.40 or 9:40; the midnight that ends a day is 24.00 or midnight.</summary>
    public string Time(Instant moment)
    {
        var time = moment.Local().TimeOfDay;
        return time == LocalTime.Midnight && moment.Local().Date != SpokenMoment.DayOf(moment) ? this["Midnight"]
            : IsEnglish ? time.ToString("H:mm", CultureInfo.InvariantCulture)
            : new ClockTime(time.Hour, time.Minute).Spoken;
    }

    public bool IsToday(Instant due) => SpokenMoment.DayOf(due) == Now.Local().Date;

    /// <summary>"vandaag", "morgen" or the day, for a moment that comes.</summary>
    public string DueDay(Instant due)
    {
        var day = SpokenMoment.DayOf(due);
        var today = Now.Local().Date;
        return day == today ? this["On_today"]
            : day == today.PlusDays(1) ? this["On_tomorrow"]
            : Day(day);
    }

    public static string Capital(string text) =>
        text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.CurrentUICulture) + text[1..];
}
