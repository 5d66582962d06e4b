using NodaTime;
using Terecht.Demo.Chance;
using Terecht.Demo.Rows;
using Terecht.Platform.Events;

namespace Terecht.Demo.History;

/// <summary>Writes down what happened, as the event log would have done at that instant.</summary>
internal sealed class Chronicle(DemoRows rows, Dice dice)
{
    public EventRow ByStaff<T>(T happened, Instant recordedAt, Guid staffId)
        where T : IEvent => Add(EventRow.Of(happened, dice.Id(recordedAt), recordedAt, "staff", staffId));

    public EventRow ByCitizen<T>(T happened, Instant recordedAt)
        where T : IEvent => Add(EventRow.Of(happened, dice.Id(recordedAt), recordedAt, "citizen", null));

    /// <summary>What the program does by itself, such as marking a moment that passed.</summary>
    public EventRow BySystem<T>(T happened, Instant recordedAt)
        where T : IEvent => Add(EventRow.Of(happened, dice.Id(recordedAt), recordedAt, "system", null));

    private EventRow Add(EventRow row)
    {
        rows.Events.Add(row);
        return row;
    }
}
