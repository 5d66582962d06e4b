using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Text;

namespace Terecht.Modules.Desk.Worklist;

/// <summary>Reads one act out of a form, or says which field is missing.</summary>
internal sealed class ActOfForm(IOrganisation organisation)
{
    /// <param name="happened">When a call was made.</param>
    /// <param name="mayDirect">Leads the team that owns it, or coordinates.</param>
    /// <returns>The act, or what is wrong.</returns>
    public async Task<(PromiseAct? Act, ActOutcome.Wrong? Wrong)> ReadAsync(
        ActForm form,
        PromiseRow promise,
        CurrentUser me,
        bool mayDirect,
        Instant happened,
        CancellationToken ct
    )
    {
        if (Missing(form, me, mayDirect) is { } missing)
        {
            return (null, missing);
        }
        var act = await ActAsync(form, promise, me, happened, ct);
        return (act, act is null ? new ActOutcome.Wrong("Form.Outcome", "Kies wat er gebeurde.") : null);
    }

    private async Task<PromiseAct?> ActAsync(
        ActForm form,
        PromiseRow promise,
        CurrentUser me,
        Instant happened,
        CancellationToken ct
    )
    {
        var (id, seq, staff, note) = (promise.PromiseId, form.Seq, me.StaffId, form.Note ?? "");
        return form.Doe switch
        {
            "neem" => new PromiseAct.Take(id, seq, staff),
            "geef-terug" => new PromiseAct.GiveBack(id, seq, staff),
            "niet-bereikt" when PromiseWords.ParseAttemptOutcome(form.Outcome) is { } outcome => new PromiseAct.Attempt(
                id,
                seq,
                staff,
                outcome,
                happened,
                promise.ToPhone,
                note
            ),
            "rond-af" when PromiseWords.ParseEnd(form.Outcome) is { } end => Ended(form, promise, me, end, happened),
            "retour" => new PromiseAct.Bounce(
                id,
                seq,
                staff,
                form.DontKnow ? null : await ToTeamAsync(form, promise.MunicipalityId, ct),
                form.Reason ?? "",
                note
            ),
            "heropen" => new PromiseAct.Reopen(id, seq, staff, form.Reason ?? ReopenReason.Asked),
            "nieuw-moment" when Chosen(form) is { } chosen => new PromiseAct.Renew(
                id,
                seq,
                staff,
                chosen,
                form.By == "us" ? WishedBy.Us : WishedBy.Citizen,
                form.By == "us" ? form.Reason ?? "" : RenewReason.Asked
            ),
            "samen" => new PromiseAct.Join(id, seq, staff, form.Other ?? Guid.Empty),
            "naar-team" => new PromiseAct.Move(
                id,
                seq,
                staff,
                await ToTeamAsync(form, promise.MunicipalityId, ct),
                form.Reason ?? MoveReason.Wrong
            ),
            "wijs-toe" => new PromiseAct.Assign(id, seq, staff, form.ToStaff ?? Guid.Empty),
            "nummer" when PhoneNumber.Parse(form.Phone) is { } phone => new PromiseAct.ChangeNumber(
                id,
                seq,
                staff,
                phone,
                Unchecked: false
            ),
            "nummer-klopt" => new PromiseAct.NumberIsRight(id, seq, staff) { Phone = form.Phone },
            "verteld" => new PromiseAct.Told(id, staff, "phone", form.What ?? ToldAbout.Late),
            "bericht" => new PromiseAct.LetHear(id, seq, staff),
            "toch-geen-bericht" => new PromiseAct.TakeBackLetHear(id, seq, staff),
            "wel-verschuldigd" => new PromiseAct.RefuseNotOwed(id, seq, staff),
            "ongedaan" => new PromiseAct.Undo(id, seq, staff),
            _ => null,
        };
    }

