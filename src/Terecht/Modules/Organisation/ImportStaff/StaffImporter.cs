using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Organisation.Contracts.Import;
using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Import;
using Terecht.Platform.Time;

namespace Terecht.Modules.Organisation.ImportStaff;

/// <summary>
/// Loads people with their account (without password), roles and teams; found again by personnel number. Who left stays,
/// with their last day: promises keep their name. Who the file does not name stays as they are.
/// </summary>
internal sealed class StaffImporter(TerechtDb db, TimeProvider clock, IAccounts accounts) : ISettingsImporter
{
    public string What => "staff";

    public async Task LoadAsync(ImportRun run, Guid municipalityId, CancellationToken ct)
    {
        if (run.File.Form != FileForm.Csv)
        {
            throw new ImportRefused(
                $"In dit bestand vinden we geen medewerkers. We lezen CSV met de kolommen {string.Join(", ", StaffLine.Needed)}."
            );
        }
        var rows = run.Rows(StaffLine.Needed, StaffLine.Other).ToList();
        string[] emails = [.. rows.Select(r => r.OneLine("email"))];
        var roster = await StaffRoster.ReadAsync(db, accounts, municipalityId, emails, ct);
        foreach (var row in rows)
        {
            var line = StaffLine.Read(row, out var problem);
            var person = roster.Find(line);
            problem ??=
                run.Again("personeelsnummer", line.Number, line.Row)
                ?? run.Again("email", line.Email, line.Row)
                ?? UnknownTeam(line, roster)
                ?? (
                    roster.IsTaken(line.Email, person)
                        ? $"Het e-mailadres {line.Email} is al van iemand anders. Ieder heeft een eigen adres."
                        : null
                );
            if (problem is not null)
            {
                run.Reject(line.Row, line.Number, problem);
                continue;
            }
            if (line.Leads.Count > 0 && !line.Roles.Contains(Roles.Lead, StringComparer.OrdinalIgnoreCase))
            {
                run.Note(
                    line.Row,
                    line.Number,
                    $"Leidt {string.Join(", ", line.Leads)}, maar heeft de rol 'lead' niet."
                );
            }
            run.Count(person is null ? Add(line, roster) : await ChangeAsync(line, person, roster, run, ct));
            await run.SaveWhenManyAsync(ct);
        }
    }

    private static string? UnknownTeam(StaffLine line, StaffRoster roster) =>
        line.Teams.FirstOrDefault(code => roster.Team(code) is null) is { } unknown
            ? $"Het team '{unknown}' kennen we niet. "
                + (
                    roster.TeamCodes.Length == 0
                        ? "Er zijn nog geen teams: laad eerst de teams."
                        : $"Dit zijn ze: {roster.TeamCodes}."
                )
            : null;

    private RowChange Add(StaffLine line, StaffRoster roster)
    {
        var person = new StaffMember
        {
            Id = clock.NewId(),
            AccountId = accounts.Add(line.Email, line.Roles),
            Number = line.Number,
            GivenName = line.GivenName,
            Infix = line.Infix,
            FamilyName = line.FamilyName,
            Email = line.Email,
            Phone = line.Phone.Length > 0 ? line.Phone : null,
            StartsOn = line.StartsOn,
            EndsOn = line.EndsOn,
        };
        db.Add(person);
        PutTeams(line, person, roster);
        return RowChange.New;
    }

    private async Task<RowChange> ChangeAsync(
        StaffLine line,
        StaffMember person,
        StaffRoster roster,
        ImportRun run,
        CancellationToken ct
    )
    {
        if (person.Email != line.Email)
        {
            await accounts.MoveAsync(person.AccountId, line.Email, ct);
        }
        (person.Number, person.Email) = (line.Number, line.Email);
        (person.GivenName, person.Infix, person.FamilyName) = (line.GivenName, line.Infix, line.FamilyName);
        person.Phone = line.Phone.Length > 0 ? line.Phone : null;
        (person.StartsOn, person.EndsOn) = (line.StartsOn, line.EndsOn);
        var changed = run.ChangeOf(person) != RowChange.Same;
        changed |= PutTeams(line, person, roster);
        if (!roster.Roles(person.AccountId).ToHashSet(StringComparer.Ordinal).SetEquals(line.Roles))
        {
            changed |= await accounts.SetRolesAsync(person.AccountId, line.Roles, ct);
        }
        return changed ? RowChange.Changed : RowChange.Same;
    }

    private bool PutTeams(StaffLine line, StaffMember person, StaffRoster roster)
    {
        var wanted = line.Teams.ToDictionary(
            code => roster.Team(code)!.Id,
            code => line.Leads.Contains(code, StringComparer.OrdinalIgnoreCase)
        );
        var changed = false;
        foreach (var membership in roster.Memberships(person.Id))
        {
            if (!wanted.Remove(membership.TeamId, out var leads))
            {
                db.Remove(membership);
                changed = true;
            }
            else if (membership.Leads != leads)
            {
                membership.Leads = leads;
                changed = true;
            }
        }
        foreach (var (team, leads) in wanted)
        {
            db.Add(
                new TeamMember
                {
                    TeamId = team,
                    StaffId = person.Id,
                    Leads = leads,
                }
            );
            changed = true;
        }
        return changed;
    }
}
