using Terecht.Platform.Text;

namespace Terecht.Tests.Platform.Text;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+31612345678", "06 12 34 56 78")]
    [InlineData("+31101234567", "010 123 4567")]
    [InlineData("+32470123456", "+32 470 12 34 56")]
    [InlineData("", "")]
    public void A_number_is_read_aloud_as_people_say_it(string number, string spoken) =>
        PhoneNumber.Spoken(number).ShouldBe(spoken);

    /// <summary>Mobile numbers take a short way; it leads to what the library says.</summary>
    [Fact]
    public void A_mobile_number_is_read_as_it_was_typed()
    {
        foreach (var typed in (string[])["06 12345678", "0031 6 1234 5678", "+31-612345678"])
        {
            PhoneNumber.Spoken(PhoneNumber.Parse(typed)).ShouldBe("06 12 34 56 78");
        }
    }
}
