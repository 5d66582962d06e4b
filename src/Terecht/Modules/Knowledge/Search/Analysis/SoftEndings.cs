using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Terecht.Modules.Knowledge.Search.Analysis;

/// <summary>Joins what Dutch spelling keeps apart after stemming: rijbewijs and rijbewijz(en), brief and briev(en).</summary>
internal sealed class SoftEndings : TokenFilter
{
    private readonly ICharTermAttribute _term;

    public SoftEndings(TokenStream input)
        : base(input) => _term = AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }
        var last = _term.Length - 1;
        if (last > 0)
        {
            _term.Buffer[last] = _term.Buffer[last] switch
            {
                'z' => 's',
                'v' => 'f',
                var other => other,
            };
        }
        return true;
    }
}
