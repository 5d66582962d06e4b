using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Data;
using Terecht.Modules.Routing.Contracts;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Routing;

public sealed class ProcedureTests
{
    private const string Topics =
        "code;naam;bovenliggend;team;lijn\n"
        + "groen;Groen;;regie;2\n"
        + "bomen;Bomen;groen;;\n"
        + "tak;Losse tak;bomen;;\n"
        + "plant;Plantenbak;groen;balie;1\n"
        + "los;Los onderwerp;;;\n";

    [Theory]
    [InlineData("groen", "regie", 2)]
    [InlineData("bomen", "regie", 2)]
    [InlineData("tak", "regie", 2)]
    [InlineData("plant", "balie", 1)]
    [InlineData("los", null, 0)]
    public async Task A_topic_has_its_own_procedure_or_the_nearest_one_above(string code, string? team, int line)
    {
        await using var app = await Imports.StartAsync();
        await Imports.RunAsync(app, "teams", "code;naam;afdeling;kalender\nbalie;Balie;B;standaard\n");
        (await Imports.RunAsync(app, "topics", Topics)).ShouldHold(added: 5);
        await SeenAsync(app);

        await app.InScopeAsync(async services =>
        {
            var ct = TestContext.Current.CancellationToken;
            var catalogue = await services.GetRequiredService<ICatalogue>().NowAsync(ct);
            var teams = await services.GetRequiredService<IOrganisation>().NowAsync(ct);
            var topic = catalogue.Topics.Single(t => t.Code == code);

            var procedure = await services.GetRequiredService<IRouting>().ForTopicAsync(topic.Id, ct);

            teams.FindTeam(procedure?.TeamId)?.Code.ShouldBe(team);
            (procedure?.Line ?? 0).ShouldBe(line);
        });
    }

    [Fact]
    public async Task An_open_screen_sees_another_team_after_an_import()
    {
        await using var app = await Imports.StartAsync();
        await Imports.RunAsync(app, "teams", "code;naam;afdeling;kalender\nbalie;Balie;B;standaard\n");
        await Imports.RunAsync(app, "topics", Topics);
        await SeenAsync(app);
        var regie = await TeamOfAsync(app, "groen");

        await Imports.RunAsync(app, "topics", Topics.Replace("regie", "balie"));

        await Eventually.ThatAsync("the topic has another team", async () => await TeamOfAsync(app, "groen") != regie);
    }

    /// <summary>What is in memory follows by the feed: topics and who does them, each by itself.</summary>
    private static Task SeenAsync(App app) =>
        Eventually.ThatAsync(
            "topics and procedures are in memory",
            async () => await TeamOfAsync(app, "groen") is not null
        );

    private static Task<Guid?> TeamOfAsync(App app, string code) =>
        app.InScopeAsync(async services =>
        {
            var ct = TestContext.Current.CancellationToken;
            var catalogue = await services.GetRequiredService<ICatalogue>().NowAsync(ct);
            return catalogue.Topics.SingleOrDefault(t => t.Code == code) is { } topic
                ? (await services.GetRequiredService<IRouting>().ForTopicAsync(topic.Id, ct))?.TeamId
                : null;
        });
}
