using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>The OpenAPI 3.0 document of the API, for its users: nothing in it is API Gateway's.</summary>
public static class OpenApiDocument
{
    /// <summary>Where the document stands in the repository.</summary>
    public const string PublishedPath = "docs/openapi.json";

    /// <summary>The name of the one security scheme, an AWS Signature Version 4.</summary>
    public const string SecurityScheme = "sigv4";

    // The documents are JSON files, never part of a page: quotes and angle brackets may stand as they are.
    private static readonly JsonSerializerOptions _serializer = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions _indented = new(_serializer) { WriteIndented = true };

    public static JsonObject Create(string title, IEnumerable<Route> routes)
    {
        var schemas = new SchemaCatalog();
        var paths = new JsonObject();
        foreach (var route in routes)
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
            ["info"] = new JsonObject { ["title"] = title, ["version"] = "1" },
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

    /// <summary>The operation of a route in a document that was made from it.</summary>
    public static JsonObject OperationOf(this JsonObject document, Route route) =>
        document["paths"]![route.Path]![OperationKey(route)]!.AsObject();

    public static string ToText(this JsonObject document, bool indented = false) => document.ToJsonString(indented ? _indented : _serializer);

    private static string OperationKey(Route route) => route.Method.ToLowerInvariant();

    private static JsonObject Operation(Route route, SchemaCatalog schemas)
    {
        var operation = new JsonObject
        {
            ["operationId"] = route.OperationId,
            ["summary"] = route.Summary,
        };
        var parameters = route.PathParameters.Select(Parameter).ToArray<JsonNode?>();
        if (parameters.Length > 0)
        {
            operation["parameters"] = new JsonArray(parameters);
        }

        if (route.Request is not null)
        {
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content("application/json", schemas.Request(route.Request)) };
        }

        operation["responses"] = Responses(route, schemas);
        operation["security"] = new JsonArray(new JsonObject { [SecurityScheme] = new JsonArray() });
        return operation;
    }

    private static JsonObject Parameter(string name) => new()
    {
        ["name"] = name,
        ["in"] = "path",
        ["required"] = true,
        ["schema"] = new JsonObject { ["type"] = "string" },
    };

    private static JsonObject Responses(Route route, SchemaCatalog schemas)
    {
        var success = new JsonObject { ["description"] = route.Success.Description };
        if (!route.Success.Headers.IsEmpty)
        {
            success["headers"] = new JsonObject(route.Success.Headers.Select(header => KeyValuePair.Create<string, JsonNode?>(
                header.Key,
                new JsonObject { ["description"] = header.Value, ["schema"] = new JsonObject { ["type"] = "string" } })));
        }

        success["content"] = Content("application/json", schemas.Response(route.Success.Body));
        var responses = new JsonObject { [Text(route.Success.Status)] = success };
        foreach (var status in route.Errors.Union(GatewayProblem.StatusesOf(route)).Order())
        {
            responses[Text(status)] = new JsonObject
            {
                ["description"] = ReasonPhrase(status),
                ["content"] = Content(GatewayProblem.MediaType, schemas.Response(typeof(Problem))),
            };
        }

        return responses;
    }

    private static JsonObject Content(string mediaType, JsonObject schema) => new() { [mediaType] = new JsonObject { ["schema"] = schema } };

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);

    private static string ReasonPhrase(int status)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        return response.ReasonPhrase ?? Text(status);
    }
}
