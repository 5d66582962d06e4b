namespace Terecht.Modules.Desk.Call;

/// <summary>The left pane of the Werkplek.</summary>
/// <param name="Current">The contact on screen, if any.</param>
internal sealed record MyWork(IReadOnlyList<OpenContactLine> Open, Guid? Current);
