using Terecht.Modules.Knowledge.Read;

namespace Terecht.Tests.Modules.Knowledge.Read;

public sealed class SafeHtmlTests
{
    [Fact]
    public void An_ordinary_answer_keeps_its_shape()
    {
        var html = SafeHtml.FromMarkdown(
            "## Zo werkt het\n1. Bel **14 099**.\n2. Kom langs.\n\n- pas\n- foto\n\n[Afspraak](https://maasdrecht.example/afspraak)"
        );
        html.ShouldContain("<h2>Zo werkt het</h2>");
        html.ShouldContain("<li>Bel <strong>14 099</strong>.</li>");
        html.ShouldContain("<ul>");
        html.ShouldContain("""<a href="https://maasdrecht.example/afspraak">Afspraak</a>""");
    }

    [Fact]
    public void A_table_is_kept()
    {
        var html = SafeHtml.FromMarkdown("| Wat | Prijs |\n|---|---|\n| Paspoort | € 88,70 |");
        html.ShouldContain("<td>Paspoort</td>");
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("![volg mij](https://elders.example/pixel.gif)")]
    [InlineData("[klik](javascript:alert(1))")]
    [InlineData("[klik](JaVaScRiPt:alert(1))")]
    [InlineData("[klik](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[klik](vbscript:x)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<form action=\"https://elders.example\"><input name=wachtwoord><button>Log in</button></form>")]
    [InlineData("<div style=\"position:fixed;inset:0\">Het scherm is van mij</div>")]
    [InlineData("<iframe src=\"https://elders.example\"></iframe>")]
    [InlineData("<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>")]
    [InlineData("<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>")]
    [InlineData("[x](https://a.example \"\\\" onmouseover=alert(1)\")")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]")]
    [InlineData("```\n</code></pre><script>alert(1)</script>\n```")]
    [InlineData("<style>@import 'https://elders.example'</style>")]
    [InlineData("<meta http-equiv=refresh content=\"0;url=https://elders.example\">")]
    [InlineData("<base href=\"https://elders.example\">")]
    public void What_could_harm_a_reader_is_gone(string markdown)
    {
        var html = SafeHtml.FromMarkdown(markdown);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument("<body>" + html);
        page.QuerySelectorAll("script,img,form,input,button,iframe,svg,math,style,meta,base,object,embed,link,div")
            .ShouldBeEmpty();
        foreach (var attribute in page.Body!.QuerySelectorAll("*").SelectMany(e => e.Attributes))
        {
            attribute.Name.ShouldBe("href");
            attribute.Value.ShouldStartWith("https://");
        }
    }

    [Fact]
    public void Html_that_was_typed_is_shown_as_text() =>
        SafeHtml.FromMarkdown("Typ <b> voor vet").ShouldContain("Typ &lt;b&gt; voor vet");
}
