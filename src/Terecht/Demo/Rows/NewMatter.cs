using NodaTime;
using Terecht.Modules.Contacts.Data;

namespace Terecht.Demo.Rows;

/// <summary>A matter that gets its reference when it is written.</summary>
internal sealed record NewMatter(
    Guid Id,
    Guid MunicipalityId,
    string Name,
    Guid? TopicId,
    Guid? PartyId,
    Instant OpenedAt
)
{
    public Matter With(string reference) =>
        new()
        {
            Id = Id,
            MunicipalityId = MunicipalityId,
            Reference = reference,
            Name = Name,
            TopicId = TopicId,
            PartyId = PartyId,
            OpenedAt = OpenedAt,
        };
}
