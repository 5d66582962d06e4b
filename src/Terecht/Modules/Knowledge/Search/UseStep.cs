using System.Numerics;

namespace Terecht.Modules.Knowledge.Search;

/// <summary>How much used an answer is, in steps that double: nodes need not hear every single use to agree.</summary>
internal static class UseStep
{
    public static int Of(int used) => BitOperations.Log2((uint)used + 1);
}
