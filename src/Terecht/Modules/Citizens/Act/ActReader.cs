using Terecht.Modules.Citizens.Status;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Text;

namespace Terecht.Modules.Citizens.Act;

/// <summary>Reads the act out of what was typed, or says which field is wrong, in the language of the page.</summary>
internal sealed class ActReader(Wording say)
{
    public (PromiseAct? Act, CitizenOutcome? Wrong) Read(
        CitizenAct act,
        CitizenForm form,
        GivenPromise promise,
        MatterFacts facts
    )
    {
        // The citizen saw all that matters: what came after that is no news.
        var (id, seq, nobody) = (promise.Row.PromiseId, promise.Row.Seq, Guid.Empty);
        switch (act)
        {
            case CitizenAct.Number when PhoneNumber.Parse(form.Phone) is { } phone:
                return (new PromiseAct.ChangeNumber(id, seq, nobody, phone, Unchecked: true), null);
            case CitizenAct.Number:
                return (null, Wrong("Phone", string.IsNullOrWhiteSpace(form.Phone) ? "Number_none" : "Number_wrong"));

            case CitizenAct.Moment when IsKeepable(form, promise, facts):
                return (
                    new PromiseAct.Renew(
                        id,
                        seq,
                        nobody,
                        KeepableMoments.Parse(form.Chosen)!,
                        WishedBy.Citizen,
                        RenewReason.Asked
                    ),
                    null
                );
            case CitizenAct.Moment:
                return (null, Wrong("Chosen", string.IsNullOrEmpty(form.Chosen) ? "Moment_none" : "Moment_closed"));

            case CitizenAct.Add when form.Words.Length is > 0 and <= CitizenForm.MostText:
                return (new PromiseAct.AddTo(id, seq, nobody), null);
            case CitizenAct.Add when form.Words.Length > 0:
                return (
                    null,
                    new CitizenOutcome.Wrong("Text", say["Add_long", CitizenForm.MostText, form.Words.Length])
                );
            case CitizenAct.Add:
                return (null, Wrong("Text", "Add_none"));

            case CitizenAct.Withdraw:
                return (new PromiseAct.End(id, seq, nobody, PromiseEnd.Withdrawn, null, say.Now, ""), null);
            default:
                return (new PromiseAct.Reopen(id, seq, nobody, ReopenReason.Asked), null);
        }
    }

    /// <summary>A rule of the promise said no to what looked right.</summary>
    public CitizenOutcome Refused(CitizenAct act) =>
        act switch
        {
            CitizenAct.Number => Wrong("Phone", "Number_same"),
            CitizenAct.Moment => Wrong("Chosen", "Moment_closed"),
            _ => new CitizenOutcome.Changed(say["Changed"]),
        };

    private bool IsKeepable(CitizenForm form, GivenPromise promise, MatterFacts facts) =>
        Keepable(promise, facts).Any(m => m.Code == form.Chosen);

    /// <summary>Not the moment that is promised already.</summary>
    public IEnumerable<KeepableMoment> Keepable(GivenPromise promise, MatterFacts facts) =>
        KeepableMoments
            .From(say.Now, facts.Organisation.Team(promise.Row.TeamId).Calendar)
            .Where(m => m.Due != promise.Row.Due);

    private CitizenOutcome.Wrong Wrong(string field, string key) => new(field, say[key]);
}
