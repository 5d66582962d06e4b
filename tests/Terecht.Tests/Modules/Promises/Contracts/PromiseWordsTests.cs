using Terecht.Modules.Promises.Contracts;

namespace Terecht.Tests.Modules.Promises.Contracts;

public sealed class PromiseWordsTests
{
    [Fact]
    public void The_words_of_events_are_those_of_the_export() =>
        Enum.GetValues<PromiseEventType>()
            .Select(type => type.Word())
            .ShouldBe([
                "made",
                "team",
                "bounce",
                "hold",
                "release",
                "attempt",
                "renew",
                "told",
                "repeat",
                "join",
                "end",
                "reopen",
            ]);

    [Fact]
    public void The_words_of_ends_are_those_of_the_export() =>
        Enum.GetValues<PromiseEnd>()
            .Select(end => end.Word())
            .ShouldBe(["reached", "delivered", "attempts_done", "withdrawn", "answered_elsewhere", "not_owed"]);

    [Fact]
    public void The_words_of_attempts_and_wishes_are_those_of_the_export()
    {
        Enum.GetValues<AttemptOutcome>()
            .Select(outcome => outcome.Word())
            .ShouldBe(["reached", "no_answer", "voicemail", "wrong_number"]);
        Enum.GetValues<WishedBy>().Select(by => by.Word()).ShouldBe(["citizen", "us", "event"]);
    }

    [Fact]
    public void Every_word_is_read_back_and_no_other()
    {
        Enum.GetValues<PromiseEventType>().ShouldAllBe(type => PromiseWords.ParseType(type.Word()) == type);
        Enum.GetValues<PromiseEnd>().ShouldAllBe(end => PromiseWords.ParseEnd(end.Word()) == end);
        Enum.GetValues<AttemptOutcome>()
            .ShouldAllBe(outcome => PromiseWords.ParseAttemptOutcome(outcome.Word()) == outcome);
        Enum.GetValues<WishedBy>().ShouldAllBe(by => PromiseWords.ParseWishedBy(by.Word()) == by);
        PromiseWords.ParseEnd("kept").ShouldBeNull();
        PromiseWords.ParseType(null).ShouldBeNull();
    }
}
