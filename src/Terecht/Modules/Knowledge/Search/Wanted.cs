using Lucene.Net.Search;

namespace Terecht.Modules.Knowledge.Search;

/// <summary>What is looked for.</summary>
/// <param name="Stems">The words of it, to be marked where they are found, with how much each tells.</param>
internal sealed record Wanted(Query Query, IReadOnlyDictionary<string, float> Stems);
