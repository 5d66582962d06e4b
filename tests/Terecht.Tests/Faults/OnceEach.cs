using System.Globalization;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Faults;

/// <summary>Looks whether everybody heard everything of these promises of a <see cref="FastTown"/>, and once.</summary>
internal sealed class OnceEach(Rows rows, IReadOnlyList<Guid> made)
{
    public async Task RemindedAsync()
    {
        List<string> steps = [.. made.SelectMany(p => new[] { $"{p} 0 team", $"{p} 1 lead", $"{p} 2 regie" })];
        await AreAsync(
            steps,
            """
            select promise_id || ' ' || step || ' ' || receiver || case when p.first_due = r.due then '' else ' of another moment' end
            from promises.reminder r left join promises.promise p on p.id = r.promise_id
            """
        );
        await AreAsync(
            steps,
            """
            select stream_id || ' ' || (data ->> 'step') || ' ' || (data ->> 'receiver') from platform.event
            where type = 'promise.reminded'
            """
        );
        List<string> promises = [.. made.Select(p => $"{p}")];
        foreach (var once in new[] { "made", "progress_due", "moment_passed" })
        {
            await AreAsync(promises, $"select stream_id::text from platform.event where type = 'promise.{once}'");
        }
    }

    /// <summary>How many messages there are.</summary>
    public async Task<int> ToldAsync()
    {
        List<string> tellings = [.. made.SelectMany(p => new[] { $"{p} made sent", $"{p} progress sent" })];
        // Called for when the moment had passed already, the same message says that we are late.
        await AreAsync(
            tellings,
            "select promise_id || ' ' || replace(code, 'late', 'progress') || ' ' || state from citizens.message"
        );
        await AreAsync(
            tellings,
            """
            select stream_id || ' ' || replace(data ->> 'what', 'late', 'progress') || ' sent' from platform.event
            where type = 'promise.told'
            """
        );
        await rows.NoneAsync(
            "somebody who was told nothing",
            "select id::text from promises.promise where untold_since is not null"
        );
        return tellings.Count;
    }

    /// <summary>
    /// Nothing but these messages is at the mail server. SMTP cannot be asked: what it took just before the end comes once more,
    /// as the same message; never without a try that had no end. How many came once more, all together.
    /// </summary>
    public async Task<int> ArrivedAsync(MailServer mail)
    {
        var tries = (
            await rows.AllAsync<string>(
                "select replace(id::text, '-', '') || '@maasdrecht.example ' || tries from citizens.message"
            )
        )
            .Select(t => t.Split(' '))
            .ToDictionary(t => t[0], t => int.Parse(t[1], CultureInfo.InvariantCulture));
        var copies = mail.Accepted.ToLookup(m => m.MessageId!);
        copies.Select(c => c.Key).ShouldBe(tries.Keys, ignoreOrder: true);
        foreach (var message in copies)
        {
            message.Count().ShouldBeLessThanOrEqualTo(tries[message.Key]);
            message.Select(m => $"{m.To} {m.Subject} {m.TextBody}").Distinct().ShouldHaveSingleItem();
        }
        return mail.Accepted.Count - tries.Count;
    }

    /// <summary>Sets, so that thousands compare in no time; a list that differs is told by what is too many and what is missing.</summary>
    private async Task AreAsync(IReadOnlyList<string> expected, string sql)
    {
        var found = await rows.AllAsync<string>(sql);
        found.GroupBy(f => f).Where(f => f.Count() > 1).Select(f => f.Key).ShouldBeEmpty($"Double: {sql}");
        found.Except(expected).ShouldBeEmpty($"Too many: {sql}");
        expected.Except(found).ShouldBeEmpty($"Lost: {sql}");
    }
}
