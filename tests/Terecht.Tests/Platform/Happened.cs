using Terecht.Platform.Events;

namespace Terecht.Tests.Platform;

/// <summary>An event of the tests alone.</summary>
/// <param name="Writer">Who wrote it.</param>
/// <param name="No">1, 2, 3 of that writer.</param>
internal sealed record Happened(Guid Thing, int Writer = 0, int No = 0, int? Counted = null) : IEvent
{
    public static string Type => "test.happened";
    public Guid Stream => Thing;
    public int? Seq => Counted;
    public IEnumerable<string> Topics => [$"thing:{Thing}"];
}
