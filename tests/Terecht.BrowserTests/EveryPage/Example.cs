using Microsoft.Playwright;
using Terecht.Tests.Testing;

namespace Terecht.BrowserTests.EveryPage;

/// <summary>One way in which a page is looked at.</summary>
/// <param name="Route">As the routing table writes it.</param>
/// <param name="By">Somebody who may open it; null for somebody who is not signed in.</param>
/// <param name="Holds">What must be in sight: it is this page, and not the one that says no.</param>
internal sealed record Example(string Route, string Address, Person? By, string Holds)
{
    /// <summary>What is done on the page before it is looked at.</summary>
    public Func<IPage, Task>? Then { get; init; }

    public override string ToString() => $"{Address} by {By?.Name ?? "nobody"}, with {Holds}";
}
