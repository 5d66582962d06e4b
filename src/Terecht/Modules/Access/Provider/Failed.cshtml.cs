using Microsoft.AspNetCore.Mvc.RazorPages;
using Terecht.Modules.Access.Contracts;

namespace Terecht.Modules.Access.Provider;

/// <summary>Why signing in with the city's account failed, what to do now, and a way back. Says nothing about others.</summary>
[OpenToAll("Who could not sign in must be told why.")]
internal sealed class FailedModel(AccessSettings settings) : PageModel
{
    public string Why { get; private set; } = "";
    public string Now { get; private set; } = "";
    public string? Help => settings.Help;

    public void OnGet(Refusal waarom) =>
        (Why, Now) = waarom switch
        {
            Refusal.Down => (
                "Uw gemeente-account geeft nu geen antwoord.",
                "Probeer het over een paar minuten opnieuw."
            ),
            Refusal.Declined => (
                "Bij uw gemeente-account is het inloggen gestopt of geweigerd.",
                "Probeer het opnieuw, of vraag de helpdesk van uw gemeente."
            ),
            Refusal.Untrusted => (
                "Het antwoord van uw gemeente-account klopt niet, dus wij laten u niet binnen.",
                "Probeer het opnieuw. Lukt het weer niet? Meld het bij de functioneel beheerder."
            ),
            Refusal.Unknown => (
                "U bent ingelogd bij uw gemeente, maar u hebt nog geen account bij Terecht.",
                "Vraag de functioneel beheerder om een account op het e-mailadres van uw werk."
            ),
            Refusal.NoSecondStep => (
                "Voor Terecht moet u inloggen in twee stappen, bijvoorbeeld met een code op uw telefoon. U deed één stap.",
                "Zet de tweede stap aan bij uw gemeente-account en log daarna opnieuw in."
            ),
            Refusal.Ended => (
                "U kunt met dit account niet werken: u bent nog niet of niet meer in dienst.",
                "Klopt dat niet? Vraag uw leidinggevende."
            ),
            _ => (
                "Het inloggen duurde te lang of begon in een ander venster.",
                "Begin opnieuw. Dan lukt het meestal wel."
            ),
        };
}
