using System.Globalization;
using Terecht.Modules.Promises.Due;

namespace Terecht.Tests.Modules.Promises.Due;

public sealed class DueCommandTests
{
    [Fact]
    public void A_file_that_is_not_there_is_one_sentence()
    {
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        DueCommand.Run("nergens.json", TextWriter.Null, error).ShouldBe(2);
        error
            .ToString()
            .ShouldBe($"Het bestand 'nergens.json' kunnen we niet lezen. Bestaat het?{Environment.NewLine}");
    }

    [Theory]
    [InlineData("{\n\"norms\": ", "is geen geldige JSON (regel 2).")]
    [InlineData("[]", "heeft geen norms, calendars en cases. Dan kunnen we het niet beantwoorden.")]
    [InlineData("{}", "heeft geen norms, calendars en cases. Dan kunnen we het niet beantwoorden.")]
    [InlineData(
        """{"norms":{},"calendars":{},"cases":7}""",
        "heeft geen norms, calendars en cases. Dan kunnen we het niet beantwoorden."
    )]
    public void A_file_of_another_form_is_one_sentence_and_no_answers(string text, string sentence)
    {
        using var file = new TemporaryFile(text);
        var (code, output, error) = Run(file);
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.TrimEnd().ShouldEndWith(sentence);
        error.TrimEnd().ShouldNotContain("\n");
    }

    [Theory]
    [InlineData(
        """{"id":1,"madeAt":"2027-05-03T10:00:00Z","norm":"other","calendar":"c"}""",
        "Geval 1: de norm 'other' staat niet in het bestand."
    )]
    [InlineData(
        """{"id":1,"madeAt":"2027-05-03T10:00:00Z","norm":"next","calendar":"d"}""",
        "Geval 1: de agenda 'd' staat niet in het bestand."
    )]
    [InlineData(
        """{"id":1,"madeAt":"2027-05-03T10:00:00Z","norm":"next","calendar":"wrong"}""",
        "Geval 1: agenda 'wrong': maandag: het blok 17.00 tot 9.00 eindigt niet na het begin."
    )]
    [InlineData(
        """{"id":1,"madeAt":"2027-05-03T10:00:00Z","norm":"strange","calendar":"c"}""",
        "Geval 1: norm 'strange': De soort regel 'someday' kennen we niet."
    )]
    [InlineData(
        """{"id":1,"madeAt":"maandag","norm":"next","calendar":"c"}""",
        "Geval 1: het moment van maken (madeAt) ontbreekt of is geen moment."
    )]
    [InlineData(
        """{"id":1,"madeAt":"2027-05-03T10:00:00Z","norm":"chosen","calendar":"c"}""",
        "Geval 1: Er is nog geen moment gekozen. Kies een moment."
    )]
    public void A_case_without_an_answer_stays_empty_and_the_others_are_answered(string wrong, string sentence)
    {
        using var file = new TemporaryFile(
            """
            {"norms":{"next":{"kind":"nextWorkingDayBefore","time":"17:00"},"strange":{"kind":"someday"},"chosen":{"kind":"chosenMoment"}},
             "calendars":{"c":{"weekly":{"tue":[["09:00","17:00"]]}},"wrong":{"weekly":{"mon":[["17:00","09:00"]]}}},
             "cases":[WRONG,{"id":"b,2","madeAt":"2027-05-03T12:00:00+02:00","norm":"next","calendar":"c"}]}
            """.Replace("WRONG", wrong, StringComparison.Ordinal)
        );
        var (code, output, error) = Run(file);
        code.ShouldBe(1);
        output.ShouldBe("id,due\n1,\n\"b,2\",2027-05-04T15:00:00Z\n");
        error.ShouldBe(sentence + Environment.NewLine);
    }

    [Fact]
    public void A_file_without_statutory_days_counts_with_those_of_the_law()
    {
        using var file = new TemporaryFile(
            """
            {"norms":{"term":{"kind":"statutoryTerm","unit":"days","count":1}},"calendars":{},
             "cases":[{"id":1,"madeAt":"2027-05-04T10:00:00Z","norm":"term","calendar":"-"}]}
            """
        );
        Run(file).Output.ShouldBe("id,due\n1,2027-05-10T22:00:00Z\n");
    }

    [Fact]
    public void A_file_with_statutory_days_counts_with_exactly_those()
    {
        using var file = new TemporaryFile(
            """
            {"norms":{"term":{"kind":"statutoryTerm","unit":"days","count":1}},"calendars":{},"statutoryDays":{"2027-06-01":"Local day"},
             "cases":[{"id":1,"madeAt":"2027-05-04T10:00:00Z","norm":"term","calendar":"-"},
                      {"id":2,"madeAt":"2027-05-31T10:00:00Z","norm":"term","calendar":"-"}]}
            """
        );
        Run(file).Output.ShouldBe("id,due\n1,2027-05-05T22:00:00Z\n2,2027-06-02T22:00:00Z\n");
    }

    private static (int Code, string Output, string Error) Run(TemporaryFile file)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var code = DueCommand.Run(file.Path, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
