using CsCheck;
using Terecht.Modules.Citizens.Status;
using Terecht.Platform.Text;

namespace Terecht.Tests.Modules.Citizens;

public sealed class DiscreetTests
{
    [Theory]
    [InlineData("gebeld op 06 12 34 56 78.", "gebeld op 06 •• •• •• 78.")]
    [InlineData("bel 0612345678", "bel 06 •• •• •• 78")]
    [InlineData("bel 06-1234 5678 graag", "bel 06 •• •• •• 78 graag")]
    [InlineData("on +32 470 12 34 56.", "on +32 •• •• •• 56.")]
    [InlineData("op 010 417 29 00", "op 01 •• •• •• 00")]
    [InlineData("BSN 123456782", "BSN 12 •• •• •• 82")]
    public void Numbers_that_are_somebodys_are_masked(string words, string shown) =>
        Discreet.Words(words).ShouldBe(shown);

    [Theory]
    [InlineData("U wordt uiterlijk dinsdag 4 mei 2027 om 17.00 uur gebeld.")]
    [InlineData("bel 14 099 tussen 8.30 en 17.00 uur")]
    [InlineData("aanslag 2026, 3012 AB")]
    [InlineData("")]
    public void Days_times_and_short_numbers_stay(string words) => Discreet.Words(words).ShouldBe(words);

    [Fact]
    public void A_spoken_number_is_masked_as_the_rest_of_the_product_masks_it() =>
        Gen.Int[0, 99_999_999]
            .Sample(rest =>
            {
                var number = $"+316{rest:D8}";
                return Discreet.Words($"op {PhoneNumber.Spoken(number)}.") == $"op {PhoneNumber.Masked(number)}.";
            });
}
