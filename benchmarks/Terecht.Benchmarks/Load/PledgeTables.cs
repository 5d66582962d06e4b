using NodaTime;

namespace Terecht.Benchmarks.Load;

/// <summary>Promises, and the words of colleagues about those that ended.</summary>
internal sealed class PledgeTables(Calls calls, Pledges pledges)
{
    public IReadOnlyList<Table> Tables =>
        [
            new(
                "promises.promise",
                "id, municipality_id, matter_id, question_id, kind, subject, to_name, to_party_id, to_phone, why_not, words, "
                    + "words_en, language, channel, made_at, made_by, norm_id, norm_version_id, norm_attempts, norm_dayparts, "
                    + "calendar_version_id, first_due, due, limit_at, look_at, team_id, team_since, holder_id, held_since, attempts, "
                    + "repeats, last_repeat_at, bounces, ended_at, end_code, on_time, moment_passed_at, next_step_at, "
                    + "next_step, seq",
                Promises
            ),
            new("contacts.remark", "id, matter_id, event_id, staff_id, recorded_at, text", Remarks),
        ];

    private void Promises(CopyRows rows)
    {
        for (var i = 0; i < pledges.Count; i++)
        {
            var call = pledges.Call(i);
            var (made, due, ended, holder) = (pledges.MadeAt(i), pledges.Due(i), pledges.EndedAt(i), pledges.Holder(i));
            var phone = calls.Number(call) ?? People.Number(Draw.Bits(Of.Promise, i, 10));
            Instant? early = made + Duration.FromMinutes(10);
            rows.Row()
                .Id(pledges.Id(i))
                .Id(House.Municipality)
                .Id(calls.MatterId(call, 1))
                .Id(calls.QuestionId(call, 1))
                .Text("call")
                .Text(Draw.From(Words.Subjects, Of.Promise, i, 11))
                .Text(calls.Party(call) is { } party ? People.Short(party) : "Mw. De Beller")
                .Id(calls.PartyId(call))
                .Text(phone)
                .Text("cannot")
                .Text(
                    $"U wordt uiterlijk woensdag 5 mei voor 17.00 uur gebeld door team {House.TeamName(pledges.FirstTeam(i))}, op {phone}."
                )
                .Text(
                    $"The {House.TeamName(pledges.FirstTeam(i))} team will call you by Wednesday 5 May 17.00, on {phone}."
                )
                .Text("nl")
                .Text("phone")
                .At(made)
                .Id(Calls.Agent(call))
                .Id(House.Norm)
                .Id(House.NormVersion)
                .Small(3)
                .Small(2)
                .Id(House.CalendarVersion)
                .At(due)
                .At(due)
                .At(due)
                .At(due)
                .Id(House.Team[pledges.Team(i)])
                .At(made)
                .Id(holder)
                .At(holder is null ? null : early)
                .Small(Pledges.Attempts(i))
                .Small(Pledges.Repeated(i) ? 1 : 0)
                .At(Pledges.Repeated(i) ? early : null)
                .Small(Pledges.Bounced(i) ? 1 : 0)
                .At(ended)
                .Text(ended is null ? null : "reached")
                .Flag(ended is null ? null : ended <= due)
                .At(due < Size.Moment && ended is null ? due : null)
                .At(pledges.NextStep(i)?.At)
                .Small(pledges.NextStep(i)?.Step)
                .Number(pledges.Seq(i));
        }
    }

    private void Remarks(CopyRows rows)
    {
        for (var i = 0; i < pledges.Count; i++)
        {
            if (pledges.EndedAt(i) is { } ended)
            {
                rows.Row()
                    .Id(Draw.Id(Of.Remark, i, ended))
                    .Id(calls.MatterId(pledges.Call(i), 1))
                    .Id(EventTables.PromiseEventId(i, pledges.Seq(i), ended))
                    .Id(pledges.Holder(i))
                    .At(ended)
                    .Text(Draw.From(Words.Notes, Of.Remark, i));
            }
        }
    }
}