    /// <summary>Who may not decide that it is not owed asks Regie instead; where the municipality decided it, the rule says yes.</summary>
    private static PromiseAct Ended(ActForm form, PromiseRow promise, CurrentUser me, PromiseEnd end, Instant happened)
    {
        var (id, seq, staff) = (promise.PromiseId, form.Seq, me.StaffId);
        var (kind, answeredBy) =
            form.AnsweredBy?.Split('.') is [var what, var which] && Guid.TryParse(which, out var given)
                ? (what, (Guid?)given)
                : (null, null);
        return end == PromiseEnd.NotOwed && !me.May(Right.Coordinate) && !promise.AcquisitionNotOwed
            ? new PromiseAct.AskNotOwed(id, seq, staff, form.NotOwed ?? "")
            : new PromiseAct.End(
                id,
                seq,
                staff,
                end,
                end == PromiseEnd.NotOwed ? form.NotOwed
                    : end == PromiseEnd.AnsweredElsewhere ? kind
                    : null,
                happened,
                form.Note ?? ""
            )
            {
                AnsweredBy = answeredBy,
                RegieAgrees = me.May(Right.Coordinate),
            };
    }

    private static Chosen? Chosen(ActForm form) =>
        KeepableMoments.Parse(form.Chosen == "anders" ? $"{form.Date}.{form.Part}" : form.Chosen);

    private static ActOutcome.Wrong? Missing(ActForm form, CurrentUser me, bool mayDirect) =>
        form.Doe switch
        {
            "retour" when !form.DontKnow && string.IsNullOrWhiteSpace(form.ToTeam) => new ActOutcome.Wrong(
                "Form.ToTeam",
                "Kies een team, of kies 'weet ik niet'."
            ),
            "naar-team" when !mayDirect => new ActOutcome.Wrong(
                "Form.ToTeam",
                "Alleen uw teamleider of Regie geeft werk aan een ander team. Kies 'Niet voor ons'."
            ),
            "naar-team" when string.IsNullOrWhiteSpace(form.ToTeam) => new ActOutcome.Wrong(
                "Form.ToTeam",
                "Kies een team."
            ),
            "wijs-toe" when form.ToStaff is null => new ActOutcome.Wrong("Form.ToStaff", "Kies een collega."),
            "samen" when form.Other is null => new ActOutcome.Wrong("Form.Other", "Kies een toezegging."),
            "nummer" when PhoneNumber.Parse(form.Phone) is null => new ActOutcome.Wrong(
                "Form.Phone",
                "Dit is geen telefoonnummer. Schrijf het zo: 06 12 34 56 78."
            ),
            "nieuw-moment" when form.By is not ("us" or "citizen") => new ActOutcome.Wrong(
                "Form.By",
                "Kies wie dit wil."
            ),
            "nieuw-moment" when Chosen(form) is null => form.Chosen == "anders"
                ? new ActOutcome.Wrong("Form.Date", "Kies een dag en een dagdeel.")
                : new ActOutcome.Wrong("Form.Chosen", "Kies een moment."),
            "wel-verschuldigd" when !me.May(Right.Coordinate) => new ActOutcome.Wrong(
                "Form.Note",
                "Regie beslist dit."
            ),
            "rond-af" when form.Outcome is "reached" or "delivered" && string.IsNullOrWhiteSpace(form.Note) =>
                new ActOutcome.Wrong("Form.Note", "Schrijf kort op wat u zei. Een collega leest het later terug."),
            "rond-af" when form.Outcome == "answered_elsewhere" && string.IsNullOrWhiteSpace(form.AnsweredBy) =>
                new ActOutcome.Wrong("Form.AnsweredBy", "Kies waarin het is beantwoord."),
            "rond-af" when form.Outcome == "not_owed" && string.IsNullOrWhiteSpace(form.NotOwed) =>
                new ActOutcome.Wrong("Form.NotOwed", "Kies waarom wij dit niet hoeven te doen."),
            _ => null,
        };

    /// <summary>An unknown name is a team that is not there, which the rule refuses.</summary>
    private async Task<Guid> ToTeamAsync(ActForm form, Guid municipalityId, CancellationToken ct) =>
        Guid.TryParse(form.ToTeamId, out var id)
            ? id
            : (await organisation.NowAsync(ct)).TeamNamed(municipalityId, form.ToTeam ?? "")?.Id ?? Guid.Empty;
}
