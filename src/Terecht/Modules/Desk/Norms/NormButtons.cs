namespace Terecht.Modules.Desk.Norms;

/// <summary>The buttons that give the form a row more.</summary>
internal static class NormButtons
{
    private const int MostSteps = 10;
    private const int MostPlaces = 200;

    /// <summary>True when the form was changed, and nothing else was asked.</summary>
    public static bool Apply(NormForm form)
    {
        switch (form.Doe)
        {
            case "stap" when form.Steps.Count < MostSteps:
                form.Steps.Add(new StepForm());
                return true;
            case "plek" when form.Places.Count < MostPlaces:
                form.Places.Add(new PlaceForm());
                return true;
            default:
                return false;
        }
    }
}
