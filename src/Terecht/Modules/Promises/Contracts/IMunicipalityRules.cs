using NodaTime;
using Terecht.Platform.Events;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>What a municipality decides about promises beforehand.</summary>
internal interface IMunicipalityRules
{
    Task<MunicipalityRules> OfAsync(Guid municipalityId, CancellationToken ct);

    /// <summary>Adds the change to the context; the caller saves.</summary>
    /// <param name="notOwed">See <see cref="MunicipalityRules.AcquisitionNotOwed"/>.</param>
    /// <returns>False when it is decided so already.</returns>
    Task<bool> DecideAcquisitionAsync(Guid municipalityId, bool notOwed, CancellationToken ct);
}

/// <param name="AcquisitionNotOwed">A colleague may end a promise about acquisition as not owed, without asking Regie.</param>
/// <param name="AskedNow">Open promises of which a colleague asks Regie whether they are owed: they are acquisition.</param>
/// <param name="ChangedAt">Null while nobody decided.</param>
internal sealed record MunicipalityRules(bool AcquisitionNotOwed, int AskedNow, Instant? ChangedAt, Guid? ChangedBy);

/// <summary>A municipality decided whether acquisition is owed. What ended before stays as it ended.</summary>
internal sealed record MunicipalityRuleChanged(Guid MunicipalityId, bool AcquisitionNotOwed) : IEvent
{
    public static string Type => "municipality_rule.changed";
    public Guid Stream => MunicipalityId;
}
