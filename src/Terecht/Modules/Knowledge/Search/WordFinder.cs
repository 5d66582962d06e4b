using Lucene.Net.Index;
using Lucene.Net.Util.Automaton;

namespace Terecht.Modules.Knowledge.Search;

/// <summary>Words of the index that begin with what was typed, or differ from it by one letter.</summary>
internal sealed class WordFinder(IndexReader reader)
{
    /// <summary>Two letters begin too many words to look at all of them.</summary>
    private const int Most = 500;

    private readonly Terms? _words = MultiFields.GetTerms(reader, Fields.Words);

    public List<string> Beginning(string typed) => Matching(AndMore(BasicAutomata.MakeString(typed)));

    /// <summary>One letter wrong, missing, too many, or two swapped; and unfinished.</summary>
    public List<string> BeginningNearly(string typed) => Matching(AndMore(OneOff(typed)));

    public List<string> Nearly(string typed) => Matching(OneOff(typed));

    private static Automaton OneOff(string typed) => new LevenshteinAutomata(typed, true).ToAutomaton(1);

    private static Automaton AndMore(Automaton begin) =>
        BasicOperations.Concatenate(begin, BasicAutomata.MakeAnyString());

    private List<string> Matching(Automaton automaton)
    {
        var found = new List<string>();
        if (_words is null)
        {
            return found;
        }
        var each = new CompiledAutomaton(automaton).GetTermsEnum(_words);
        while (found.Count < Most && each.MoveNext())
        {
            found.Add(each.Term.Utf8ToString());
        }
        return found;
    }
}
