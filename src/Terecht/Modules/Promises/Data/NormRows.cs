using NodaTime;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Promises.Data;

/// <summary>A norm by name; what it asks is in its versions.</summary>
internal sealed class NormRow
{
    public required Guid Id { get; init; }
    public required Guid MunicipalityId { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required string NameEn { get; set; }
}

/// <summary>One version of a norm; never altered.</summary>
internal sealed class NormVersion
{
    public required Guid Id { get; init; }
    public required Guid NormId { get; init; }

    /// <summary>1, 2, 3 within the norm.</summary>
    public required int Number { get; init; }

    /// <summary>JSON, as <see cref="DueRuleJson"/> reads it.</summary>
    public required string Rule { get; init; }

    /// <summary>0: attempts without contact never count as kept.</summary>
    public short Attempts { get; init; } = 3;
    public short Dayparts { get; init; } = 2;

    /// <summary>JSON, as <see cref="NormStepJson"/> reads it.</summary>
    public string Steps { get; init; } = "[]";
    public decimal? TargetPercent { get; init; }
    public bool TargetAbove { get; init; }

    /// <summary>It gives the moment of what is promised from this local day on.</summary>
    public required LocalDate ValidFrom { get; init; }
    public required Instant RecordedAt { get; init; }

    /// <summary>Null: by an import, or by the program itself.</summary>
    public Guid? RecordedBy { get; init; }

    public AttemptTerms Terms => new(Attempts == 0 ? null : Attempts, Dayparts);

    public Norm Of(NormRow norm) =>
        new()
        {
            Id = norm.Id,
            VersionId = Id,
            Version = Number,
            Code = norm.Code,
            NameNl = norm.Name,
            NameEn = norm.NameEn,
            Rule =
                DueRuleJson.Read(Rule).Rule
                ?? throw new InvalidOperationException($"The rule of norm {norm.Code} cannot be read."),
            Attempts = Terms,
            Steps = NormStepJson.Read(Steps).Steps,
            Target = TargetPercent is { } percent ? new NormTarget(percent, TargetAbove) : null,
        };
}

/// <summary>Where a norm holds: a topic, a team, or (both null) the municipality; for one kind of promise or, null, for each.</summary>
internal sealed class NormScope
{
    public required Guid Id { get; init; }
    public required Guid NormId { get; set; }
    public required Guid MunicipalityId { get; init; }
    public Guid? TopicId { get; init; }
    public Guid? TeamId { get; init; }
    public string? Kind { get; init; }
}

/// <summary>What a city measures and wants to reach.</summary>
internal sealed class TargetRow
{
    public required Guid Id { get; init; }
    public required Guid MunicipalityId { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required string NameEn { get; set; }

    /// <summary>The figure it is about, by code.</summary>
    public required string Figure { get; set; }

    /// <summary>Null: followed only, without a goal.</summary>
    public decimal? Percent { get; set; }
    public bool Above { get; set; }

    /// <summary>month, quarter or year.</summary>
    public required string Period { get; set; }
    public required string Source { get; set; }
}
