using System.Globalization;
using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>An API Gateway method with a fixed response.</summary>
internal static class MockIntegration
{
    /// <summary>Key of the method for all HTTP methods that the path does not define.</summary>
    public const string AnyMethod = "x-amazon-apigateway-any-method";

    // The body's media type selects the request template, which sets the status of a mock integration. Without a match the response would be
    // 500, so other types are rejected with 415. The types that tools send by default are accepted.
    private static readonly string[] _bodyTypes = [MediaTypes.Json, "application/x-www-form-urlencoded", "text/plain"];

    /// <summary>The operation without security and validator.</summary>
    /// <param name="headers">Response headers, name to value.</param>
    /// <param name="templates">Media type to the template of the response body.</param>
    /// <param name="content">OpenAPI description of the response body; null for none.</param>
    public static JsonObject Operation(
        string path, int statusCode, string description, IReadOnlyDictionary<string, string> headers, JsonObject templates, JsonObject? content)
    {
        var status = statusCode.ToString(CultureInfo.InvariantCulture);
        var operation = new JsonObject();
        if (Parameters(path) is { Count: > 0 } parameters)
        {
            operation["parameters"] = parameters;
        }

        var response = new JsonObject
        {
            ["description"] = description,
            // An integration can set only headers that the method declares.
            ["headers"] = Map(headers.Keys, _ => new JsonObject { ["schema"] = TextSchema() }),
        };
        if (content is not null)
        {
            response["content"] = content;
        }

        operation["responses"] = new JsonObject { [status] = response };
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
                    ["responseTemplates"] = templates,
                },
            },
        };
        return operation;
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
