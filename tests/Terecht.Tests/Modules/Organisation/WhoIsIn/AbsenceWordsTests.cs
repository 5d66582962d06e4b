using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Tests.Modules.Organisation.WhoIsIn;

public sealed class AbsenceWordsTests
{
    private static readonly Instant Now = At(5, 4, 13, 20);

    [Fact]
    public void Where_the_end_is_known_it_is_said() => Say("leave", At(5, 3), At(5, 10)).ShouldBe("vrij tot 10 mei");

    [Fact]
    public void Where_it_is_not_the_beginning_is_said() => Say("sick", At(4, 28), null).ShouldBe("ziek sinds 28 april");

    [Fact]
    public void Today_is_said_as_today() => Say("sick", At(5, 4, 9, 5), null).ShouldBe("ziek sinds vandaag 9.05 uur");

    [Fact]
    public void What_is_to_come_says_both() =>
        Say("training", At(5, 13), At(5, 14)).ShouldBe("op cursus van 13 mei tot 14 mei");

    [Fact]
    public void Without_an_end_it_says_from_when() => Say("other", At(5, 13), null).ShouldBe("afwezig vanaf 13 mei");

    [Fact]
    public void Another_year_is_said() =>
        Say("leave", At(5, 3), new LocalDate(2028, 1, 3).StartInAmsterdam()).ShouldBe("vrij tot 3 januari 2028");

    [Fact]
    public void Somebody_is_back_at_the_very_second_of_the_end()
    {
        var absence = new AbsenceCard(Guid.Empty, "leave", At(5, 3), At(5, 10));

        absence.Holds(At(5, 3)).ShouldBeTrue();
        absence.Holds(At(5, 10) - Duration.FromSeconds(1)).ShouldBeTrue();
        absence.Holds(At(5, 10)).ShouldBeFalse();
        absence.Overlaps(At(5, 10), null).ShouldBeFalse();
        absence.Overlaps(At(5, 1), At(5, 3)).ShouldBeFalse();
        absence.Overlaps(At(5, 9), At(5, 20)).ShouldBeTrue();
        absence.Overlaps(At(5, 1), null).ShouldBeTrue();
    }

    private static string Say(string why, Instant from, Instant? until) =>
        new AbsenceCard(Guid.Empty, why, from, until).Nl(Now);

    private static Instant At(int month, int day, int hour = 0, int minute = 0) =>
        new LocalDateTime(2027, month, day, hour, minute).InAmsterdam();
}
