using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Norms;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises.Norms;

/// <summary>Topic before team before municipality; within one level the exact kind before every kind.</summary>
public sealed class NormPrecedenceTests
{
    private static readonly TestClock Clock = new();
    private static readonly Guid Town = Clock.NewId();
    private static readonly Guid Team = Clock.NewId();
    private static readonly Guid Topic = Clock.NewId();

    /// <summary>All six places, weakest first.</summary>
    private static readonly NormScope[] All =
    [
        Scope(null, null, null),
        Scope(null, null, "call"),
        Scope(null, Team, null),
        Scope(null, Team, "call"),
        Scope(Topic, null, null),
        Scope(Topic, null, "call"),
    ];

    [Fact]
    public void The_strongest_that_is_there_holds()
    {
        for (var strongest = 0; strongest < All.Length; strongest++)
        {
            NormPrecedence
                .Choose(All.Take(strongest + 1).Reverse(), Town, Team, Topic, "call")
                .ShouldBe(All[strongest]);
        }
    }

    [Fact]
    public void Another_kind_team_topic_or_town_is_passed_over()
    {
        NormPrecedence.Choose(All, Town, Team, Topic, "write").ShouldBe(All[4]);
        NormPrecedence.Choose(All, Town, Team, null, "write").ShouldBe(All[2]);
        NormPrecedence.Choose(All, Town, Clock.NewId(), null, "do").ShouldBe(All[0]);
        NormPrecedence.Choose(All, Town, Clock.NewId(), Clock.NewId(), "call").ShouldBe(All[1]);
        NormPrecedence.Choose(All, Clock.NewId(), Team, Topic, "call").ShouldBeNull();
    }

    private static NormScope Scope(Guid? topic, Guid? team, string? kind) =>
        new()
        {
            Id = Clock.NewId(),
            NormId = Clock.NewId(),
            MunicipalityId = Town,
            TopicId = topic,
            TeamId = team,
            Kind = kind,
        };
}
