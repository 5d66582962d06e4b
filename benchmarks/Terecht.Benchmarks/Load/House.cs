using NodaTime;

namespace Terecht.Benchmarks.Load;

/// <summary>The organisation that the rows belong to: one municipality, 14 departments, 40 teams and Regie, 400 staff, 500 topics.</summary>
internal static class House
{
    public const int Departments = 14;
    public const int Teams = 40;
    public const int Agents = 200;
    public const int SpecialistsPerTeam = 5;
    public const int Staff = Agents + (Teams * SpecialistsPerTeam);
    public const int Topics = 500;
    public const int ParentTopics = 25;
    public const int Districts = 14;
    public const string Password = "een lang wachtwoord";

    public static readonly Guid Municipality = At(1);
    public static readonly Guid Calendar = At(2);
    public static readonly Guid CalendarVersion = At(3);
    public static readonly Guid Norm = At(4);
    public static readonly Guid NormScope = At(5);
    public static readonly Guid NormVersion = At(6);

    /// <summary>40 is Regie.</summary>
    public static readonly Guid[] Team = [.. Enumerable.Range(0, Teams + 1).Select(i => At(1000 + i))];
    public static readonly Guid[] Department = [.. Enumerable.Range(0, Departments).Select(i => At(2000 + i))];

    /// <summary>The agents first, then the specialists, five for each team.</summary>
    public static readonly Guid[] StaffMember = [.. Enumerable.Range(0, Staff).Select(i => At(3000 + i))];
    public static readonly Guid[] Account = [.. Enumerable.Range(0, Staff).Select(i => At(5000 + i))];
    public static readonly Guid[] Topic = [.. Enumerable.Range(0, Topics).Select(i => At(7000 + i))];
    public static readonly Guid[] District = [.. Enumerable.Range(0, Districts).Select(i => At(8000 + i))];

    /// <summary>Of the key behind references, and of the first number that is not given out yet.</summary>
    public static readonly byte[] ReferenceKey = [.. Enumerable.Range(0, 32).Select(i => (byte)(i * 7))];

    public static string TeamCode(int team) => team == Teams ? "regie" : $"team-{team:D2}";

    public static string TeamName(int team) => team == Teams ? "Regie" : $"Zaken {team:D2}";

    public static string TopicName(int topic) => $"{Words.Family(topic / (double)Topics)} aanvragen {topic}";

    public static int TeamOfTopic(int topic) => topic % Teams;

    /// <summary>Number of the staff member who coordinates: the last of a team's people.</summary>
    public static int Coordinator(int team) => Agents + (team * SpecialistsPerTeam) + SpecialistsPerTeam - 1;

    public static bool IsCoordinator(int staff) =>
        staff >= Agents && (staff - Agents) % SpecialistsPerTeam == SpecialistsPerTeam - 1;

    public static Guid Specialist(int team, int which) => StaffMember[Agents + (team * SpecialistsPerTeam) + which];

    public static string Email(int staff) => $"m{staff:D3}@maasdrecht.example";

    public static Guid Article(int article) => At(20_000 + article);

    /// <summary>The version that holds now.</summary>
    public static Guid ArticleVersion(int article) => At(50_000 + article);

    private static Guid At(long index) => Draw.Id(Of.House, index, Size.Start - Duration.FromDays(30));
}
