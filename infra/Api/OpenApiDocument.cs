using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>
/// The OpenAPI 3.0 document of the API, with API Gateway's extensions: what the <c>RestApi</c> is made from.
/// API Gateway reads OpenAPI 3.0, not 3.1.
/// </summary>
public static class OpenApiDocument
{
    private const string SecurityScheme = "sigv4";

    /// <param name="invokeArns">Function name to the ARN that its integrations call.</param>
    public static string Create(string title, IEnumerable<Route> routes, IReadOnlyDictionary<string, string> invokeArns)
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

            path[route.Method.ToLowerInvariant()] = Operation(route, schemas, invokeArns[route.Function]);
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
                    [SecurityScheme] = new JsonObject
                    {
                        ["type"] = "apiKey",
                        ["name"] = "Authorization",
                        ["in"] = "header",
                        ["x-amazon-apigateway-authtype"] = "awsSigv4",
                    },
                },
            },
        }.ToJsonString(JsonSerializerOptions.Default);
    }

    private static JsonObject Operation(Route route, SchemaCatalog schemas, string invokeArn)
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
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content("application/json", route.Request, schemas) };
        }

        operation["responses"] = Responses(route, schemas);
        operation["security"] = new JsonArray(new JsonObject { [SecurityScheme] = new JsonArray() });
        operation["x-amazon-apigateway-integration"] = new JsonObject
        {
            ["type"] = "aws_proxy",
            // API Gateway calls Lambda's own API, which takes POST whatever the route's method is.
            ["httpMethod"] = "POST",
            ["uri"] = invokeArn,
            ["passthroughBehavior"] = "when_no_match",
        };
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

        success["content"] = Content("application/json", route.Success.Body, schemas);
        var responses = new JsonObject { [Text(route.Success.Status)] = success };
        foreach (var status in route.Errors)
        {
            responses[Text(status)] = new JsonObject
            {
                ["description"] = ReasonPhrase(status),
                ["content"] = Content("application/problem+json", typeof(Problem), schemas),
            };
        }

        return responses;
    }

    private static JsonObject Content(string mediaType, Type type, SchemaCatalog schemas) => new()
    {
        [mediaType] = new JsonObject { ["schema"] = schemas.Reference(type) },
    };

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);

    private static string ReasonPhrase(int status)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        return response.ReasonPhrase ?? Text(status);
    }
}
