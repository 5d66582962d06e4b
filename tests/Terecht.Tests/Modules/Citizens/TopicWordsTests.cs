using Terecht.Modules.Citizens.Status;

namespace Terecht.Tests.Modules.Citizens;

public sealed class TopicWordsTests
{
    [Theory]
    [InlineData("Kwijtschelding belastingen", "kwijtschelding belastingen")]
    [InlineData("Wie staat er op mijn adres?", "wie staat er op mijn adres?")]
    [InlineData("WOZ-waarde", "WOZ-waarde")]
    [InlineData("ID-kaart", "ID-kaart")]
    [InlineData("Nederlander worden", "Nederlander worden")]
    [InlineData("Dutch nationality", "Dutch nationality")]
    [InlineData("Élan", "élan")]
    [InlineData("A", "A")]
    [InlineData("", "")]
    public void A_name_inside_a_sentence_keeps_only_the_capitals_that_it_needs(string name, string said) =>
        TopicWords.InSentence(name).ShouldBe(said);
}
