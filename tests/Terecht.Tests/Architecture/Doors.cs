using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Terecht.Modules.Access.Contracts;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Architecture;

/// <summary>One address that the program answers: a page or an endpoint, and what it says about who may enter.</summary>
/// <param name="Path">An address that matches, with made-up values.</param>
internal sealed record Door(
    string Route,
    string Path,
    string[] Methods,
    bool IsPage,
    EndpointMetadataCollection Metadata
)
{
    /// <summary>Each named right is asked for; within one attribute one of its rights is enough.</summary>
    public IReadOnlyList<NeedsAttribute> Needs => Metadata.GetOrderedMetadata<NeedsAttribute>();

    public bool IsOpen => Metadata.GetMetadata<OpenToAllAttribute>() is not null;

    public bool IsStaticAsset => Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    public bool OpensFor(IEnumerable<string> roles) =>
        IsOpen || (Needs.Count > 0 && Needs.All(n => n.AnyOf.Intersect(Roles.RightsOf(roles)).Any()));

    public override string ToString() => $"{string.Join('/', Methods)} {Route}";
}

internal static class Doors
{
    /// <summary>All of them, read from the routing table. A page's endpoint carries what its model says.</summary>
    public static IReadOnlyList<Door> Of(App app) =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(DoorOf)];

    private static Door DoorOf(RouteEndpoint endpoint) =>
        new(
            "/" + endpoint.RoutePattern.RawText?.TrimStart('/'),
            "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(Segment)),
            endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods: { Count: > 0 } methods }
                ? [.. methods]
                : ["GET", "POST"],
            endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null,
            endpoint.Metadata
        );

    private static string Segment(RoutePatternPathSegment segment) =>
        string.Concat(
            segment.Parts.Select(part =>
                part switch
                {
                    RoutePatternLiteralPart literal => literal.Content,
                    RoutePatternSeparatorPart separator => separator.Content,
                    RoutePatternParameterPart parameter => Value(parameter),
                    _ => "",
                }
            )
        );

    private static string Value(RoutePatternParameterPart parameter) =>
        parameter.ParameterPolicies.Select(p => p.Content).FirstOrDefault() switch
        {
            "guid" => "01970000-0000-7000-8000-000000000001",
            "int" or "long" => "1",
            _ => "iets",
        };
}
