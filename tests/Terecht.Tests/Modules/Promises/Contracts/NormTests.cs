using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Tests.Modules.Promises.Contracts;

public sealed class NormTests
{
    [Theory]
    [InlineData(90, true, 9, 10, false)]
    [InlineData(90, true, 901, 1_000, true)]
    [InlineData(90, false, 9, 10, true)]
    [InlineData(90, false, 899, 1_000, false)]
    [InlineData(100, false, 1_000_000_000, 1_000_000_000, true)]
    [InlineData(100, false, 999_999_999, 1_000_000_000, false)]
    public void A_target_is_compared_without_rounding(int percent, bool above, long good, long all, bool met) =>
        new NormTarget(percent, above).IsMet(good, all).ShouldBe(met);

    [Fact]
    public void Without_a_single_case_a_target_is_neither_met_nor_missed() =>
        new NormTarget(90, Above: true).IsMet(0, 0).ShouldBeNull();

    [Fact]
    public void A_norm_asks_for_three_attempts_in_two_dayparts_unless_it_says_otherwise() =>
        new Norm
        {
            Id = Guid.Empty,
            VersionId = Guid.Empty,
            Version = 1,
            Code = "terugbellen",
            NameNl = "Terugbellen",
            NameEn = "Call back",
            Rule = new DueRule.NextWorkingDayBefore(new ClockTime(17, 0)),
        }.Attempts.ShouldBe(new AttemptTerms(3, 2));

    [Fact]
    public void Dayparts_are_read_by_their_words_and_cover_the_day()
    {
        foreach (var part in Enum.GetValues<Daypart>())
        {
            Dayparts.Parse(part.Code()).ShouldBe(part);
        }

        Dayparts.Parse("night").ShouldBeNull();
        OpenBlock.Merge(Enum.GetValues<Daypart>().Select(part => part.Block())).ShouldBe([OpenBlock.WholeDay]);
    }
}
