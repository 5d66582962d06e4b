using NodaTime;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>
/// The three moments of a promise. They change by a renewal or a join and by nothing else: a new team, norm,
/// calendar or text never touches them. All null: a promise without a moment.
/// </summary>
internal sealed record PromiseMoments
{
    /// <summary>Where the limit stands without the wish of the citizen: the first moment, brought forward by a join, moved by the event.</summary>
    private Instant? floor;

    /// <summary>Never changes once it is there.</summary>
    public Instant? First { get; private init; }

    /// <summary>What the citizen counts on now.</summary>
    public Instant? InForce { get; private init; }

    /// <summary>What "on time" is judged by: equal to the second is on time.</summary>
    public Instant? Limit { get; private init; }

    public static PromiseMoments None { get; } = new();

    public static PromiseMoments Starting(Instant? first) =>
        new()
        {
            First = first,
            InForce = first,
            Limit = first,
            floor = first,
        };

    /// <summary>A new moment. Only the citizen and the event move the limit, and only while it has not passed.</summary>
    public PromiseMoments Renewed(Instant due, WishedBy by, Instant at)
    {
        if (First is null)
        {
            return Starting(due);
        }

        var renewed = this with { InForce = due };
        if (at > Limit)
        {
            return renewed;
        }

        return by switch
        {
            // A wish for a moment before the first one leaves the limit at the first: it is never stricter than that.
            WishedBy.Citizen => renewed with { Limit = due > floor ? due : floor },
            WishedBy.Event => renewed with { Limit = due, floor = due },
            _ => renewed,
        };
    }

    /// <summary>Another promise was joined into this one: the earlier moment holds, and the limit comes forward with it.</summary>
    public PromiseMoments Joined(Instant? other)
    {
        if (other is not { } due)
        {
            return this;
        }

        return First is null
            ? Starting(due)
            : this with
            {
                InForce = Earlier(InForce, due),
                Limit = Earlier(Limit, due),
                floor = Earlier(floor, due),
            };
    }

    private static Instant Earlier(Instant? a, Instant b) => a < b ? a.Value : b;
}
