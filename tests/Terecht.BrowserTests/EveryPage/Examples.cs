using Microsoft.Playwright;
using Terecht.BrowserTests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Terecht.BrowserTests.EveryPage;

/// <summary>Every page of the program in the ways people meet it. A new page gets a line here.</summary>
internal static class Examples
{
    public static IReadOnlyList<Example> Of(Stage stage) =>
        [
            .. Doors(stage),
            .. Werkplek(stage),
            .. Worklist(stage),
            .. Managing(stage),
            .. BeforeItIsLate(stage),
            .. Happenings(stage),
            .. Citizens(stage),
            .. Messages(stage),
            .. Faults(stage),
        ];

    private static IEnumerable<Example> Doors(Stage stage)
    {
        var agent = stage.World.Agent;
        yield return new Example("/", "/", agent, "#mijn-werk");
        yield return new Example("/inloggen", "/inloggen", null, ".t-demo");
        yield return new Example("/inloggen", "/inloggen", null, ".t-field--wrong")
        {
            Then = page => page.PressAsync("#Password", "Enter"),
        };
        yield return new Example("/inloggen/mislukt", "/inloggen/mislukt?waarom=Down", null, "main h1");
        // Without a provider there is nowhere to go.
        yield return new Example("/inloggen/gemeente", "/inloggen/gemeente", null, ".t-fault");
        yield return new Example("/uitloggen", "/uitloggen", agent, "main form");
        yield return new Example("/uitgelogd", "/uitgelogd", null, "main h1");
        yield return new Example("/geen-toegang", "/geen-toegang?recht=Administer,Coordinate", agent, ".t-fault");
        yield return new Example("/mijn-rechten", "/mijn-rechten", stage.World.Specialist, ".t-lines");
        yield return new Example("/toetsen", "/toetsen", agent, ".t-facts");
        yield return new Example("/antwoord/{code}", "/antwoord/moet-ik-al-betalen", agent, "main h1");
    }

    private static IEnumerable<Example> Werkplek(Stage stage)
    {
        var agent = stage.World.Agent;
        yield return new Example("/werkplek", "/werkplek", agent, ".t-empty");
        yield return new Example("/werkplek", stage.Finished, agent, "#klaar");
        yield return new Example(
            "/werkplek",
            "/werkplek?weg=01970000-0000-7000-8000-000000000001",
            agent,
            "#gesprek b"
        );
        yield return new Example("/werkplek/{id:guid}", stage.OpenContact, agent, "#toezegging blockquote");
        yield return new Example("/werkplek/{id:guid}", stage.OpenContact, agent, "li[role=option]")
        {
            Then = async page =>
            {
                await page.FillAsync("#Topic", "");
                await page.Locator("#Topic").PressSequentiallyAsync("p");
                await Expect(page.Locator("li[role=option]").First).ToBeVisibleAsync();
            },
        };
        // Only the outcomes, and each of their ends.
        foreach (var (key, end) in new[] { ("b", "beantwoord"), ("d", "doorverbonden"), ("x", "afgebroken") })
        {
            yield return new Example("/werkplek/bel", "/werkplek/bel?nummer=0612345678", agent, $".t-end--{end}")
            {
                Then = async page =>
                {
                    await page.KeyAsync("Escape");
                    await page.KeyAsync(key);
                },
            };
        }
        yield return new Example("/werkplek/bel", "/werkplek/bel?nummer=0201234567", agent, ".t-field--wrong")
        {
            Then = async page =>
            {
                await page.KeyAsync("Escape");
                await page.KeyAsync("t");
                await page.KeyAsync("Control+Enter");
            },
        };
    }

