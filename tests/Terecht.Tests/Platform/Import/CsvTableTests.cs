using CsCheck;
using Terecht.Platform.Import;

namespace Terecht.Tests.Platform.Import;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("Code;NAAM\na;A\n")]
    [InlineData("code,naam\na,A\n")]
    [InlineData("code\tnaam\r\na\tA\r\n")]
    [InlineData("sep=,\ncode,naam\na,A\n")]
    [InlineData("\"code\";\"naam\"\n\"a\";\"A\"")]
    [InlineData(" code ; naam ;;\na ; A;;\n;;;\n\n")]
    public void Separator_and_case_of_the_header_do_not_matter(string text)
    {
        var row = CsvTable.Read(text).Rows.ShouldHaveSingleItem();

        row.OneLine("Code").ShouldBe("a");
        row.OneLine("naam").ShouldBe("A");
        row.OneLine("afdeling").ShouldBe("");
        row.Problem(["code", "naam"]).ShouldBeNull();
    }

    [Fact]
    public void The_separator_inside_a_quoted_header_does_not_count() =>
        CsvTable.Read("\"a,b,c\";d\n1;2").Columns.ShouldBe(["a,b,c", "d"]);

    [Fact]
    public void Rows_know_their_line_also_after_a_cell_of_many_lines()
    {
        var table = CsvTable.Read("code;tekst\na;\"een\ntwee\"\n\nb;drie\n");

        table.Rows.Select(r => r.Number).ShouldBe([2, 5]);
        table.Rows[0].Text("tekst").ShouldBe("een\ntwee");
        table.Rows[0].OneLine("tekst").ShouldBe("een twee");
    }

    [Theory]
    [InlineData("code;naam\na;A\nb;5\" buis\nc;C\n", 3)]
    [InlineData("code;\"naam\na;A\n", 1)]
    public void A_quote_that_never_closes_is_refused_with_its_line(string text, int line) =>
        Should.Throw<ImportRefused>(() => CsvTable.Read(text)).Message.ShouldContain($"regel {line} ");

    [Fact]
    public void A_column_that_is_there_twice_is_refused() =>
        Should.Throw<ImportRefused>(() => CsvTable.Read("code;naam;Code\n")).Message.ShouldContain("twee keer");

    [Theory]
    [InlineData("a;A;te veel", "3 kolommen")]
    [InlineData("a;=1+1", "formule")]
    [InlineData("a;=HYPERLINK(\"\"x\"\")", "formule")]
    [InlineData("a;#N/B", "Excel")]
    [InlineData("a;#VERW!", "Excel")]
    [InlineData("a;B\uFFFDlangrijk", "verloren")]
    [InlineData("a;A\u0000B", "onzichtbaar")]
    [InlineData("a;A\u001B[31mB", "onzichtbaar")]
    [InlineData("a;A\u202EB", "onzichtbaar")]
    public void What_cannot_be_kept_is_a_problem_of_its_row(string row, string word) =>
        CsvTable
            .Read($"code;naam\n{row}\n")
            .Rows.ShouldHaveSingleItem()
            .Problem(["code", "naam"])
            .ShouldNotBeNull()
            .ShouldContain(word);

    [Theory]
    [InlineData("#buurt")]
    [InlineData("-1")]
    [InlineData("+31 10 123")]
    [InlineData("@team")]
    [InlineData("Café 't Hoekje <b>& Zn.</b> \U0001F600 Şahin")]
    public void What_looks_odd_and_is_fine_passes(string text) =>
        CsvTable.Read($"code;naam\na;{text}\n").Rows.ShouldHaveSingleItem().Problem(["code", "naam"]).ShouldBeNull();

    [Fact]
    public void A_formula_in_a_column_that_is_not_read_does_no_harm() =>
        CsvTable.Read("code;som\na;=1+1\n").Rows.ShouldHaveSingleItem().Problem(["code"]).ShouldBeNull();

    /// <summary>Whatever is written as CSV comes back as it was, apart from white space around it and line ends.</summary>
    [Fact]
    public void What_is_written_is_read_again()
    {
        var cell = Gen.String[Gen.Char["ab ;,\t\"'|\n\r=éß€-0"], 0, 12];
        var table = Gen.Select(
            Gen.Char[";,\t"],
            cell.Array[3].Array[1, 8],
            Gen.OneOf(Gen.Const("\n"), Gen.Const("\r\n"))
        );

        table.Sample(
            (separator, rows, end) =>
            {
                var lines = rows.Select(r => string.Join(separator, r.Select(Quoted)));
                var text = $"een{separator}twee{separator}drie{end}" + string.Join(end, lines) + end;

                var read = CsvTable.Read(text).Rows;

                var kept = rows.Where(r => r.Any(c => !string.IsNullOrWhiteSpace(c))).ToList();
                read.Select(r => new[] { r.Text("een"), r.Text("twee"), r.Text("drie") })
                    .SequenceEqual(kept.Select(r => r.Select(CellText.Clean).ToArray()), new Same())
                    .ShouldBeTrue(text);
            }
        );
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private sealed class Same : IEqualityComparer<string[]>
    {
        public bool Equals(string[]? x, string[]? y) => x!.SequenceEqual(y!);

        public int GetHashCode(string[] obj) => obj.Length;
    }
}
