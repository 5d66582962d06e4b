using Microsoft.AspNetCore.Authorization;
using Terecht.Modules.Access.Contracts;

namespace Terecht.Modules.Access;

/// <summary>Lets in who has one of the rights that the page names.</summary>
internal sealed class RightsHandler : AuthorizationHandler<NeedsAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsAttribute requirement)
    {
        if (context.User.Identity?.IsAuthenticated == true)
        {
            var rights = Roles.RightsOf(context.User.FindAll(CurrentUser.RoleClaim).Select(c => c.Value));
            if (requirement.AnyOf.Any(rights.Contains))
            {
                context.Succeed(requirement);
            }
        }
        return Task.CompletedTask;
    }
}
