using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>The OpenAPI 3.0 document of the API for its users, without API Gateway's extensions.</summary>
public static class OpenApiDocument
{
    /// <summary>Name of the only security scheme, AWS Signature Version 4.</summary>
    public const string SecurityScheme = "sigv4";

    // Temporary problems, with Retry-After.
    private static readonly ProblemKind[] _passing = [ProblemKind.Conflict, GatewayKinds.TooManyRequests, ProblemKind.Unavailable];

    // The documents are JSON files, never embedded in HTML, so quotes and angle brackets need no escapes.
    private static readonly JsonSerializerOptions _serializer = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions _indented = new(_serializer) { WriteIndented = true };

    public static JsonObject Create(ApiDefinition api)
    {
        var schemas = new SchemaCatalog();
        var paths = new JsonObject();
        foreach (var route in api.Routes)
        {
            var path = paths[route.Path] as JsonObject;
            if (path is null)
            {
                paths[route.Path] = path = [];
            }

            path[OperationKey(route)] = Operation(route, schemas);
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.1",
            ["info"] = new JsonObject { ["title"] = api.Title, ["version"] = api.Version },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.ToJson(),
                ["securitySchemes"] = new JsonObject
                {
                    [SecurityScheme] = new JsonObject { ["type"] = "apiKey", ["name"] = "Authorization", ["in"] = "header" },
                },
            },
        };
    }

    /// <summary>The operation of a route in a generated document.</summary>
    public static JsonObject OperationOf(this JsonObject document, Route route) =>
        document["paths"]![route.Path]![OperationKey(route)]!.AsObject();

    public static string ToText(this JsonObject document, bool indented = false) => document.ToJsonString(indented ? _indented : _serializer);

    internal static JsonArray Security() => new(new JsonObject { [SecurityScheme] = new JsonArray() });

    private static string OperationKey(Route route) => route.Method.ToLowerInvariant();

    private static JsonObject Operation(Route route, SchemaCatalog schemas)
    {
        var operation = new JsonObject
        {
            ["operationId"] = route.OperationId,
            ["summary"] = route.Summary,
        };
        var parameters = route.Parameters.Select(Parameter).ToArray<JsonNode?>();
        if (parameters.Length > 0)
        {
            operation["parameters"] = new JsonArray(parameters);
        }

        if (route.Request is not null)
        {
            operation["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject { [MediaTypes.Json] = new JsonObject { ["schema"] = schemas.Request(route.Request) } },
            };
        }

        operation["responses"] = Responses(route, schemas);
        operation["security"] = Security();
        return operation;
    }

    private static JsonObject Parameter(RouteParameter parameter) => new()
    {
        ["name"] = parameter.Name,
        ["in"] = parameter.Place.ToString().ToLowerInvariant(),
        ["description"] = parameter.Description,
        ["required"] = parameter.Place == ParameterPlace.Path,
        ["schema"] = parameter.Schema.ToJson(),
    };

    private static JsonObject Responses(Route route, SchemaCatalog schemas)
    {
        var responses = new JsonObject(route.Successes.Select(answer => KeyValuePair.Create<string, JsonNode?>(Text(answer.Status), Success(answer, schemas))));
        foreach (var ofStatus in route.AllProblems.GroupBy(kind => kind.Status).OrderBy(group => group.Key))
        {
            responses[Text(ofStatus.Key)] = Problems(ofStatus, schemas.Response(typeof(Problem)));
        }

        return responses;
    }

    private static JsonObject Success(RouteAnswer answer, SchemaCatalog schemas)
    {
        var success = new JsonObject { ["description"] = answer.Description };
        if (!answer.Headers.IsEmpty)
        {
            success["headers"] = new JsonObject(answer.Headers.Select(header => KeyValuePair.Create<string, JsonNode?>(
                header.Key,
                new JsonObject { ["description"] = header.Value, ["schema"] = new JsonObject { ["type"] = "string" } })));
        }

        if (!answer.Contents.IsEmpty)
        {
            success["content"] = new JsonObject(answer.Contents.Select(content => KeyValuePair.Create<string, JsonNode?>(
                content.MediaType,
                new JsonObject { ["schema"] = schemas.Response(content.Body) })));
        }

        return success;
    }

    /// <param name="kinds">All of one status.</param>
    /// <param name="schema">That of <see cref="Problem"/>.</param>
    private static JsonObject Problems(IEnumerable<ProblemKind> kinds, JsonObject schema)
    {
        var response = new JsonObject { ["description"] = string.Join("; ", kinds.Select(kind => kind.Title)) };
        if (kinds.Any(_passing.Contains))
        {
            response["headers"] = new JsonObject
            {
                [HeaderNames.RetryAfter] = new JsonObject
                {
                    ["description"] = "Seconds to wait before a retry",
                    ["schema"] = new JsonObject { ["type"] = "integer" },
                },
            };
        }

        response["content"] = new JsonObject { [MediaTypes.Problem] = new JsonObject { ["schema"] = schema } };
        return response;
    }

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
