using NodaTime;
using Terecht.Modules.Organisation.Contracts.Calendars;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Organisation.Calendars;

public sealed class CalendarJsonTests
{
    private static readonly Guid Id = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");

    [Fact]
    public void A_calendar_is_read_with_blocks_closures_and_names()
    {
        var calendar = Good(
            """
            {"code":"balie","name":"Balie Centrum","weekly":{"mon":[["08:30","12:30"],["13:00","17:00"]],"sat":[["22:00","24:00"]]},
             "closures":[{"date":"2027-05-17","from":"00:00","to":"24:00","name":"tweede pinksterdag"},{"date":"2027-05-24"}]}
            """
        );
        calendar.Id.ShouldBe(Id);
        calendar.Version.ShouldBe(7);
        calendar.Code.ShouldBe("balie");
        calendar.Name.ShouldBe("Balie Centrum");
        calendar.OpenBlocks(Day("2027-05-03")).ShouldBe([Block("08:30-12:30"), Block("13:00-17:00")]);
        calendar.OpenBlocks(Day("2027-05-08")).ShouldBe([Block("22:00-24:00")]);
        calendar.ClosureName(Day("2027-05-17")).ShouldBe("tweede pinksterdag");
        calendar.IsWorkingDay(Day("2027-05-24")).ShouldBeFalse();
    }

    [Fact]
    public void What_is_written_is_read_back_and_written_the_same()
    {
        const string json =
            """{"code":"balie","name":"Balie café","validFrom":"2027-01-01","weekly":{"mon":[["08:30","12:30"],["13:00","17:00"]],"sun":[["00:00","24:00"]]},"periods":[{"from":"2027-07-12","to":"2027-08-20","weekly":{"mon":[["08:30","12:30"]]}}],"closures":[{"date":"2027-05-17","from":"00:00","to":"24:00","name":"tweede pinksterdag"},{"date":"2027-12-24","from":"15:00","to":"24:00"}]}""";
        CalendarJson.Write(Good(json)).ShouldBe(json);
    }

    [Fact]
    public void Summer_hours_are_read_as_a_period()
    {
        var calendar = Good(
            """
            {"weekly":{"mon":[["09:00","17:00"]]},"periods":[{"from":"2027-07-12","to":"2027-08-20","weekly":{"mon":[["09:00","12:00"]]}}]}
            """
        );
        calendar.LastClosing(Day("2027-07-12")).ShouldBe(At("2027-07-12 12:00"));
        calendar.LastClosing(Day("2027-08-23")).ShouldBe(At("2027-08-23 17:00"));
    }

    [Fact]
    public void Unknown_fields_of_a_later_version_do_no_harm() =>
        Good("""{"weekly":{"mon":[["09:00","17:00"]]},"colour":"green"}""")
            .IsWorkingDay(Day("2027-05-03"))
            .ShouldBeTrue();

    [Theory]
    [InlineData(
        """{"weekly":{"mon":[["17:00","08:30"]]}}""",
        "maandag: het blok 17.00 tot 8.30 eindigt niet na het begin."
    )]
    [InlineData(
        """{"weekly":{"mon":[["09:00","09:00"]]}}""",
        "maandag: het blok 9.00 tot 9.00 eindigt niet na het begin."
    )]
    [InlineData(
        """{"weekly":{"tue":[["11:00","17:00"],["08:30","12:00"]]}}""",
        "dinsdag: de blokken 8.30 tot 12.00 en 11.00 tot 17.00 vallen over elkaar."
    )]
    [InlineData(
        """{"weekly":{"wed":[["25:00","26:00"]]}}""",
        "woensdag: \"25:00\" is geen tijd. Schrijf bijvoorbeeld \"08:30\" of \"24:00\"."
    )]
    [InlineData(
        """{"weekly":{"wed":[["08:60","24:00"]]}}""",
        "woensdag: \"08:60\" is geen tijd. Schrijf bijvoorbeeld \"08:30\" of \"24:00\"."
    )]
    [InlineData(
        """{"weekly":{"wed":[["23:00","24:01"]]}}""",
        "woensdag: \"24:01\" is geen tijd. Schrijf bijvoorbeeld \"08:30\" of \"24:00\"."
    )]
    [InlineData(
        """{"weekly":{"wed":[[8,17]]}}""",
        "woensdag: 8 is geen tijd. Schrijf bijvoorbeeld \"08:30\" of \"24:00\"."
    )]
    [InlineData(
        """{"weekly":{"thu":[["08:30"]]}}""",
        "donderdag: een blok heeft een begin en een einde, bijvoorbeeld [\"08:30\", \"17:00\"]."
    )]
    [InlineData(
        """{"weekly":{"fri":"open"}}""",
        "vrijdag: schrijf een lijst van blokken, bijvoorbeeld [[\"08:30\", \"17:00\"]]."
    )]
    [InlineData(
        """{"weekly":{"maa":[]}}""",
        "de dag 'maa' kennen we niet. Gebruik mon, tue, wed, thu, fri, sat of sun."
    )]
    [InlineData("""{"weekly":[]}""", "de openingstijden per week (weekly) zijn een object met mon tot en met sun.")]
    [InlineData("""{"closures":[]}""", "De openingstijden per week (weekly) ontbreken.")]
    [InlineData(
        """{"weekly":{},"closures":[{"date":"2027-05-06","from":"12:00"}]}""",
        "sluiting op 2027-05-06: geef een begin én een einde, of geen van beide voor de hele dag."
    )]
    [InlineData(
        """{"weekly":{},"closures":[{"name":"feest"}]}""",
        "Een sluiting heeft een datum (date), bijvoorbeeld 2027-05-06."
    )]
    [InlineData("""{"weekly":{},"closures":{}}""", "De sluitingen (closures) zijn een lijst.")]
    [InlineData(
        """{"weekly":{},"validFrom":"2027-05-06","validTo":"2027-05-05"}""",
        "2027-05-06 tot en met 2027-05-05: het einde ligt voor het begin."
    )]
    [InlineData("""{"weekly":{},"periods":[{}]}""", "Een periode heeft eigen openingstijden (weekly). Die ontbreken.")]
    [InlineData("[]", "Een agenda is een object met weekly en closures.")]
    [InlineData("{", "Dit is geen geldige JSON.")]
    public void A_fault_is_one_clear_sentence(string json, string sentence)
    {
        var read = CalendarJson.Read(json, Id, 1);
        read.Calendar.ShouldBeNull();
        read.Errors.ShouldBe([sentence]);
    }

    [Fact]
    public void Every_fault_is_told_at_once() =>
        CalendarJson
            .Read("""{"weekly":{"mon":[["09:00","08:00"],["x","12:00"]]},"closures":[{"date":"2027-02-30"}]}""", Id, 1)
            .Errors.Count.ShouldBe(3);

    [Fact]
    public void A_day_left_out_is_closed() =>
        Good("""{"weekly":{"mon":[["09:00","17:00"]],"tue":[]}}""")
            .NextWorkingDay(Day("2027-05-03"))
            .ShouldBe(Day("2027-05-10"));

    private static ServiceCalendar Good(string json)
    {
        var read = CalendarJson.Read(json, Id, 7);
        read.Errors.ShouldBeEmpty();
        return read.Calendar.ShouldNotBeNull();
    }
}
