using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Terecht.Modules.Knowledge.Search.Analysis;

/// <summary>
/// Adds the parts of a long word to it, where the parts cover the whole word: paspoortaanvraag gives paspoort and aanvraag,
/// verkiezingsuitslag gives verkiezing and uitslag. A part is a known word of four letters or more.
/// </summary>
internal sealed class CompoundParts : TokenFilter
{
    private const int ShortestWord = 8;
    private const int ShortestPart = 4;
    private static readonly string[] Links = ["", "s", "en", "e", "n"];

    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _position;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly Stack<string> _parts = new();

    public CompoundParts(TokenStream input, HashSet<string> words)
        : base(input)
    {
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _term = AddAttribute<ICharTermAttribute>();
        _position = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        if (_parts.TryPop(out var part))
        {
            _term.SetEmpty().Append(part);
            _position.PositionIncrement = 0;
            return true;
        }
        if (!m_input.IncrementToken())
        {
            return false;
        }
        if (_term.Length >= ShortestWord)
        {
            // The word itself is no part of it.
            Cover(_term.Buffer.AsSpan(0, _term.Length), _term.Length - ShortestPart);
        }
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        _parts.Clear();
    }

    /// <summary>Finds the parts that cover the word from here on, longest first. Nothing is left in the queue where they do not.</summary>
    private bool Cover(ReadOnlySpan<char> rest, int longest)
    {
        for (var length = longest; length >= ShortestPart; length--)
        {
            var part = rest[..length];
            if (!_words.Contains(part))
            {
                continue;
            }
            if (length == rest.Length || CoverAfterLink(rest[length..]))
            {
                _parts.Push(part.ToString());
                return true;
            }
        }
        return false;
    }

    private bool CoverAfterLink(ReadOnlySpan<char> after)
    {
        foreach (var link in Links)
        {
            var left = after.Length - link.Length;
            if (
                left >= ShortestPart
                && after.StartsWith(link, StringComparison.Ordinal)
                && Cover(after[link.Length..], left)
            )
            {
                return true;
            }
        }
        return false;
    }
}
