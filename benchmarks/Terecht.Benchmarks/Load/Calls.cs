using NodaTime;

namespace Terecht.Benchmarks.Load;

/// <summary>
/// The contacts, each computed from its number, in the order of time. Three of five open a matter; the others are about one
/// that was opened earlier by the same person, one of them a call of ours. One in ten has a second question.
/// </summary>
internal sealed class Calls(Size size)
{
    private const double Known = 0.7;
    private const double WithNumber = 0.8;
    private const int MostBlocksBack = 2000;
    private readonly double _seconds = (Size.Moment - Size.Start).TotalSeconds / size.Contacts;

    public int Count => size.Contacts;

    public Instant At(int call) => Size.Start + Duration.FromSeconds((long)(call * _seconds));

    public Guid Id(int call) => Draw.Id(Of.Contact, call, At(call));

    public static bool Opens(int call) => call % 5 < 3;

    public static bool IsOurs(int call) => call % 5 == 4;

    public static bool HasSecondQuestion(int call) => call % 10 == 3;

    /// <summary>The contact that opened the matter of this one's first question.</summary>
    public static int Opener(int call)
    {
        if (Opens(call))
        {
            return call;
        }
        var block = (call / 5) - Draw.Below(MostBlocksBack, Of.Contact, call, 3);
        return (Math.Max(block, 0) * 5) + Draw.Below(3, Of.Contact, call, 4);
    }

    /// <summary>Who it was with, or null. Squared: most people never call, some call hundreds of times.</summary>
    public int? Party(int call)
    {
        var opener = Opener(call);
        var unit = Draw.Unit(Of.Contact, opener, 6);
        return Draw.Unit(Of.Contact, opener, 5) < Known ? (int)(size.Parties * unit * unit) : null;
    }

    public Guid? PartyId(int call) => Party(call) is { } party ? People.Id(party) : null;

    public string? Number(int call) =>
        Party(call) is { } party ? People.Phone(party)
        : Draw.Unit(Of.Contact, Opener(call), 7) < WithNumber ? People.Number(Draw.Bits(Of.Contact, Opener(call), 8))
        : null;

    public static Guid Agent(int call) => House.StaffMember[Draw.Below(House.Agents, Of.Contact, call, 9)];

    /// <param name="position">1 or 2.</param>
    public Guid QuestionId(int call, int position) => Draw.Id(Of.Question, (call * 2L) + position, At(call));

    /// <summary>The matter of a question: the second one always opens its own.</summary>
    public Guid MatterId(int call, int position) =>
        position == 2
            ? Draw.Id(Of.Matter, (call * 2L) + 1, At(call))
            : Draw.Id(Of.Matter, Opener(call) * 2L, At(Opener(call)));

    public static int Topic(int call, int position) =>
        Draw.Below(House.Topics, Of.Matter, (Opener(call) * 2L) + position, 3);
}
