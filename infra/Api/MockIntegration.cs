using System.Globalization;
using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>A method of API Gateway that answers by itself, for any HTTP method that has none of its own.</summary>
internal static class MockIntegration
{
    /// <summary>Where the method stands among those of its path.</summary>
    public const string AnyMethod = "x-amazon-apigateway-any-method";

    // The body's media type chooses the request template, from which a mock integration has its status. Without a match there would be
    // no status and the answer would be 500; so any other type is refused (415), and those that tools send unasked are let through.
    private static readonly string[] _bodyTypes = [MediaTypes.Json, "application/x-www-form-urlencoded", "text/plain"];

    /// <summary>The operation, without its security and its validator.</summary>
    /// <param name="problemType">See <see cref="ApiDefinition.ProblemType"/>.</param>
    /// <param name="problem">The schema of the answer.</param>
    public static JsonObject Operation(FallbackMethod method, string problemType, JsonObject problem)
    {
        var status = method.Kind.Status.ToString(CultureInfo.InvariantCulture);
        var headers = Headers(method);
        var operation = new JsonObject();
        if (Parameters(method.Path) is { Count: > 0 } parameters)
        {
            operation["parameters"] = parameters;
        }

        operation["responses"] = new JsonObject
        {
            [status] = new JsonObject
            {
                ["description"] = method.Kind.Title,
                // Only a header that the method declares can be set by its integration.
                ["headers"] = Map(headers.Keys, _ => new JsonObject { ["schema"] = TextSchema() }),
                ["content"] = new JsonObject { [MediaTypes.Problem] = new JsonObject { ["schema"] = problem } },
            },
        };
        operation["x-amazon-apigateway-integration"] = new JsonObject
        {
            ["type"] = "mock",
            ["passthroughBehavior"] = "never",
            ["requestTemplates"] = Map(_bodyTypes, _ => $$"""{"statusCode": {{status}}}"""),
            ["responses"] = new JsonObject
            {
                ["default"] = new JsonObject
                {
                    ["statusCode"] = status,
                    ["responseParameters"] = new JsonObject(headers.Select(header => KeyValuePair.Create<string, JsonNode?>(
                        $"method.response.header.{header.Key}",
                        ProblemTemplate.Literal(header.Value)))),
                    ["responseTemplates"] = ProblemTemplate.ForAnyClient(ProblemTemplate.Of(problemType, method.Kind, method.Detail)),
                },
            },
        };
        return operation;
    }

    private static Dictionary<string, string> Headers(FallbackMethod method)
    {
        var headers = new Dictionary<string, string> { [HeaderNames.ContentType] = MediaTypes.Problem, ["Cache-Control"] = "no-store" };
        if (!method.Allow.IsEmpty)
        {
            headers[HeaderNames.Allow] = string.Join(", ", method.Allow);
        }

        return headers;
    }

    private static JsonArray Parameters(string path) => new([.. Route.PathParameterNames(path).Select(name => new JsonObject
    {
        ["name"] = name,
        ["in"] = "path",
        ["required"] = true,
        ["schema"] = TextSchema(),
    })]);

    private static JsonObject TextSchema() => new() { ["type"] = "string" };

    private static JsonObject Map(IEnumerable<string> keys, Func<string, JsonNode> value) =>
        new(keys.Select(key => KeyValuePair.Create<string, JsonNode?>(key, value(key))));
}
