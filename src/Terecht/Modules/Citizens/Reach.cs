using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Text;

namespace Terecht.Modules.Citizens;

/// <summary>How a citizen reaches the municipality.</summary>
internal static class Reach
{
    /// <summary>14 099.</summary>
    public static string Number(MunicipalityCard municipality) =>
        Unbroken.In(
            municipality.Phone switch
            {
                // The national numbers of municipalities are written 14 and the area code.
                ['1', '4', '0', .. { Length: > 1 }] short5 when short5.All(char.IsAsciiDigit) => $"14 {short5[2..]}",
                ['+', ..] international => PhoneNumber.Spoken(international),
                var written => written,
            }
        );

    public static string Href(MunicipalityCard municipality) =>
        "tel:" + string.Concat(municipality.Phone.Where(c => char.IsAsciiDigit(c) || c == '+'));

    public static IHtmlContent Link(MunicipalityCard municipality)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = Href(municipality);
        link.InnerHtml.Append(Number(municipality));
        return link;
    }

    public static string Hours(MunicipalityCard municipality) =>
        Unbroken.In(Wording.IsEnglish ? municipality.OpeningHoursEn : municipality.OpeningHours);
}
