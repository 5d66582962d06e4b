using Terecht.Modules.Knowledge.Contracts;

namespace Terecht.Modules.Knowledge.Search;

/// <param name="Excerpt">The passage that fits best.</param>
internal sealed record FoundAnswer(AnswerText Answer, IReadOnlyList<TextPart> Excerpt);
