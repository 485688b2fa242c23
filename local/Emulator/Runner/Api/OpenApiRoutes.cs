namespace WorkoutLog.Local.Runner;

/// <summary>Reads the routes from the API's OpenAPI document.</summary>
public static partial class OpenApiRoutes
{
    private const string AnyMethod = "x-amazon-apigateway-any-method";
    private const int DefaultTimeoutMilliseconds = 29_000;
    private static readonly ImmutableHashSet<string> _methods = ["get", "put", "post", "delete", "options", "head", "patch", AnyMethod];

    /// <exception cref="UserErrorException">A route has an integration or authorisation that a local run does not support.</exception>
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
                $"{route} of the API has an integration of type '{type}'; a local run supports only 'aws_proxy' to a function and 'mock'.");
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
                throw new UserErrorException($"{route} of the API is secured by '{scheme}'; a local run supports only IAM (awsSigv4).");
            }
        }

        return schemes.Length > 0 || operation["x-amazon-apigateway-auth"]?["type"]?.GetValue<string>() == "AWS_IAM";
    }

    [GeneratedRegex("/functions/(?<arn>arn:[^/]+)/invocations$")]
    private static partial Regex FunctionArn();
}

internal sealed record ApiOperation(string Method, string Path, JsonObject Description);

/// <param name="Method">HTTP method in upper case, or <c>ANY</c>.</param>
/// <param name="Path">Path with its parameters in braces: <c>/stats/{userId}</c>.</param>
public sealed record ApiRoute(string Method, string Path, bool RequiresIam, ApiIntegration Integration)
{
    public const string AnyMethod = "ANY";
}

/// <param name="PathParameters">Values by name, percent-encoded as in the URL.</param>
public sealed record RouteMatch(ApiRoute Route, ImmutableDictionary<string, string> PathParameters);

public abstract record ApiIntegration
{
    /// <summary>A function handles the whole request.</summary>
    /// <param name="InvokedArn">The invoked ARN: the alias of a function.</param>
    public sealed record Proxy(string InvokedArn, TimeSpan Timeout) : ApiIntegration;

    /// <summary>API Gateway responds itself.</summary>
    /// <param name="Statuses">The requested status by media type of the request's body.</param>
    /// <param name="Unmatched">Treatment of a body of another media type.</param>
    /// <param name="Responses">Responses in the order in which they are tried.</param>
    public sealed record Mock(ImmutableDictionary<string, int> Statuses, Passthrough Unmatched, ImmutableArray<MockResponse> Responses) : ApiIntegration;
}
