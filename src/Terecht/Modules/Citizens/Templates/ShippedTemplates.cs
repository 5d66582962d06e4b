using Terecht.Platform.Messages;

namespace Terecht.Modules.Citizens.Templates;

/// <summary>A text with its version; 0 is the shipped one.</summary>
internal sealed record Template(string Code, string Channel, string Language, int Version, string Subject, string Body);

/// <summary>The texts that come with the product, at level B1. A municipality may write its own.</summary>
internal static class ShippedTemplates
{
    private static readonly Dictionary<(string Code, string Language), (string Sms, string Main)> Sentences = new()
    {
        [("made", "nl")] = (
            "u hoort ((moment)) van ons. Bekijken of veranderen:",
            "U stelde ons een vraag. U hoort ((moment)) van ons."
        ),
        [("made", "en")] = (
            "you will hear from us ((moment)). See or change it:",
            "You asked us a question. You will hear from us ((moment))."
        ),
        [("renewed_us", "nl")] = (
            "sorry, het lukt ons niet op het moment dat we noemden. ((reden)) U hoort nu ((moment)) van ons. Bekijken of veranderen:",
            "Het lukt ons niet om op het moment te reageren dat wij noemden. Sorry daarvoor. ((reden))\n\nU hoort nu ((moment)) van ons."
        ),
        [("renewed_us", "en")] = (
            "sorry, we cannot answer at the moment we named. ((reden)) You will now hear from us ((moment)). See or change it:",
            "We cannot answer you at the moment that we named. We are sorry. ((reden))\n\nYou will now hear from us ((moment))."
        ),
        [("renewed_event", "nl")] = (
            "de datum is nu bekend. U hoort ((moment)) van ons. Bekijken of veranderen:",
            "De datum is nu bekend. U hoort ((moment)) van ons."
        ),
        [("renewed_event", "en")] = (
            "the date is known now. You will hear from us ((moment)). See or change it:",
            "The date is known now. You will hear from us ((moment))."
        ),
        [("renewed_citizen", "nl")] = (
            "u koos een ander moment. U hoort ((moment)) van ons. Bekijken of veranderen:",
            "U koos een ander moment. U hoort ((moment)) van ons."
        ),
        [("renewed_citizen", "en")] = (
            "you chose another moment. You will hear from us ((moment)). See or change it:",
            "You chose another moment. You will hear from us ((moment))."
        ),
        [("attempts_done", "nl")] = (
            "wij belden u ((pogingen)) en kregen u niet te pakken. Zullen we het nog eens proberen? Laat het weten:",
            "Wij belden u ((pogingen)) en kregen u niet te pakken. Zullen we het nog eens proberen? Druk op de pagina hieronder op één knop, dan bellen we weer."
        ),
        [("attempts_done", "en")] = (
            "we called you ((pogingen)) and could not reach you. Shall we try again? Let us know:",
            "We called you ((pogingen)) and could not reach you. Shall we try again? Press one button on the page below, and we will call again."
        ),
        [("progress", "nl")] = (
            "wij zijn nog bezig met uw vraag. U hoort ((moment)) van ons, zoals beloofd. Bekijken of veranderen:",
            "Wij zijn nog bezig met uw vraag. U hoort ((moment)) van ons, zoals we beloofden."
        ),
        [("progress", "en")] = (
            "we are still working on your question. You will hear from us ((moment)), as promised. See or change it:",
            "We are still working on your question. You will hear from us ((moment)), as we promised."
        ),
        [("late", "nl")] = (
            "sorry, u zou ((moment)) van ons horen en dat lukte niet. Wij zijn uw vraag niet vergeten. Bekijken of veranderen:",
            "U zou ((moment)) van ons horen. Dat is niet gelukt. Sorry daarvoor.\n\nWij zijn uw vraag niet vergeten en gaan ermee door. U hoort zo snel mogelijk van ons."
        ),
        [("late", "en")] = (
            "sorry, you should have heard from us ((moment)), and we did not manage. We have not forgotten your question. See or change it:",
            "You should have heard from us ((moment)). We did not manage that. We are sorry.\n\nWe have not forgotten your question and are working on it. You will hear from us as soon as we can."
        ),
        [("number_changed", "nl")] = (
            "wij kregen een ander telefoonnummer voor uw vraag. Wilde u dat niet? Bel ons, of kijk op:",
            "Wij kregen een ander telefoonnummer voor uw vraag. Daar bellen wij nu op. Wilde u dat niet? Bel ons dan."
        ),
        [("number_changed", "en")] = (
            "we got another telephone number for your question. Not what you want? Call us, or look at:",
            "We got another telephone number for your question. We will call that number. Is that not what you want? Please call us."
        ),
        [("withdrawn", "nl")] = (
            "u liet weten dat het niet meer nodig is. Wij zijn gestopt. Toch nog nodig? Kijk op:",
            "U liet weten dat het niet meer nodig is. Wij zijn ermee gestopt. Is het toch nog nodig? Dat kunt u hieronder laten weten."
        ),
        [("withdrawn", "en")] = (
            "you told us that it is no longer needed. We have stopped. Needed after all? Look at:",
            "You told us that it is no longer needed. We have stopped. Is it needed after all? You can let us know below."
        ),
    };

    public static Template Of(string code, string channel, string language)
    {
        var (sms, main) = Sentences[(code, language)];
        return channel == MessageChannel.Sms
            ? new Template(code, channel, language, 0, "", $"{Sender(language)}: {sms} ((link))")
            : new Template(code, channel, language, 0, Subject(language), Long(main, channel, language));
    }

    private static string Sender(string language) =>
        language == "en" ? "Municipality of ((gemeente))" : "Gemeente ((gemeente))";

    private static string Subject(string language) =>
        language == "en"
            ? "Your question to the municipality of ((gemeente))"
            : "Uw vraag aan de gemeente ((gemeente))";

    private static string Long(string main, string channel, string language)
    {
        var mail = channel == MessageChannel.Mail;
        return language == "en"
            ? $"Hello,\n\n{main}\n\nSee what we promised you, or change something:\n((link))\n\nKind regards,\nMunicipality of ((gemeente))"
                + (mail ? "\n\nYou cannot reply to this e-mail." : "")
            : $"Goedendag,\n\n{main}\n\nBekijk wat wij u beloofden, of verander iets:\n((link))\n\nMet vriendelijke groet,\nGemeente ((gemeente))"
                + (mail ? "\n\nOp deze e-mail kunt u niet antwoorden." : "");
    }
}
