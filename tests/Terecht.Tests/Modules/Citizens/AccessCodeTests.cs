using CsCheck;
using Terecht.Modules.Citizens.Links;

namespace Terecht.Tests.Modules.Citizens;

public sealed class AccessCodeTests
{
    [Fact]
    public void Has_no_vowels_and_nothing_that_looks_like_something_else()
    {
        AccessCode.Alphabet.ShouldBeUnique();
        AccessCode.Alphabet.ShouldAllBe(c => !"AEIOUY01LBSZ".Contains(c));
    }

    [Fact]
    public void Is_always_six_characters_of_the_alphabet() =>
        Gen.ULong.Sample(number =>
        {
            var code = AccessCode.Of(number);
            return code.Length == AccessCode.Length && code.All(AccessCode.Alphabet.Contains);
        });

    [Theory]
    [InlineData("K7M4TX")]
    [InlineData("K7M 4TX")]
    [InlineData("k7m4tx")]
    [InlineData("  k 7 m - 4 t x ")]
    [InlineData("K7M.4TX")]
    public void Is_known_in_any_spacing_and_case(string typed) => AccessCode.IsSame("K7M4TX", typed).ShouldBeTrue();

    [Fact]
    public void A_look_alike_that_is_not_in_the_alphabet_is_read_as_the_one_that_is() =>
        AccessCode.IsSame("825CDF", "bzscdf").ShouldBeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("K7M4T")]
    [InlineData("K7M4TXX")]
    [InlineData("K7M4TR")]
    [InlineData("é7M4TX")]
    [InlineData("------")]
    public void Anything_else_is_not_it(string? typed) => AccessCode.IsSame("K7M4TX", typed).ShouldBeFalse();

    [Fact]
    public void One_wrong_character_anywhere_is_wrong() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 5], Gen.Int[1, 23])
            .Sample(
                (number, at, by) =>
                {
                    var code = AccessCode.Of(number).ToCharArray();
                    var place = AccessCode.Alphabet.IndexOf(code[at], StringComparison.Ordinal);
                    code[at] = AccessCode.Alphabet[(place + by) % AccessCode.Alphabet.Length];
                    return !AccessCode.IsSame(AccessCode.Of(number), new string(code));
                }
            );
}
