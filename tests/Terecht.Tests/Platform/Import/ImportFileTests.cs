using System.Text;
using Terecht.Platform.Import;

namespace Terecht.Tests.Platform.Import;

public sealed class ImportFileTests
{
    [Theory]
    [InlineData("code;naam\na;A", nameof(FileForm.Csv))]
    [InlineData("\n\n  code,naam\n", nameof(FileForm.Csv))]
    [InlineData("[1]", nameof(FileForm.Json))]
    [InlineData(" \n {\n \"a\": 1 }", nameof(FileForm.Json))]
    [InlineData("{\"a\": 1}", nameof(FileForm.Json))]
    [InlineData("{\"a\": 1}\n\n", nameof(FileForm.Json))]
    [InlineData("{\"a\": 1}\n{\"a\": 2}\n", nameof(FileForm.JsonLines))]
    [InlineData("{\"a\": 1}\r\nnonsense", nameof(FileForm.JsonLines))]
    public void The_form_is_told_by_the_content(string text, string form) =>
        ImportFile.Of("x.txt", text).Form.ToString().ShouldBe(form);

    [Fact]
    public async Task A_file_in_Windows_1252_is_refused_with_the_line_and_what_to_do()
    {
        // "Coördinatie" as Excel saves it without UTF-8.
        byte[] bytes = [.. "code;naam\na;A\nb;Co"u8, 0xF6, .. "rdinatie\n"u8];

        var refused = await Should.ThrowAsync<ImportRefused>(() => ReadAsync(bytes));

        refused.Message.ShouldContain("regel 3");
        refused.Message.ShouldContain("CSV UTF-8");
    }

    [Fact]
    public async Task A_byte_order_mark_and_UTF_16_are_read()
    {
        const string text = "code;naam\na;Coördinatie\n";
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var file = await ReadAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

            file.Csv.Columns.ShouldBe(["code", "naam"]);
            file.Csv.Rows.ShouldHaveSingleItem().OneLine("naam").ShouldBe("Coördinatie");
        }
    }

    [Theory]
    [InlineData("", "leeg")]
    [InlineData(" \r\n ", "leeg")]
    [InlineData("PK\u0003\u0004rest", "Excel")]
    [InlineData("<html><body>", "webpagina")]
    public async Task What_is_no_data_is_refused_with_a_sentence(string text, string word) =>
        (await Should.ThrowAsync<ImportRefused>(() => ReadAsync(Encoding.UTF8.GetBytes(text)))).Message.ShouldContain(
            word
        );

    [Fact]
    public async Task A_file_that_is_not_there_is_refused_with_its_name() =>
        (
            await Should.ThrowAsync<ImportRefused>(() =>
                ImportFile.ReadAsync("/nergens/teams.csv", TestContext.Current.CancellationToken)
            )
        ).Message.ShouldContain("/nergens/teams.csv");

    [Fact]
    public void Items_of_JSON_know_their_line_at_every_depth()
    {
        var root = ImportFile
            .Of(
                "x.json",
                """
                [
                  {"groep": "A",
                   "onderwerpen": [
                     {"naam": "één"},

                     {"naam": "twee", "code": 7}
                   ]},
                  {"groep": "B"}
                ]
                """
            )
            .Json;

        root.Items.Select(i => i.Number).ShouldBe([2, 8]);
        root.Items[0].List("onderwerpen").Select(i => i.Number).ShouldBe([4, 6]);
        root.Items[0].List("onderwerpen")[1].OneLine("code").ShouldBe("7");
        root.Items[0].List("onderwerpen")[0].Source.ShouldBe("""{"naam": "één"}""");
    }

    [Theory]
    [InlineData("[\n1,\n", 3)]
    [InlineData("[\n{\"a\": nee}\n]", 2)]
    [InlineData("[1] [2]", 1)]
    public void Broken_JSON_is_refused_with_the_line(string text, int line) =>
        Should.Throw<ImportRefused>(() => ImportFile.Of("x.json", text).Json).Message.ShouldContain($"regel {line}");

    [Fact]
    public void JSON_that_is_too_deep_or_has_half_letters_is_refused()
    {
        Should.Throw<ImportRefused>(() => ImportFile.Of("x", new string('[', 500) + new string(']', 500)).Json);
        Should.Throw<ImportRefused>(() => ImportFile.Of("x", """["\ud800"]""").Json).Message.ShouldContain("tekens");
    }

    private static Task<ImportFile> ReadAsync(byte[] bytes) =>
        ImportFile.ReadAsync("x.csv", new MemoryStream(bytes), TestContext.Current.CancellationToken);
}
