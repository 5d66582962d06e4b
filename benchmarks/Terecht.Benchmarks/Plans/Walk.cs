using Microsoft.Extensions.DependencyInjection;
using Terecht.Benchmarks.Load;
using Terecht.Benchmarks.Measure;
using Terecht.Benchmarks.Register;
using Terecht.Modules.Citizens.Contracts;
using Terecht.Modules.Desk.WrapUp;
using Terecht.Modules.People.Contracts;
using Terecht.Platform.Events;
using Terecht.Platform.Feed;

namespace Terecht.Benchmarks.Plans;

/// <summary>The screens of the product, each opened as its people open it, for another person or promise every time.</summary>
internal sealed class Walk(Plan plan, Product product)
{
    private SignedIn _agent = null!;
    private SignedIn _specialist = null!;
    private SignedIn _coordinator = null!;

    public async Task SignInAsync()
    {
        _agent = await SignedIn.AsAsync(product, 0);
        _specialist = await SignedIn.AsAsync(product, House.Agents);
        _coordinator = await SignedIn.AsAsync(product, House.Coordinator(0));
    }

    public IReadOnlyList<(string Screen, Func<int, Task> Once)> Screens =>
        [
            ("call: the screen pops up with the number", i => _agent.FollowAsync($"/werkplek/bel?nummer={Number(i)}")),
            ("call: the contact again, with its person chosen", ChosenAsync),
            (
                "call: people while typing a name",
                i => _agent.GetAsync($"/werkplek/klanten?gemeente={House.Municipality}&q={Name(i)}")
            ),
            ("call: topics and teams while typing", TypingAsync),
            ("wrap up: a question with a promise", WrapUpAsync),
            (
                "workplace: what was just wrapped up",
                i => _agent.GetAsync($"/werkplek?klaar={plan.Calls.Id(KnownCall(i))}")
            ),
            ("work list: all", i => _specialist.GetAsync($"/werkvoorraad?team={House.TeamCode(0)}")),
            ("work list: mine", i => _specialist.GetAsync($"/werkvoorraad?team={House.TeamCode(0)}&wie=mij")),
            ("work list: nobody's", i => _specialist.GetAsync($"/werkvoorraad?team={House.TeamCode(0)}&wie=niemand")),
            ("work list: came back", i => _specialist.GetAsync($"/werkvoorraad?team={House.TeamCode(0)}&wie=retour")),
            ("work list: a later page", LaterAsync),
            (
                "work list: one promise with its story",
                i => _specialist.GetAsync($"/werkvoorraad/{plan.Pledges.Id(Open(i))}")
            ),
            ("regie: late", _ => _coordinator.GetAsync("/regie")),
            ("regie: today", _ => _coordinator.GetAsync("/regie?lijst=vandaag")),
            ("regie: decides", _ => _coordinator.GetAsync("/regie?lijst=beslis")),
            ("regie: nobody's", _ => _coordinator.GetAsync("/regie?lijst=niemand")),
            ("regie: held by who is absent", _ => _coordinator.GetAsync("/regie?lijst=afwezig")),
            ("regie: late and not told", _ => _coordinator.GetAsync("/regie?lijst=stil")),
            ("regie: three times back", _ => _coordinator.GetAsync("/regie?lijst=derde")),
            ("regie: asked again", _ => _coordinator.GetAsync("/regie?lijst=opnieuw")),
            ("regie: no writing", _ => _coordinator.GetAsync("/regie?lijst=bel-zelf")),
            ("regie: a closed day", _ => _coordinator.GetAsync("/regie?lijst=dicht")),
            (
                "regie: nobody's, of one team",
                i => _coordinator.GetAsync($"/regie?lijst=niemand&team={House.TeamCode(i % House.Teams)}")
            ),
            ("reminders", _ => _specialist.GetAsync("/meldingen")),
            ("what moments depend on", _ => _coordinator.GetAsync("/gebeurtenissen")),
            ("citizen: the page of a matter, by link", CitizenAsync),
            ("feed: what changed since", FeedAsync),
            ("answers: the page of an answer", i => _agent.GetAsync($"/antwoord/A-{i:D4}")),
            ("people: on a number that many have", ManyOnOneNumberAsync),
        ];

