using NodaTime;
using Terecht.Demo.Chance;
using Terecht.Demo.Inhabitants;
using Terecht.Demo.Promises;
using Terecht.Demo.Rows;
using Terecht.Demo.Town;

namespace Terecht.Demo.History;

/// <summary>Makes up everybody and everything that happened up to now; nothing is written yet.</summary>
internal static class HistoryMaker
{
    public static DemoRows Make(Municipality town, Instant now)
    {
        var rows = new DemoRows();
        var people = Population.Make(town, now);
        rows.Parties.AddRange(people.All.Select(p => p.Party));

        var roster = new Roster(town);
        var book = new StoryBook(town, DemoFolder.Stories());
        var callers = new Callers(people, new NameLists(), Dice.For("callers"));
        var ids = Dice.For("ids");
        var chronicle = new Chronicle(rows, ids);
        var contacts = new ContactWriter(town, rows, chronicle, ids);
        var maker = new PromiseMaker(town, rows, chronicle, contacts, Dice.For("promises"));
        var acts = new Acts(town, roster, contacts, Dice.For("acts"));
        var ways = new Ways(town, acts, Dice.For("ways"));
        var lives = new PastLives(town, maker, ways, acts, Dice.For("lives"));
        var promised = new PromisedContact(town, callers, roster, contacts, maker, Dice.For("promised"));

        // What must be at its own time comes first: the rest finds its place around it.
        new VerbeekStory(town, people, book, roster, contacts, maker, acts).Write(now);
        new OpenWork(town, book, promised, maker, ways, acts, Dice.For("open")).Write(now);
        new Leavers(town, book, promised, maker, acts, Dice.For("leavers")).Write(now);
        var questions = new Questions(town, roster, lives, Dice.For("questions"));
        new ThreeMonths(town, book, roster, callers, contacts, maker, questions, Dice.For("months")).Write(now);
        new OpenContacts(town, people, rows, ids).Write(now);
        NextSteps.Plan(town, rows, now);
        return rows;
    }
}
