using Microsoft.Extensions.DependencyInjection;
using Terecht.Modules.People.Contracts;
using Terecht.Modules.People.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.People;

public sealed class FindTests
{
    [Theory]
    [InlineData("lam", "Lammers")]
    [InlineData("jo lam", "")]
    [InlineData("joris lam", "Lammers")]
    [InlineData("lammers j", "Lammers")]
    [InlineData("de vries", "Vries")]
    [InlineData("Öztürk", "Öztürk")]
    // Small words inside names do not decide, but they may be the beginning of one.
    [InlineData("la", "Lammers")]
    [InlineData("de", "Dekker")]
    [InlineData("x", "")]
    public async Task People_are_found_by_the_beginning_of_their_names(string typed, string family)
    {
        await using var app = await App.StartAsync();
        var municipality = await Given.MunicipalityAsync(app);
        await app.InScopeAsync(services => AddAsync(services, municipality, app.Clock));

        var found = await app.InScopeAsync(services =>
            services
                .GetRequiredService<IPeople>()
                .ByNameAsync(municipality, typed, 8, TestContext.Current.CancellationToken)
        );

        string[] expected = family.Length > 0 ? [family] : [];
        found.Select(p => p.Name.Split(' ')[^1]).ShouldBe(expected);
    }

    private static Task<int> AddAsync(IServiceProvider services, Guid municipality, TestClock clock)
    {
        var db = services.GetRequiredService<TerechtDb>();
        (string Given, string Infix, string Family)[] people =
        [
            ("Joris", "", "Lammers"),
            ("Piet", "", "Dekker"),
            ("Anna", "de", "Vries"),
            ("Fatma", "", "Öztürk"),
        ];
        foreach (var (given, infix, family) in people)
        {
            var party = new Party
            {
                Id = clock.NewId(),
                MunicipalityId = municipality,
                Kind = "person",
                GivenName = given,
                Infix = infix,
                FamilyName = family,
                RecordedAt = clock.Now(),
            };
            db.Add(party);
            db.AddRange(PartyName.Of(party));
        }
        return db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
