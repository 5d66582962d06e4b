using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Terecht.Modules.Access.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Demo;

/// <summary><c>./terecht demo load</c> and <c>./terecht demo people</c>.</summary>
internal static class DemoCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="build">Makes the program; called after the arguments were found to be right.</param>
    public static Command Create(Func<WebApplication> build)
    {
        var load = new Command("load", "Fill this installation with the fictional municipality Maasdrecht.");
        load.SetAction((_, ct) => InScopeAsync(build, services => LoadAsync(services, Console.Error, ct)));
        var json = new Option<bool>("--json") { Description = "As JSON: role, name, e-mail, password, home page." };
        var people = new Command("people", "The people of the demo whom you can be, one for each role.") { json };
        people.SetAction(
            (parsed, ct) =>
                InScopeAsync(build, services => PeopleAsync(services, parsed.GetValue(json), Console.Out, ct))
        );
        return new Command("demo", "A municipality to try everything in.") { load, people };
    }

    public static async Task<int> LoadAsync(IServiceProvider services, TextWriter progress, CancellationToken ct)
    {
        var began = RealClock.Instance.GetTimestamp();
        var loader = services.GetRequiredService<DemoLoader>();
        var rows = await loader.LoadAsync(step => progress.WriteLine($"Maasdrecht: {step} …"), ct);
        var seconds = RealClock.Instance.GetElapsedTime(began).TotalSeconds;
        await progress.WriteLineAsync(
            rows is null ? "Maasdrecht: already there." : $"Maasdrecht: loaded in {seconds:F1} s."
        );
        return 0;
    }

    public static async Task<int> PeopleAsync(
        IServiceProvider services,
        bool asJson,
        TextWriter output,
        CancellationToken ct
    )
    {
        var people = await services.GetRequiredService<IDemoPeople>().ListAsync(ct);
        if (asJson)
        {
            var list = people.Select(p => new
            {
                p.Role,
                p.Name,
                p.Email,
                IDemoPeople.Password,
                p.Home,
            });
            await output.WriteLineAsync(JsonSerializer.Serialize(list, Json));
            return 0;
        }
        foreach (var person in people)
        {
            await output.WriteLineAsync(Line(person.Name, person.Email, person.Home, person.Does));
        }
        if (await services.GetRequiredService<DemoCitizen>().WayInAsync(ct) is { } way)
        {
            await output.WriteLineAsync(Line(DemoCitizen.Name, way, "/volg", "heeft een vraag aan de gemeente"));
        }
        if (people.Count > 0)
        {
            await output.WriteLineAsync();
            await output.WriteLineAsync($"  The password of each is: {IDemoPeople.Password}");
        }
        return 0;
    }

    private static string Line(string name, string door, string home, string does) =>
        $"  {name, -16} {door, -36} {home, -14} {does}";

    private static async Task<int> InScopeAsync(Func<WebApplication> build, Func<IServiceProvider, Task<int>> run)
    {
        await using var app = build();
        await using var scope = app.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider);
    }
}
