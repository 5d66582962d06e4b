using Npgsql;
using Terecht.Tests.Platform;

namespace Terecht.Tests.Modules.Contacts;

/// <summary>Contacts name a few rows so often that no foreign key holds them; this does.</summary>
public sealed class CodesTests
{
    [Theory]
    [InlineData("catalogue.channel", "contacts.contact", "contact_channel_check")]
    [InlineData("catalogue.outcome", "contacts.question", "question_outcome_check")]
    public async Task The_codes_that_are_checked_are_those_of_the_catalogue(string codes, string table, string check)
    {
        await using var database = await Scratch.CreateAsync();

        var known = await database.ListAsync<string>($"select code from {codes}");
        var allowed = await database.ListAsync<string>(
            $"""
            select m[1] from pg_constraint c, regexp_matches(pg_get_constraintdef(c.oid), '''([a-z_]+)''', 'g') m
            where c.conrelid = '{table}'::regclass and c.conname = '{check}'
            """
        );

        allowed.ShouldBe(known, ignoreOrder: true);
    }

    [Theory]
    [InlineData("organisation.municipality")]
    [InlineData("catalogue.channel")]
    [InlineData("catalogue.outcome")]
    public async Task What_contacts_name_is_never_deleted(string table)
    {
        await using var database = await Scratch.CreateAsync();

        var refused = await Should.ThrowAsync<PostgresException>(() => database.ExecuteAsync($"delete from {table}"));

        refused.SqlState.ShouldBe(PostgresErrorCodes.ForeignKeyViolation);
    }
}
