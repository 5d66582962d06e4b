using Terecht.Platform.Events;

namespace Terecht.Modules.Access.Contracts;

/// <summary>Somebody may sign in from now on.</summary>
internal sealed record AccountAdded(Guid AccountId, IReadOnlyList<string> Roles) : IEvent
{
    public static string Type => "account.added";
    public Guid Stream => AccountId;
}

/// <summary>Somebody's roles are now these.</summary>
internal sealed record RolesChanged(Guid AccountId, IReadOnlyList<string> Roles) : IEvent
{
    public static string Type => "account.roles_changed";
    public Guid Stream => AccountId;
}

/// <summary>Somebody switched single letters as keys off, or on again.</summary>
internal sealed record KeysSwitched(Guid AccountId, bool Off) : IEvent
{
    public static string Type => "account.keys_switched";
    public Guid Stream => AccountId;
}