    private static IEnumerable<Example> Worklist(Stage stage)
    {
        var specialist = stage.World.Specialist;
        const string route = "/werkvoorraad/{id:guid?}";
        yield return new Example(route, "/werkvoorraad", specialist, ".t-task");
        yield return new Example(route, "/werkvoorraad?wie=retour", specialist, "#lijst .t-filter");
        yield return new Example(route, "/werkvoorraad", stage.World.Coordinator, "#lijst select");
        yield return new Example(route, "/werkvoorraad", stage.Newcomer, "#lijst .t-empty");
        yield return new Example(route, $"/werkvoorraad/{stage.Open}", specialist, "#verhaal .t-story");
        // Of another team: to read, not to act.
        yield return new Example(route, $"/werkvoorraad/{stage.Open}", stage.Newcomer, "#kop .utrecht-alert");
        foreach (
            var act in new[]
            {
                "niet-bereikt",
                "rond-af",
                "retour",
                "nieuw-moment",
                "samen",
                "wijs-toe",
                "nummer",
                "verteld",
                "bericht",
                "meer",
            }
        )
        {
            yield return new Example(route, $"/werkvoorraad/{stage.Open}?doe={act}", specialist, "#doe");
        }
        yield return new Example(route, $"/werkvoorraad/{stage.Open}?doe=retour", specialist, "#doe .t-field--wrong")
        {
            Then = page => page.KeyAsync("Control+Enter"),
        };
        yield return new Example(route, $"/werkvoorraad/{stage.Kept}?doe=heropen", specialist, "#doe");
        yield return new Example(route, $"/werkvoorraad/{stage.Open}?doe=naar-team", stage.World.Coordinator, "#doe");
        yield return new Example("/regie", "/regie?lijst=niemand", stage.World.Coordinator, ".t-heat");
        yield return new Example("/regie", "/regie?lijst=derde", stage.World.Coordinator, ".t-empty");
    }

    private static IEnumerable<Example> Managing(Stage stage)
    {
        var admin = stage.Admin;
        yield return new Example("/beheer", "/beheer", admin, ".t-tiles");
        const string calendars = "/beheer/kalenders/{code?}";
        yield return new Example(calendars, "/beheer/kalenders", admin, "#lijst .t-item");
        yield return new Example(calendars, "/beheer/kalenders/nieuw", admin, "#Form_Code");
        yield return new Example(calendars, "/beheer/kalenders/standaard", admin, "#kalender .t-week")
        {
            Then = page => page.GetByRole(AriaRole.Button, new() { Name = "Nog een dag dicht" }).ClickAsync(),
        };
        yield return new Example(calendars, "/beheer/kalenders/standaard", admin, "#kalender .t-week__wrong")
        {
            Then = async page =>
            {
                await page.FillAsync("#Form_Weeks_0__Days_3__Blocks_0__To", "7.00");
                await page.KeyAsync("Control+Enter");
            },
        };
        // What is said now, and what would be said.
        yield return new Example(calendars, "/beheer/kalenders/standaard", admin, "#kalender")
        {
            Then = async page =>
            {
                await page.FillAsync("#Form_Weeks_0__Days_1__Blocks_0__From", "");
                await page.FillAsync("#Form_Weeks_0__Days_1__Blocks_0__To", "");
                await page.FillAsync("#Form_Name", "Dinsdag dicht");
                await page.PressAsync("#Form_Name", "Tab");
                await Expect(page.Locator("#gevolg .t-spoken--old").First).ToBeAttachedAsync();
            },
        };
        const string norms = "/beheer/normen/{code?}";
        yield return new Example(norms, "/beheer/normen", admin, "#lijst .t-item");
        yield return new Example(norms, "/beheer/normen/nieuw", admin, "#Form_Code");
        yield return new Example(norms, "/beheer/normen/volgende-werkdag", admin, "#norm .t-rules");
        yield return new Example(norms, "/beheer/normen/volgende-werkdag", admin, "#norm .t-field__error")
        {
            Then = async page =>
            {
                await page.FillAsync("#Form_Time", "vijf");
                await page.FillAsync("#Form_Percent", "alles");
                await page.KeyAsync("Control+Enter");
            },
        };
        foreach (var city in new[] { "rotterdam", "rijswijk", "den-haag" })
        {
            yield return new Example("/beheer/normen/stad/{city}", $"/beheer/normen/stad/{city}", admin, "#neem-over");
        }
        yield return new Example("/beheer/normen/regel/acquisitie", "/beheer/normen/regel/acquisitie", admin, "#regel");
        yield return new Example(norms, "/beheer/normen/stad/rijswijk", admin, "#doelen")
        {
            Then = page => page.KeyAsync("Control+Enter"),
        };
    }

    private static IEnumerable<Example> BeforeItIsLate(Stage stage)
    {
        const string route = "/team/aanwezigheid";
        var (world, lead) = (stage.World, stage.Lead);
        yield return new Example(route, route, lead, "#mensen");
        yield return new Example(route, route, stage.Newcomer, "#mensen");
        yield return new Example(route, $"{route}?wie={world.Colleague.StaffId}", lead, "#meld");
        yield return new Example(route, $"{route}?wie={world.Colleague.StaffId}", lead, ".t-field--wrong")
        {
            Then = async page =>
            {
                await page.FillAsync("#Form_Until", "2027-05-01");
                await page.Locator("#meld button[type=submit]").ClickAsync();
            },
        };
        yield return new Example(
            "/werkvoorraad/{id:guid?}",
            "/werkvoorraad?wie=afwezig",
            world.Colleague,
            ".t-task__meta b"
        );
        yield return new Example(
            "/werkvoorraad/{id:guid?}",
            $"/werkvoorraad/{stage.Open}",
            world.Colleague,
            "#voorstel"
        );
        yield return new Example("/meldingen", "/meldingen", world.Colleague, ".t-table__main");
        yield return new Example("/meldingen", "/meldingen", stage.Newcomer, "main .t-empty");
        yield return new Example("/beheer/lopend", "/beheer/lopend", stage.Admin, "#stand .t-table");
    }

