using NodaTime;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Tests.Modules.Promises.Contracts;

public sealed class NormStepJsonTests
{
    [Fact]
    public void Steps_are_read_and_written_the_same()
    {
        const string json =
            """[{"minutes":240,"to":"holder"},{"minutes":120,"to":"lead","progress":"propose"},{"minutes":60,"to":"regie","progress":"send"}]""";
        var read = NormStepJson.Read(json);
        read.Error.ShouldBeNull();
        read.Steps.ShouldBe([
            new NormStep(Duration.FromHours(4), StepReceiver.Holder),
            new NormStep(Duration.FromHours(2), StepReceiver.Lead, ProposesProgress: true),
            new NormStep(Duration.FromHours(1), StepReceiver.Regie, ProposesProgress: true, SendsProgress: true),
        ]);
        NormStepJson.Write(read.Steps).ShouldBe(json);
    }

    [Theory]
    [InlineData("{}", "De stappen zijn een lijst.")]
    [InlineData("[", "Dit is geen geldige JSON.")]
    [InlineData("[7]", "Een stap heeft een aantal werkminuten (minutes) van 0 tot en met 100000.")]
    [InlineData(
        """[{"minutes":-1,"to":"lead"}]""",
        "Een stap heeft een aantal werkminuten (minutes) van 0 tot en met 100000."
    )]
    [InlineData("""[{"minutes":60,"to":"boss"}]""", "Een stap gaat naar (to) holder, lead of regie.")]
    [InlineData(
        """[{"minutes":60,"to":"lead","progress":"shout"}]""",
        "Een voortgangsbericht (progress) is propose of send."
    )]
    public void A_fault_is_one_clear_sentence(string json, string sentence)
    {
        var read = NormStepJson.Read(json);
        read.Error.ShouldBe(sentence);
        read.Steps.ShouldBeEmpty();
    }
}
