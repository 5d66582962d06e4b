using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Progress;

/// <summary>
/// A colleague lets the citizen hear how it stands. Once a day: who hears it twice loses trust. It changes no moment, and is a
/// fact beside the acts, so it makes no form of a colleague stale.
/// </summary>
internal sealed class ProgressHandler(TimeProvider clock, EventLog events)
{
    public ActResult Handle(PromiseAct.LetHear _, Promise promise)
    {
        var now = clock.Now();
        if (!promise.IsOpen)
        {
            return new ActResult.Refused("Deze toezegging is al afgerond.");
        }
        if (promise.Due is not { } due)
        {
            return new ActResult.Refused("Er is nog geen moment om over te schrijven. Bel de burger.");
        }
        if (Asked(promise) is { } before && before.Local().Date == now.Local().Date)
        {
            return new ActResult.Refused($"De burger kreeg vandaag om {before.Local():H.mm} uur al bericht.");
        }
        // What goes out now need not go out by itself before the moment.
        (promise.ProgressAskedAt, promise.ProgressFor) = (now, due);
        var happened = new PromiseProgressDue(promise.Id, promise.MatterId, promise.TeamId, due);
        return new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, events.Record(happened));
    }

    public ActResult Handle(PromiseAct.TakeBackLetHear _, Promise promise)
    {
        if (Asked(promise) is not { } asked || clock.Now() - asked > UndoRule.Unheard)
        {
            return new ActResult.Refused("Het bericht is al weg.");
        }
        promise.ProgressAskedAt = null;
        if (promise.Due > clock.Now())
        {
            promise.ProgressFor = null;
        }
        var happened = new PromiseProgressTakenBack(promise.Id, promise.MatterId, promise.TeamId);
        return new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, events.Record(happened));
    }

    private static NodaTime.Instant? Asked(Promise promise) => promise.ProgressAskedAt;
}
