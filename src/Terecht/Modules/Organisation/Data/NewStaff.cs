using Terecht.Modules.Access.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Organisation.Data;

/// <summary>Makes the staff member of an account that was added by hand; the e-mail address serves as personnel number.</summary>
internal sealed class NewStaff(TerechtDb db, TimeProvider clock) : INewStaff
{
    public string? Add(Guid accountId, string name, string email)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // Joost van der Dam: what begins small between the given name and the last word is the infix.
        string[] infix = [.. words.Skip(1).SkipLast(1).TakeWhile(w => char.IsLower(w[0]))];
        if (words.Length < 2)
        {
            return "Geef een voornaam en een achternaam, bijvoorbeeld: Joost van Dam.";
        }
        db.Add(
            new StaffMember
            {
                Id = clock.NewId(),
                AccountId = accountId,
                Number = email,
                GivenName = words[0],
                Infix = string.Join(' ', infix),
                FamilyName = string.Join(' ', words.Skip(1 + infix.Length)),
                Email = email,
                StartsOn = clock.Today(),
            }
        );
        return null;
    }
}
