namespace Terecht.Modules.Catalogue.Data;

internal sealed class Topic
{
    public required Guid Id { get; init; }
    public required Guid MunicipalityId { get; init; }
    public required string Code { get; init; }
    public Guid? ParentId { get; set; }
    public required string Name { get; set; }
    public required string NameEn { get; set; }

    /// <summary>question, or acquisition: left out of norms and shown beside them.</summary>
    public string Class { get; set; } = "question";
    public string Keywords { get; set; } = "";
    public string? UplName { get; set; }
    public string? UplUri { get; set; }
    public required string Source { get; set; }
}

internal sealed class District
{
    public required Guid Id { get; init; }
    public required Guid MunicipalityId { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required int Position { get; set; }
}

internal sealed class Channel
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string NameEn { get; init; }
    public required short Position { get; init; }
}

internal sealed class Outcome
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string NameEn { get; init; }
    public bool? FirstTimeFix { get; init; }
    public required string Key { get; init; }
    public required short Position { get; init; }
}
