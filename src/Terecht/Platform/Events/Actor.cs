namespace Terecht.Platform.Events;

/// <summary>Who acts. Set once per request or loop; the event log writes it on every event.</summary>
internal sealed class Actor
{
    public string Kind { get; private set; } = "system";
    public Guid? Id { get; private set; }

    public void IsStaff(Guid staffId) => (Kind, Id) = ("staff", staffId);

    public void IsCitizen() => (Kind, Id) = ("citizen", null);
}
