using Terecht.Modules.Access.Contracts;
using Terecht.Tests.Modules.Promises;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Desk.Calendars;

/// <summary>An administrator behind a browser, in the world of the tests.</summary>
internal sealed class Keeper : IAsyncDisposable
{
    public const string Calendar = "/beheer/kalenders/standaard";
    public const string Norm = "/beheer/normen/volgende-werkdag";

    public required World World { get; init; }
    public required Person Person { get; init; }
    public required Browser Browser { get; init; }
    public App App => World.App;

    public static async Task<Keeper> StartAsync()
    {
        var world = await World.StartAsync();
        var person = await Given.StaffAsync(world.App, [Roles.Admin], [], "Anjali Ramdas");
        return new Keeper
        {
            World = world,
            Person = person,
            Browser = await Given.SignedInAsync(world.App, person),
        };
    }

    public async Task<Form> FormAsync(string address) => (await Browser.GetAsync(address)).Form("main form.t-manage");

    public Task<Made> PromiseAsync() => Made.InAsync(World);

    /// <summary>The name of a field of one block: day 0 is Monday.</summary>
    public static string Block(int day, int block, string end) => $"Form.Weeks[0].Days[{day}].Blocks[{block}].{end}";

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await App.DisposeAsync();
    }
}
