using System.Globalization;
using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>A method of API Gateway that answers by itself.</summary>
internal static class MockIntegration
{
    /// <summary>Where the method stands among those of its path that is for any HTTP method without one of its own.</summary>
    public const string AnyMethod = "x-amazon-apigateway-any-method";

    // The body's media type chooses the request template, from which a mock integration has its status. Without a match there would be
    // no status and the answer would be 500; so any other type is refused (415), and those that tools send unasked are let through.
    private static readonly string[] _bodyTypes = [MediaTypes.Json, "application/x-www-form-urlencoded", "text/plain"];

    /// <summary>The operation, without its security and its validator.</summary>
    /// <param name="headers">Of the answer, name to value.</param>
    /// <param name="templates">Media type to the template of the answer's body.</param>
    /// <param name="content">The answer's body as OpenAPI describes it; null for none.</param>
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
            // Only a header that the method declares can be set by its integration.
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
