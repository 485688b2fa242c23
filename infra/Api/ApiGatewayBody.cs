using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>What the <c>RestApi</c> is made from: the OpenAPI document with API Gateway's extensions.</summary>
public static class ApiGatewayBody
{
    private const string Validator = "body-and-parameters";

    /// <param name="invokeArns">Function name to the ARN that its integrations call.</param>
    public static string Create(string title, IReadOnlyCollection<Route> routes, IReadOnlyDictionary<string, string> invokeArns)
    {
        var document = OpenApiDocument.Create(title, routes);
        SchemasForModels.Adapt(document["components"]!["schemas"]!);
        document["components"]!["securitySchemes"]![OpenApiDocument.SecurityScheme]!["x-amazon-apigateway-authtype"] = "awsSigv4";
        foreach (var route in routes)
        {
            var operation = document.OperationOf(route);
            KeepWhatIsImported(operation);
            operation["x-amazon-apigateway-request-validator"] = Validator;
            operation["x-amazon-apigateway-integration"] = Integration(invokeArns[route.Function]);
        }

        AddFallbacks(document, routes);
        document["x-amazon-apigateway-request-validators"] = new JsonObject
        {
            [Validator] = new JsonObject { ["validateRequestBody"] = true, ["validateRequestParameters"] = true },
        };
        document["x-amazon-apigateway-gateway-responses"] = GatewayResponses.ToJson();
        return document.ToText();
    }

    private static JsonObject Integration(string invokeArn) => new()
    {
        ["type"] = "aws_proxy",
        // API Gateway calls Lambda's own API, which takes POST whatever the route's method is.
        ["httpMethod"] = "POST",
        ["uri"] = invokeArn,
        ["passthroughBehavior"] = "when_no_match",
    };

    // A proxy hands everything on, declared or not. What API Gateway's import does not know could only make it warn, and a
    // warning fails the deployment: of a parameter it looks at its presence, and an answer's schema must be a model.
    private static void KeepWhatIsImported(JsonObject operation)
    {
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            var type = parameter!["schema"]!["type"]!.DeepClone();
            parameter["schema"] = new JsonObject { ["type"] = type };
        }

        foreach (var (_, response) in operation["responses"]!.AsObject())
        {
            (response!["content"] as JsonObject)?.Remove(MediaTypes.Csv);
        }
    }

    private static void AddFallbacks(JsonObject document, IReadOnlyCollection<Route> routes)
    {
        var paths = document["paths"]!.AsObject();
        foreach (var method in FallbackMethod.Of(routes))
        {
            var operation = MockIntegration.Operation(method, SchemaCatalog.ReferenceTo(typeof(Problem)));
            operation["security"] = OpenApiDocument.Security();
            operation["x-amazon-apigateway-request-validator"] = Validator;
            if (paths[method.Path] is not JsonObject path)
            {
                paths[method.Path] = path = [];
            }

            path[MockIntegration.AnyMethod] = operation;
        }
    }
}
