namespace Terecht.Modules.Desk.Manage;

/// <summary>How much there is of what an administrator keeps.</summary>
/// <param name="Screen">normen or kalenders: where the administrator is; empty on the first page.</param>
internal sealed record ManageCounts(string Screen, int Norms, int Calendars);
