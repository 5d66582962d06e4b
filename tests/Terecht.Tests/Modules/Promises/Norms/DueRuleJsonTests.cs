using Terecht.Modules.Promises.Contracts;

namespace Terecht.Tests.Modules.Promises.Norms;

public sealed class DueRuleJsonTests
{
    [Theory]
    [InlineData("""{"kind":"nextWorkingDayBefore","time":"17:00"}""")]
    [InlineData("""{"kind":"nextWorkingDayBefore","time":"24:00"}""")]
    [InlineData("""{"kind":"withinWorkingDays","days":2}""")]
    [InlineData("""{"kind":"withinOpeningMinutes","minutes":323}""")]
    [InlineData("""{"kind":"withinHours","hours":24}""")]
    [InlineData("""{"kind":"chosenMoment"}""")]
    [InlineData("""{"kind":"statutoryTerm","unit":"weeks","count":6}""")]
    [InlineData("""{"kind":"statutoryTerm","unit":"days","count":14}""")]
    public void A_rule_is_read_and_written_the_same(string json)
    {
        var read = DueRuleJson.Read(json);
        read.Error.ShouldBeNull();
        DueRuleJson.Write(read.Rule.ShouldNotBeNull()).ShouldBe(json);
    }

    [Theory]
    [InlineData(
        """{"kind":"withinWorkingDays","days":0}""",
        "Het aantal (days) is een heel getal van 1 tot en met 100000."
    )]
    [InlineData(
        """{"kind":"withinWorkingDays","days":1.5}""",
        "Het aantal (days) is een heel getal van 1 tot en met 100000."
    )]
    [InlineData(
        """{"kind":"withinHours","hours":"24"}""",
        "Het aantal (hours) is een heel getal van 1 tot en met 100000."
    )]
    [InlineData(
        """{"kind":"withinOpeningMinutes"}""",
        "Het aantal (minutes) is een heel getal van 1 tot en met 100000."
    )]
    [InlineData(
        """{"kind":"withinWorkingDays","days":100001}""",
        "Het aantal (days) is een heel getal van 1 tot en met 100000."
    )]
    [InlineData(
        """{"kind":"nextWorkingDayBefore","time":"17.00"}""",
        "De tijd (time) ontbreekt of is geen tijd. Schrijf bijvoorbeeld \"17:00\"."
    )]
    [InlineData(
        """{"kind":"statutoryTerm","unit":"months","count":1}""",
        "De eenheid (unit) van een wettelijke termijn is days of weeks."
    )]
    [InlineData("""{"kind":"soon"}""", "De soort regel 'soon' kennen we niet.")]
    [InlineData("""{}""", "De soort regel '' kennen we niet.")]
    [InlineData("[]", "Een regel is een object met een soort (kind).")]
    [InlineData("}", "Dit is geen geldige JSON.")]
    public void A_fault_is_one_clear_sentence(string json, string sentence) =>
        DueRuleJson.Read(json).ShouldBe(new DueRuleRead(null, sentence));

    [Fact]
    public void Only_hours_and_statutory_terms_need_no_calendar()
    {
        new DueRule.WithinHours(1).NeedsCalendar.ShouldBeFalse();
        new DueRule.StatutoryTerm(1, TermUnit.Days).NeedsCalendar.ShouldBeFalse();
        new DueRule.ChosenMoment().NeedsCalendar.ShouldBeTrue();
        new DueRule.WithinWorkingDays(1).NeedsCalendar.ShouldBeTrue();
    }
}
