using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.People.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Text;

namespace Terecht.Modules.Desk.Call;

/// <summary>What a number comes to that somebody gave.</summary>
internal abstract record GivenNumber
{
    private GivenNumber() { }

    /// <param name="Typed">As it was typed, to be read back.</param>
    internal sealed record Nothing(string Typed, NoReference Why) : GivenNumber;

    /// <summary>Digits that may become a reference while somebody types on.</summary>
    internal sealed record Unfinished(int Digits) : GivenNumber;

    /// <param name="Owner">Whose it is; empty when nobody was known.</param>
    /// <param name="Alike">How many other matters this person has about the same topic: easily taken for this one.</param>
    internal sealed record Found(FoundMatter Matter, string Owner, IReadOnlyList<FoundPromise> Promises, int Alike)
        : GivenNumber;
}

/// <summary>Why a number finds no matter.</summary>
internal enum NoReference
{
    /// <summary>It could be one of ours, or it has another form; there is no such matter.</summary>
    NotThere,

    /// <summary>It has the length of a reference, but a digit is wrong.</summary>
    Slip,

    /// <summary>It is a telephone number.</summary>
    Phone,
}

internal sealed record FoundMatter(
    Guid MatterId,
    string Name,
    string Reference,
    Guid? TopicId,
    Guid? PartyId,
    Instant OpenedAt,
    string GivenName,
    int Contacts,
    Instant? LastAt,
    int Alike
);

/// <summary>A promise in it: what it is about, and how it stands.</summary>
internal sealed record FoundPromise(
    string Subject,
    Guid TeamId,
    Instant MadeAt,
    Instant? Due,
    Instant? EndedAt,
    string? EndCode
);

/// <summary>
/// Finds a matter by the number that a citizen reads out. It says which matter that is, because people have more than one, and it
/// says so when there is none.
/// </summary>
internal sealed class ByReference(TerechtDb db, IPeople people)
{
    private const int FewestDigits = 5;
    private const int MostLetters = 4;
    private const int Longest = 30;
    private const int MostPromises = 4;

    /// <summary>Null when this is no number but words: then it looks for an answer.</summary>
    public async Task<GivenNumber?> OfAsync(Guid municipalityId, string text, CancellationToken ct)
    {
        var typed = text.Trim();
        if (!IsNumber(typed))
        {
            return null;
        }
        if (Reference.Parse(typed) is not { } reference)
        {
            var digits = typed.Count(char.IsAsciiDigit);
            if (digits < 10 && !typed.Any(char.IsLetter))
            {
                return new GivenNumber.Unfinished(digits);
            }
            var why =
                PhoneNumber.Parse(typed) is not null ? NoReference.Phone
                : digits == 10 && !typed.Any(char.IsLetter) ? NoReference.Slip
                : NoReference.NotThere;
            return new GivenNumber.Nothing(typed, why);
        }
        if (await MatterAsync(municipalityId, reference, ct) is not { } matter)
        {
            return new GivenNumber.Nothing(Reference.Spoken(reference), NoReference.NotThere);
        }
        var owner = matter.PartyId is { } id ? await people.FindAsync(id, ct) : null;
        return new GivenNumber.Found(
            matter,
            owner?.Name ?? matter.GivenName,
            await PromisesAsync(matter.MatterId, ct),
            matter.Alike
        );
    }

    /// <summary>Mostly digits: a reference, a case number, the number on a letter.</summary>
    public static bool IsNumber(string text) =>
        text.Trim().Length <= Longest
        && text.Count(char.IsAsciiDigit) >= FewestDigits
        && text.Count(char.IsLetter) <= MostLetters;

    private async Task<FoundMatter?> MatterAsync(Guid municipalityId, string reference, CancellationToken ct) =>
        await db
            .Database.SqlQuery<FoundMatter>(
                $"""
                select m.matter_id, m.name, m.reference::text as reference, m.topic_id, m.party_id, m.opened_at,
                       coalesce(first.given_name, '') as given_name, coalesce(times.contacts, 0) as contacts, times.last_at,
                       (select count(*)::int from contacts.pub_matter other
                        where other.party_id = m.party_id and other.topic_id = m.topic_id and other.matter_id <> m.matter_id)
                           as alike
                from contacts.pub_matter m
                left join lateral (
                    select count(distinct c.contact_id)::int as contacts, max(c.started_at) as last_at
                    from contacts.pub_question q join contacts.pub_contact c on c.contact_id = q.contact_id
                    where q.matter_id = m.matter_id
                ) times on true
                left join lateral (
                    select coalesce(nullif(c.involved_for, ''), c.involved_name) as given_name
                    from contacts.pub_question q join contacts.pub_contact c on c.contact_id = q.contact_id
                    where q.matter_id = m.matter_id order by c.started_at limit 1
                ) first on true
                where m.reference = {reference} and m.municipality_id = {municipalityId}
                """
            )
            .SingleOrDefaultAsync(ct);

    private async Task<List<FoundPromise>> PromisesAsync(Guid matterId, CancellationToken ct) =>
        await db
            .Database.SqlQuery<FoundPromise>(
                $"""
                select subject, team_id, made_at, due, ended_at, end_code from promises.pub_promise
                where matter_id = {matterId} order by ended_at is not null, made_at desc limit {MostPromises}
                """
            )
            .ToListAsync(ct);
}
