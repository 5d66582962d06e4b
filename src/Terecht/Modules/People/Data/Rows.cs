using NodaTime;
using Terecht.Modules.People.Contracts;
using Terecht.Platform.Text;

namespace Terecht.Modules.People.Data;

internal sealed class Party
{
    public required Guid Id { get; init; }
    public required Guid MunicipalityId { get; init; }

    /// <summary>person or organisation.</summary>
    public required string Kind { get; init; }

    /// <summary>mevrouw, de heer, or empty.</summary>
    public string Salutation { get; set; } = "";
    public string GivenName { get; set; } = "";
    public string Infix { get; set; } = "";
    public required string FamilyName { get; set; }
    public LocalDate? BirthDate { get; set; }
    public string Street { get; set; } = "";
    public string HouseNumber { get; set; } = "";
    public string Postcode { get; set; } = "";
    public string City { get; set; } = "";
    public Guid? DistrictId { get; set; }
    public string? Email { get; set; }
    public string Language { get; set; } = "nl";

    /// <summary>phone, mail, letter, or empty.</summary>
    public string Prefers { get; set; } = "";
    public required Instant RecordedAt { get; init; }

    public List<PartyPhone> Phones { get; init; } = [];

    public PartyCard Card()
    {
        var address = $"{Street} {HouseNumber}".Trim();
        return new PartyCard(
            Id,
            MunicipalityId,
            Words(
                Salutation.Length > 0 ? char.ToUpperInvariant(Salutation[0]) + Salutation[1..] : "",
                GivenName,
                Infix,
                FamilyName
            ),
            Words(Abbreviated(Salutation), GivenName.Length > 0 ? GivenName[..1] + "." : "", Infix, FamilyName),
            BirthDate,
            City.Length > 0 && address.Length > 0 ? $"{address}, {City}" : address,
            DistrictId,
            Email,
            [.. Phones.Select(p => p.Number)],
            Language,
            Prefers
        );
    }

    private static string Abbreviated(string salutation) =>
        salutation switch
        {
            "mevrouw" => "Mw.",
            "de heer" => "Dhr.",
            _ => "",
        };

    private static string Words(params string[] words) => string.Join(' ', words.Where(w => w.Length > 0));
}

internal sealed class PartyPhone
{
    public required Guid PartyId { get; init; }

    /// <summary>E.164.</summary>
    public required string Number { get; init; }
}

internal sealed class PartyName
{
    public required Guid PartyId { get; init; }
    public required string Key { get; init; }

    /// <summary>"family given" and "given family", folded, without the infix.</summary>
    public static IEnumerable<PartyName> Of(Party party)
    {
        var given = Fold.Of(party.GivenName);
        var family = Fold.Of(party.FamilyName);
        return new[] { $"{family} {given}".Trim(), $"{given} {family}".Trim() }
            .Distinct(StringComparer.Ordinal)
            .Select(key => new PartyName { PartyId = party.Id, Key = key });
    }
}

internal sealed class ReadLogRow
{
    public required Guid Id { get; init; }
    public required Instant RecordedAt { get; init; }
    public required Guid StaffId { get; init; }
    public required string Purpose { get; init; }
    public required Guid[] PartyIds { get; init; }
}

/// <summary>Whether we may write to somebody by this channel, as they said last.</summary>
internal sealed class ConsentRow
{
    public required Guid PartyId { get; init; }

    /// <summary>sms, mail or letter.</summary>
    public required string Channel { get; init; }
    public bool Allowed { get; set; }
    public Instant RecordedAt { get; set; }
    public Guid RecordedBy { get; set; }
}
