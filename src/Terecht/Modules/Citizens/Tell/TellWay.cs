using Terecht.Modules.People.Contracts;
using Terecht.Platform.Messages;
using Terecht.Platform.Text;

namespace Terecht.Modules.Citizens.Tell;

/// <summary>Chooses where to write: only by a channel that is set up and that the citizen allowed.</summary>
internal sealed class TellWay(IMessageGateway gateway, IWrittenWays ways)
{
    /// <summary>Null: nobody may be written to, or there is no way.</summary>
    public async Task<(string Channel, string Address)?> ForAsync(
        Occasion occasion,
        PromiseFacts promise,
        CancellationToken ct
    )
    {
        // Whoever gave another number may be somebody else: the number that was ours hears it.
        if (occasion == Occasion.NumberChanged && Old(promise) is { } old)
        {
            return (MessageChannel.Sms, old);
        }
        var person = promise.ToPartyId is { } id ? await ways.OfAsync(id, ct) : [];
        if (
            promise.TellChannel is { } channel
            && gateway.Has(channel)
            // Allowed for this promise, and not taken back since for everything.
            && !person.Any(w => w.Channel == channel && w.Allowed == false)
            && (promise.TellAddress ?? person.FirstOrDefault(w => w.Channel == channel)?.Address) is { } address
            && !(occasion == Occasion.NumberChanged && address == promise.ToPhone)
        )
        {
            return (channel, address);
        }
        // Who wants no confirmation gets none; what must be told goes by what they allowed in general.
        if (occasion == Occasion.Made && promise.TellChannel is null)
        {
            return null;
        }
        return person.FirstOrDefault(w => w.Allowed == true && gateway.Has(w.Channel)) is { } way
            ? (way.Channel, way.Address)
            : null;
    }

    private string? Old(PromiseFacts promise) =>
        gateway.Has(MessageChannel.Sms) && PhoneNumber.CanBeTexted(promise.OldPhone) ? promise.OldPhone : null;
}
