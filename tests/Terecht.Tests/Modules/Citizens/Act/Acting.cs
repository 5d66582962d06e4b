using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Citizens.Act;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Events;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Citizens.Act;

/// <summary>A citizen on the page of an open promise, in one of the languages. It is Monday 3 May 2027, 10.46.</summary>
internal sealed class Acting : IAsyncDisposable
{
    private Acting(App app, City city, Followed followed, bool english)
    {
        (App, City, Followed) = (app, city, followed);
        Path = english ? followed.Access.PathEn : followed.Access.Path;
        Browser = new Browser(app);
    }

    public App App { get; }
    public City City { get; }
    public Followed Followed { get; }
    public string Path { get; }

    /// <summary>Without script.</summary>
    public Browser Browser { get; }

    public static async Task<Acting> StartAsync(
        bool english = false,
        string kind = "call",
        Dictionary<string, string?>? settings = null
    )
    {
        var app = await App.StartAsync(settings);
        var city = await City.BuildAsync(app);
        return new Acting(app, city, await city.PromisedAsync(kind: kind), english);
    }

    public Task<Page> PageAsync() => Browser.GetAsync(Path);

    public async Task<Form> FormAsync(CitizenAct act) => (await PageAsync()).Form($"#doe-{act.Word()} form");

    public async Task<Page> WithdrawAsync() => await (await FormAsync(CitizenAct.Withdraw)).SubmitAsync();

    /// <summary>Sends what the form of a page would not send by itself.</summary>
    public async Task<Page> PostAsync(CitizenAct act, string? path, params (string Name, string Value)[] typed)
    {
        var form = (IHtmlFormElement)(await PageAsync()).Find($"#doe-{act.Word()} form");
        var hidden = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type == "hidden");
        return await Browser.PostAsync(
            path ?? form.GetAttribute("action")!,
            [.. hidden.Select(i => (i.Name!, i.Value)), .. typed]
        );
    }

    public Task<Promise> PromiseAsync() =>
        App.InDbAsync(db => db.Set<Promise>().AsNoTracking().SingleAsync(p => p.Id == Followed.PromiseId, Ct));

    /// <summary>What citizens did, in order.</summary>
    public Task<List<string>> DoneAsync() =>
        App.InDbAsync(db =>
            db.Set<EventRow>()
                .Where(e => e.StreamId == Followed.PromiseId && e.ActorKind == "citizen" && e.ActorId == null)
                .OrderBy(e => e.Seq)
                .Select(e => e.Type)
                .ToListAsync(Ct)
        );

    public async Task AttemptsDoneAsync()
    {
        foreach (var (day, hour) in new[] { (3, 11), (3, 14), (4, 9) })
        {
            App.Clock.Set(2027, 5, day, hour, 0);
            await City.TryAsync(Followed, AttemptOutcome.NoAnswer);
        }
        await City.EndAsync(Followed, PromiseEnd.AttemptsDone);
    }

    public async Task<Page> CaseAsync()
    {
        using var fatma = await Given.SignedInAsync(App, City.Fatma);
        return await fatma.GetAsync($"/werkvoorraad/{Followed.PromiseId}");
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await App.DisposeAsync();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
