using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Number;

/// <summary>
/// From now on we call another number. Given by somebody who only knew reference and code it is marked, until a colleague
/// finds it right; the number before it is kept, and is told.
/// </summary>
internal sealed class NumberHandler(TimeProvider clock, EventLog events)
{
    public ActResult Handle(PromiseAct.ChangeNumber act, Promise promise)
    {
        if (!promise.IsOpen)
        {
            return new ActResult.Refused("Deze toezegging is al afgerond.");
        }
        if (promise.Kind != "call")
        {
            return new ActResult.Refused("Bij deze toezegging bellen wij niet.", "Phone");
        }
        if (act.Phone == promise.ToPhone)
        {
            return new ActResult.Refused("Wij bellen al op dit nummer.", "Phone");
        }
        // Changed twice without a check, the number that we know to be right stays the old one.
        promise.OldPhone = promise.PhoneUncheckedAt is null ? promise.ToPhone : promise.OldPhone;
        promise.ToPhone = act.Phone;
        promise.PhoneUncheckedAt = act.Unchecked ? clock.Now() : null;
        var happened = new PromiseNumberChanged(promise.Id, promise.MatterId, promise.TeamId, act.Unchecked);
        return new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, events.Record(happened));
    }

    public ActResult Handle(PromiseAct.NumberIsRight act, Promise promise)
    {
        if (promise.PhoneUncheckedAt is null)
        {
            return new ActResult.Refused("Dit nummer is al nagekeken.");
        }
        if (act.Phone is { } phone && phone != promise.ToPhone)
        {
            return new ActResult.Refused("De burger gaf net een ander nummer. Kijk dat nummer na.", "Phone");
        }
        promise.PhoneUncheckedAt = null;
        var happened = new PromiseNumberChecked(promise.Id, promise.MatterId, promise.TeamId);
        return new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, events.Record(happened));
    }
}
