using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner.Api.Mocks;

namespace WorkoutLog.Local.Runner.Api;

/// <summary>Reads the routes from the OpenAPI document that the API is made from.</summary>
public static partial class OpenApiRoutes
{
    private const string AnyMethod = "x-amazon-apigateway-any-method";
    private const int DefaultTimeoutMilliseconds = 29_000;
    private static readonly ImmutableHashSet<string> _methods = ["get", "put", "post", "delete", "options", "head", "patch", AnyMethod];

    /// <exception cref="UserErrorException">A route has an integration or an authorisation that can't run here.</exception>
    public static ImmutableArray<ApiRoute> Read(JsonObject document) =>
        [.. Operations(document).Select(operation => Route(document, operation.Path, operation.Method, operation.Description))];

    internal static IEnumerable<ApiOperation> Operations(JsonObject document) =>
        from path in document["paths"]?.AsObject() ?? []
        from operation in path.Value!.AsObject()
        where _methods.Contains(operation.Key)
        select new ApiOperation(
            operation.Key == AnyMethod ? ApiRoute.AnyMethod : operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject());

    private static ApiRoute Route(JsonObject document, string path, string method, JsonObject operation)
    {
        var integration = operation["x-amazon-apigateway-integration"] as JsonObject
            ?? throw new UserErrorException($"{method} {path} of the API has no integration.");
        var requiresIam = RequiresIam(document, operation, $"{method} {path}");
        return new ApiRoute(method, path, requiresIam, Integration(integration, $"{method} {path}"));
    }

    private static ApiIntegration Integration(JsonObject integration, string route)
    {
        var type = integration.Text("type");
        if (string.Equals(type, "mock", StringComparison.OrdinalIgnoreCase))
        {
            return MockIntegrations.Read(integration, route);
        }

        var arn = FunctionArn().Match(integration.Text("uri") ?? "");
        if (!string.Equals(type, "aws_proxy", StringComparison.OrdinalIgnoreCase) || !arn.Success)
        {
            throw new UserErrorException(
                $"{route} of the API has an integration of type '{type}'; a local run knows 'aws_proxy' to a function and 'mock' only.");
        }

        var timeout = TimeSpan.FromMilliseconds(integration.Integer("timeoutInMillis") ?? DefaultTimeoutMilliseconds);
        return new ApiIntegration.Proxy(arn.Groups["arn"].Value, timeout);
    }

    private static bool RequiresIam(JsonObject document, JsonObject operation, string route)
    {
        string[] schemes = (operation["security"] ?? document["security"]) is JsonArray security
            ? [.. security.SelectMany(requirement => requirement!.AsObject().Select(scheme => scheme.Key))]
            : [];
        foreach (var scheme in schemes)
        {
            var kind = document["components"]?["securitySchemes"]?[scheme]?["x-amazon-apigateway-authtype"]?.GetValue<string>();
            if (!string.Equals(kind, "awsSigv4", StringComparison.OrdinalIgnoreCase))
            {
                throw new UserErrorException($"{route} of the API is secured by '{scheme}'; a local run knows IAM (awsSigv4) only.");
            }
        }

        return schemes.Length > 0 || operation["x-amazon-apigateway-auth"]?["type"]?.GetValue<string>() == "AWS_IAM";
    }

    [GeneratedRegex("/functions/(?<arn>arn:[^/]+)/invocations$")]
    private static partial Regex FunctionArn();
}
