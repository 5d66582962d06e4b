using Microsoft.EntityFrameworkCore;
using Terecht.Modules.People.Contracts;
using Terecht.Modules.People.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Messages;
using Terecht.Platform.Text;
using Terecht.Platform.Time;

namespace Terecht.Modules.People.Consent;

/// <summary>Reads where somebody can be written to from what we know of them, and keeps what they allowed.</summary>
internal sealed class WrittenWays(TerechtDb db, TimeProvider clock, EventLog events) : IWrittenWays
{
    public async Task<IReadOnlyList<WrittenWay>> OfAsync(Guid partyId, CancellationToken ct)
    {
        var party = await db
            .Parties.AsNoTracking()
            .Include(p => p.Phones)
            .SingleOrDefaultAsync(p => p.Id == partyId, ct);
        if (party is null)
        {
            return [];
        }
        var said = await db
            .Consents.AsNoTracking()
            .Where(c => c.PartyId == partyId)
            .ToDictionaryAsync(c => c.Channel, c => c.Allowed, ct);
        return
        [
            .. Order(party.Prefers)
                .Select(channel => (channel, address: AddressOf(party, channel)))
                .Where(way => way.address is not null)
                .Select(way => new WrittenWay(
                    way.channel,
                    way.address!,
                    said.TryGetValue(way.channel, out var allowed) ? allowed : null
                )),
        ];
    }

    public async Task AllowAsync(Guid partyId, string channel, bool allowed, Guid staffId, CancellationToken ct)
    {
        var row = await db.Consents.SingleOrDefaultAsync(c => c.PartyId == partyId && c.Channel == channel, ct);
        if (row?.Allowed == allowed)
        {
            return;
        }
        if (row is null)
        {
            row = new ConsentRow { PartyId = partyId, Channel = channel };
            db.Add(row);
        }
        (row.Allowed, row.RecordedAt, row.RecordedBy) = (allowed, clock.Now(), staffId);
        events.Record(new ConsentGiven(partyId, channel, allowed));
    }

    private static string[] Order(string prefers) =>
        prefers switch
        {
            "mail" => [MessageChannel.Mail, MessageChannel.Sms, MessageChannel.Letter],
            "letter" => [MessageChannel.Letter, MessageChannel.Mail, MessageChannel.Sms],
            _ => [MessageChannel.Sms, MessageChannel.Mail, MessageChannel.Letter],
        };

    private static string? AddressOf(Party party, string channel) =>
        channel switch
        {
            MessageChannel.Sms => party.Phones.Select(p => p.Number).Order().FirstOrDefault(PhoneNumber.CanBeTexted),
            MessageChannel.Mail => string.IsNullOrWhiteSpace(party.Email) ? null : party.Email.Trim(),
            _ => party.Street.Length > 0 && party.City.Length > 0
                ? $"{party.Card().Name}\n{party.Street} {party.HouseNumber}".TrimEnd()
                    + $"\n{party.Postcode} {party.City}".TrimEnd()
                : null,
        };
}
