using NodaTime;

namespace Terecht.Platform.Web.Forms;

/// <summary>A form that was handled, and where its reply sent the browser.</summary>
internal sealed class RequestKeyRow
{
    public required Guid Key { get; init; }
    public Guid? AccountId { get; init; }
    public required Instant RecordedAt { get; init; }

    /// <summary>A path of ours, or a short word that the handler understands.</summary>
    public required string Outcome { get; init; }
}
