using Microsoft.AspNetCore.Authorization;

namespace Terecht.Modules.Access.Contracts;

/// <summary>The right that a page or endpoint asks for. Where none is named and none is waived, nobody may enter.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class NeedsAttribute(params Right[] anyOf)
    : Attribute,
        IAuthorizeData,
        IAuthorizationRequirementData,
        IAuthorizationRequirement
{
    /// <summary>One of these is enough.</summary>
    public IReadOnlyList<Right> AnyOf { get; } = anyOf;

    public string? Policy { get; set; }
    public string? Roles { get; set; }
    public string? AuthenticationSchemes { get; set; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Open to everybody, with the reason why that is right.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class OpenToAllAttribute(string why) : Attribute, IAllowAnonymous
{
    public string Why { get; } = why;
}
