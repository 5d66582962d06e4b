using NodaTime;

namespace Terecht.Modules.Organisation.Contracts;

/// <summary>Somebody is not there: from one instant up to another, that one no more.</summary>
/// <param name="Why">A code of <see cref="AbsenceWords"/>.</param>
/// <param name="Until">Null when nobody knows yet.</param>
internal sealed record AbsenceCard(Guid Id, string Why, Instant From, Instant? Until)
{
    public bool Holds(Instant at) => From <= at && !(Until <= at);

    public bool Overlaps(Instant from, Instant? until) => !(Until <= from) && !(until <= From);
}
