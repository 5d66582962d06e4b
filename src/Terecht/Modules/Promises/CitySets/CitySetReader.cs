using System.Text.Json;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Promises.CitySets;

/// <summary>Reads the sets that are built into the program. What is wrong in one of them is our own mistake, and stops the start.</summary>
internal static class CitySetReader
{
    private static readonly string[] Cities = ["rotterdam", "rijswijk", "den-haag"];

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyList<CitySet> All() => [.. Cities.Select(Read)];

    private static CitySet Read(string city)
    {
        using var stream =
            typeof(CitySetReader).Assembly.GetManifestResourceStream($"CitySets.{city}.json")
            ?? throw new InvalidOperationException($"The set of {city} is not built in.");
        var file =
            JsonSerializer.Deserialize<SetFile>(stream, Strict)
            ?? throw new InvalidOperationException($"The set of {city} is empty.");
        return new CitySet(
            file.Code,
            file.Name,
            file.Source,
            [.. file.Norms.Select(n => n.Norm())],
            [.. file.Targets.Select(t => t.Card(file.Source))],
            file.Open
        );
    }

    private static NormTarget? Target(decimal? percent, bool above) =>
        percent is { } share ? new NormTarget(share, above) : null;

    private sealed record SetFile(
        string Code,
        string Name,
        string Source,
        IReadOnlyList<NormLine> Norms,
        IReadOnlyList<TargetLine> Targets,
        IReadOnlyList<string> Open
    );

    private sealed record NormLine(
        string Code,
        string Name,
        string NameEn,
        string Kind,
        JsonElement Rule,
        decimal? Percent,
        bool Above
    )
    {
        public CityNorm Norm() =>
            new(
                Code,
                Name,
                NameEn,
                Kind,
                DueRuleJson.Read(Rule).Rule ?? throw new InvalidOperationException($"The rule of {Code} is wrong."),
                Target(Percent, Above)
            );
    }

    private sealed record TargetLine(
        string Code,
        string Name,
        string NameEn,
        string Figure,
        decimal? Percent,
        bool Above,
        string Period
    )
    {
        public TargetCard Card(string source) =>
            new(Code, Name, NameEn, Figure, Target(Percent, Above), Period, source);
    }
}