    /// <summary>A contact of somebody we know, where a promise was made.</summary>
    private int KnownCall(int i)
    {
        var promise = Open(i);
        while (plan.Calls.Party(plan.Pledges.Call(promise)) is null)
        {
            promise = Open(++i * 31);
        }
        return plan.Pledges.Call(promise);
    }

    private int Open(int i) => plan.Pledges.OpenAt(Draw.Below(plan.Size.OpenPromises, Of.Promise, i, 60) / 40 * 40);

    private string Number(int i) => Uri.EscapeDataString(plan.Calls.Number(KnownCall(i))!);

    private string Name(int i)
    {
        var party = Draw.Below(plan.Size.Parties, Of.Party, i, 60);
        var name = $"{People.Family(party)} {People.Given(party)}";
        return Uri.EscapeDataString(name[..Math.Min(name.Length, 2 + i)].Trim());
    }

    private async Task ChosenAsync(int i)
    {
        var (path, _) = await _agent.FollowAsync($"/werkplek/bel?nummer={Number(i)}");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PartyId"] = plan.Calls.PartyId(KnownCall(i)).ToString()!,
            ["Note"] = Words.Notes[i % Words.Notes.Length],
        };
        await _agent.PostAsync($"{path}?handler=Bewaar", fields);
        await _agent.GetAsync(path);
    }

    private async Task TypingAsync(int i)
    {
        var q = House.TopicName(i * 7)[..3];
        await _agent.GetAsync($"/werkplek/onderwerpen?gemeente={House.Municipality}&q={q}");
        await _agent.GetAsync($"/werkplek/teams?gemeente={House.Municipality}&q=zak");
    }

    private async Task WrapUpAsync(int i)
    {
        await using var scope = product.Services.CreateAsyncScope();
        await using var source = Bare.Source(plan.Connection);
        var clock = product.Services.GetRequiredService<TimeProvider>();
        var draft = await new Drafts(source, clock).OpenAsync(product);
        var contact = Registrations.Of(plan.Calls, 1_000_000 + i, draft, clock);
        scope.ServiceProvider.GetRequiredService<Actor>().IsStaff(contact.StaffId);
        await scope.ServiceProvider.GetRequiredService<WrapUp>().RunAsync(contact, CancellationToken.None);
    }

    private async Task LaterAsync(int i)
    {
        var open = Open(i);
        var after = $"{plan.Pledges.Due(open).ToUnixTimeSeconds()}_{plan.Pledges.Id(open)}";
        await _specialist.GetAsync($"/werkvoorraad?team={House.TeamCode(0)}&na={after}");
    }

    private async Task CitizenAsync(int i)
    {
        var matter = plan.Calls.MatterId(plan.Pledges.Call(Open(i)), 1);
        var access = await product.InScopeAsync(s =>
            s.GetRequiredService<ICitizenLinks>().ForAsync(matter, 1, default).AsTask()
        );
        await _agent.GetAsync(access.Path);
    }

    /// <summary>A screen that was away for a while, and one that was away for days.</summary>
    private async Task FeedAsync(int i)
    {
        var reader = product.Services.GetRequiredService<FeedReader>();
        var head = await reader.HeadAsync(CancellationToken.None);
        string[] topics = [$"team:{House.Team[i % House.Teams]}"];
        await reader.AfterAsync(head - 100, topics, CancellationToken.None);
        await reader.AfterAsync(Math.Max(0, head - 100_000), topics, CancellationToken.None);
        await reader.AfterAsync(head - 10, null, CancellationToken.None);
    }

    private async Task ManyOnOneNumberAsync(int i) =>
        await product.InScopeAsync(s =>
            s.GetRequiredService<IPeople>().ByPhoneAsync(People.Phone(i), CancellationToken.None)
        );
}