    private static IEnumerable<Example> Happenings(Stage stage)
    {
        const string route = "/gebeurtenissen/{id:guid}";
        var (specialist, one) = (stage.World.Specialist, $"/gebeurtenissen/{stage.Happening}");
        yield return new Example("/gebeurtenissen", "/gebeurtenissen", specialist, ".t-table__main");
        yield return new Example(route, one, specialist, "#later");
        yield return new Example(route, $"{one}?datum=2027-05-12", specialist, "#doe");
        yield return new Example(route, $"{one}?datum=2027-05-02", specialist, ".t-field--wrong");
        // Of another team: to read along.
        yield return new Example(route, one, stage.Newcomer, "main .utrecht-alert");
        foreach (
            var (name, value, shown) in new[] { ("How", "choice", "#How-choice"), ("Kind", "open_door", "#DoorUntil") }
        )
        {
            yield return new Example("/werkplek/{id:guid}", stage.OpenContact, stage.World.Agent, shown)
            {
                Then = async page =>
                {
                    // The draft remembers what the example before this one chose.
                    await page.KeyAsync("Escape");
                    await page.KeyAsync("t");
                    await page.Locator("input[name=Kind][value=call]").CheckAsync();
                    await page.Locator($"input[name={name}][value={value}]").CheckAsync();
                    await Expect(page.Locator(shown)).ToBeVisibleAsync();
                },
            };
        }
    }

    private static IEnumerable<Example> Citizens(Stage stage)
    {
        foreach (var enter in new[] { "/volg", "/en/follow" })
        {
            yield return new Example(enter, enter, null, "#Reference");
            yield return new Example(enter, enter, null, ".t-field--wrong")
            {
                Then = page => page.PressAsync("#Code", "Enter"),
            };
        }
        foreach (var access in new[] { stage.OpenAccess, stage.KeptAccess })
        {
            yield return new Example("/volg/{**token}", access.Path, null, ".t-promised");
            yield return new Example("/en/follow/{**token}", access.PathEn, null, ".t-promised");
        }
        foreach (var doe in new[] { "nummer", "moment", "aanvullen", "stoppen" })
        {
            yield return new Example("/volg/{**token}", $"{stage.OpenAccess.Path}?doe={doe}", null, "details[open]");
            yield return new Example(
                "/en/follow/{**token}",
                $"{stage.OpenAccess.PathEn}?doe={doe}",
                null,
                "details[open]"
            );
        }
        yield return new Example("/volg/{**token}", $"{stage.OpenAccess.Path}?doe=nummer", null, ".t-field--wrong")
        {
            Then = page => page.PressAsync("#Form_Phone", "Enter"),
        };
    }

    private static IEnumerable<Example> Messages(Stage stage)
    {
        const string route = "/beheer/berichten";
        foreach (var way in new[] { "", "?wat=renewed_us&kanaal=mail", "?wat=attempts_done&kanaal=letter&taal=en" })
        {
            yield return new Example(route, route + way, stage.Admin, "#voorbeeld-deel, #tekst");
        }
        yield return new Example(route, route, stage.Admin, "#tekst .t-field--wrong")
        {
            Then = async page =>
            {
                await page.FillAsync("#Body", "U hoort van ((wie)).");
                await page.KeyAsync("Control+Enter");
            },
        };
        yield return new Example(
            "/werkplek/klant/{id:guid}/toestemming",
            $"/werkplek/klant/{stage.World.Wil}/toestemming",
            stage.World.Agent,
            "main form"
        );
    }

    private static IEnumerable<Example> Faults(Stage stage)
    {
        yield return new Example("/fout", "/fout", null, ".t-fault");
        yield return new Example("/fout", "/bestaat-niet", stage.World.Agent, ".t-fault");
        yield return new Example("/fout", "/volg/bestaat-niet", null, ".t-fault");
        yield return new Example("/fout", "/en/follow/bestaat-niet", null, ".t-fault");
    }
}
