using NodaTime;

namespace Terecht.Benchmarks.Load;

/// <summary>
/// The promises, each computed from its number, in the order of time: 27 in every 125 contacts. Of the newest, five in six are
/// open, spread over the teams so that each has as many; three in ten of those are late already.
/// </summary>
internal sealed class Pledges
{
    private const int Block = 125;
    private const int PerBlock = 27;
    private const double LateDays = 10;
    private const double Days = 35;

    private readonly Calls _calls;
    private readonly Size _size;
    private readonly int[] _offsets;
    private readonly int[] _numberAt = new int[Block];

    public Pledges(Calls calls, Size size)
    {
        (_calls, _size) = (calls, size);
        int[] openers = [.. Enumerable.Range(0, Block).Where(Calls.Opens)];
        _offsets = [.. Enumerable.Range(0, PerBlock).Select(i => openers[i * openers.Length / PerBlock])];
        Array.Fill(_numberAt, -1);
        for (var i = 0; i < PerBlock; i++)
        {
            _numberAt[_offsets[i]] = i;
        }
    }

    public int Count => _size.Promises;

    public int Call(int promise) => (promise / PerBlock * Block) + _offsets[promise % PerBlock];

    /// <summary>The promise that was made in a contact, or null.</summary>
    public int? Of(int call) =>
        _numberAt[call % Block] is >= 0 and var number ? (call / Block * PerBlock) + number : null;

    public Guid Id(int promise) => Draw.Id(Load.Of.Promise, promise, MadeAt(promise));

    public Instant MadeAt(int promise) => _calls.At(Call(promise));

    public bool IsOpen(int promise) => Newest(promise) is >= 0 and var n && n % 6 != 0;

    /// <summary>Number of the open promise at this place (0 … 199,999).</summary>
    public int OpenAt(int place) => Count - _size.NewestPromises + place + (place / 5) + 1;

    public int Team(int promise) =>
        IsOpen(promise) ? OpenPlace(promise) % House.Teams : Draw.Below(House.Teams, Load.Of.Promise, promise, 3);

    public Instant Due(int promise)
    {
        var usual = MadeAt(promise) + Duration.FromDays(2);
        if (!IsOpen(promise))
        {
            return usual;
        }
        var place = OpenPlace(promise) / House.Teams / (double)(_size.OpenPromises / House.Teams);
        var due = Size.Moment + Duration.FromSeconds((long)(((place * Days) - LateDays) * 86_400));
        return Instant.Max(due, MadeAt(promise) + Duration.FromHours(1));
    }

    public Instant? EndedAt(int promise) =>
        IsOpen(promise)
            ? null
            : Instant.Min(
                MadeAt(promise) + Duration.FromSeconds(3600 + Draw.Below(200_000, Load.Of.Promise, promise, 4)),
                Size.Moment
            );

    /// <summary>The step that comes next for an open one; those of before this moment were taken.</summary>
    public (short Step, Instant At)? NextStep(int promise)
    {
        var left = IsOpen(promise) ? Due(promise) - Size.Moment : Duration.Zero;
        return left > Duration.FromHours(4) ? (0, Due(promise) - Duration.FromHours(4))
            : left > Duration.FromHours(2) ? (1, Due(promise) - Duration.FromHours(2))
            : left > Duration.FromHours(1) ? (2, Due(promise) - Duration.FromHours(1))
            : null;
    }

    public Guid? Holder(int promise) =>
        IsOpen(promise) && Draw.Unit(Load.Of.Promise, promise, 5) < 0.4
            ? null
            : House.Specialist(Team(promise), Draw.Below(House.SpecialistsPerTeam, Load.Of.Promise, promise, 6));

    public static int Attempts(int promise) =>
        Draw.Unit(Load.Of.Promise, promise, 7) is var u && u < 0.1 ? 2
        : u < 0.3 ? 1
        : 0;

    public static bool Bounced(int promise) => Draw.Unit(Load.Of.Promise, promise, 8) < 0.08;

    public static bool Repeated(int promise) => Draw.Unit(Load.Of.Promise, promise, 9) < 0.1;

    /// <summary>The team that it was made for: another one when it came back.</summary>
    public int FirstTeam(int promise) => Bounced(promise) ? (Team(promise) + 1) % House.Teams : Team(promise);

    /// <summary>Number of the last event.</summary>
    public int Seq(int promise) =>
        1
        + (Bounced(promise) ? 1 : 0)
        + (Repeated(promise) ? 1 : 0)
        + (Holder(promise) is null ? 0 : 1)
        + Attempts(promise)
        + (IsOpen(promise) ? 0 : 1);

    private int Newest(int promise) => promise - (Count - _size.NewestPromises);

    private int OpenPlace(int promise) => Newest(promise) is var n ? n - (n / 6) - 1 : 0;
}
