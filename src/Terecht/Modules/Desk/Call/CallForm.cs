namespace Terecht.Modules.Desk.Call;

/// <summary>Reads the form of a contact into its draft, as typed.</summary>
internal static class CallForm
{
    /// <summary>Longer than anybody types in a call; what is beyond is not kept.</summary>
    private const int LongestText = 20_000;

    /// <summary>Copies the fields that were sent; a field that was not sent stays as it was.</summary>
    public static void Apply(IFormCollection form, CallDraft draft, int index)
    {
        Take(form, nameof(CallDraft.PartyId), v => draft.PartyId = v);
        // Who was found by name goes before who is on the number.
        Take(form, "ChosenId", v => draft.PartyId = v.Length > 0 ? v : draft.PartyId);
        Take(form, nameof(CallDraft.InvolvedName), v => draft.InvolvedName = v);
        Take(form, nameof(CallDraft.SpeaksName), v => draft.SpeaksName = v);
        Take(form, nameof(CallDraft.SpeaksAs), v => draft.SpeaksAs = v);
        Take(form, nameof(CallDraft.Language), v => draft.Language = v == "en" ? "en" : "nl");
        if (index < 0 || index >= draft.Questions.Count)
        {
            return;
        }
        var question = draft.Questions[index];
        Take(form, nameof(QuestionDraft.Topic), v => question.Topic = v);
        Take(form, nameof(QuestionDraft.TopicId), v => question.TopicId = v);
        Take(form, nameof(QuestionDraft.DistrictId), v => question.DistrictId = v);
        Take(form, nameof(QuestionDraft.AnswerId), v => question.AnswerId = v);
        Take(form, nameof(QuestionDraft.Note), v => question.Note = v);
        Take(form, nameof(QuestionDraft.Outcome), v => question.Outcome = v);
        Take(form, nameof(QuestionDraft.Detail), v => question.Detail = v);
        Take(form, nameof(QuestionDraft.MatterId), v => question.MatterId = v);
        Take(form, nameof(QuestionDraft.RepeatId), v => question.RepeatId = v);
        Take(form, nameof(QuestionDraft.Kind), v => question.Kind = v);
        question.When.Apply((name, keep) => Take(form, name, keep));
        // What the topic proposed and nobody changed follows the topic.
        Take(form, nameof(QuestionDraft.Team), v => question.Team = v == form["TeamProposed"] ? "" : v);
        Take(form, nameof(QuestionDraft.TeamId), v => question.TeamId = v);
        Take(form, nameof(QuestionDraft.Phone), v => question.Phone = v);
        Take(form, nameof(QuestionDraft.Subject), v => question.Subject = v);
        Take(form, nameof(QuestionDraft.WhyNot), v => question.WhyNot = v);
        // What the person proposed and nobody changed follows the person.
        Take(form, nameof(QuestionDraft.Tell), v => question.Tell = v == form["TellProposed"] ? question.Tell : v);
        Take(form, nameof(QuestionDraft.TellAddress), v => question.TellAddress = v);
        Take(form, nameof(QuestionDraft.Search), v => question.Search = v);
        if (form.ContainsKey(nameof(QuestionDraft.Outcome)) || form.ContainsKey(nameof(QuestionDraft.Note)))
        {
            question.AnswerIsNo = form[nameof(QuestionDraft.AnswerIsNo)].Contains("true");
        }
    }

    private static void Take(IFormCollection form, string name, Action<string> keep)
    {
        if (form.TryGetValue(name, out var values))
        {
            var text = values.ToString();
            keep(text.Length > LongestText ? text[..LongestText] : text);
        }
    }
}
