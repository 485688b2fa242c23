using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>The body of the <c>RestApi</c>: the OpenAPI document with API Gateway's extensions.</summary>
public static class ApiGatewayBody
{
    private const string Validator = "body-and-parameters";

    /// <param name="invokeArns">Function name to the ARN of its integrations.</param>
    /// <param name="allowedOrigins">CORS origins; empty for none.</param>
    public static string Create(ApiDefinition api, IReadOnlyDictionary<string, string> invokeArns, params ImmutableArray<string> allowedOrigins)
    {
        var cors = new CorsAnswers(allowedOrigins);
        var document = OpenApiDocument.Create(api);
        KeepBodiesFromTheValidator(document, api);
        document["components"]!["securitySchemes"]![OpenApiDocument.SecurityScheme]!["x-amazon-apigateway-authtype"] = "awsSigv4";
        foreach (var route in api.Routes)
        {
            var operation = document.OperationOf(route);
            KeepWhatIsImported(operation);
            operation["x-amazon-apigateway-request-validator"] = Validator;
            operation["x-amazon-apigateway-integration"] = Integration(invokeArns[route.Function]);
            if (route.Methods.Contains(ApiMethods.Head))
            {
                document["paths"]![route.Path]!["head"] = Head(operation);
            }
        }

        cors.AddPreflights(document["paths"]!.AsObject(), api.Routes);
        AddFallbacks(document, api, cors);
        document["x-amazon-apigateway-request-validators"] = new JsonObject
        {
            [Validator] = new JsonObject { ["validateRequestBody"] = true, ["validateRequestParameters"] = true },
        };
        document["x-amazon-apigateway-gateway-responses"] = GatewayResponses.ToJson(api.ProblemType, cors);
        return document.ToText();
    }

    /// <summary>Removes the request schemas, so that API Gateway does not validate bodies and every body reaches the function.</summary>
    /// <remarks>
    /// API Gateway would report one error, often without the field name, and no position for malformed JSON; the function reports all errors.
    /// A rejected body then costs an invocation, a fraction of the cost of the request.
    /// </remarks>
    private static void KeepBodiesFromTheValidator(JsonObject document, ApiDefinition api)
    {
        foreach (var route in api.Routes)
        {
            document.OperationOf(route).Remove("requestBody");
        }

        // Closed schemas are those of request bodies; all others describe responses.
        var schemas = document["components"]!["schemas"]!.AsObject();
        foreach (var (name, _) in schemas.Where(schema => schema.Value!["additionalProperties"]?.GetValue<bool>() == false).ToList())
        {
            schemas.Remove(name);
        }
    }

    private static JsonObject Integration(string invokeArn) => new()
    {
        ["type"] = "aws_proxy",
        // Lambda's Invoke API is POST for every route.
        ["httpMethod"] = "POST",
        ["uri"] = invokeArn,
        ["passthroughBehavior"] = "when_no_match",
    };

    // The same request and response as GET, without the body.
    private static JsonObject Head(JsonObject get)
    {
        var head = get.DeepClone().AsObject();
        head["operationId"] = $"{get["operationId"]}Head";
        foreach (var (_, response) in head["responses"]!.AsObject())
        {
            response!.AsObject().Remove("content");
        }

        return head;
    }

    // A proxy integration forwards everything, declared or not. API Gateway checks only the presence of a parameter, and a response
    // schema must be a model. Anything else that its import does not support is a warning, which fails the deployment.
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

    private static void AddFallbacks(JsonObject document, ApiDefinition api, CorsAnswers cors)
    {
        var paths = document["paths"]!.AsObject();
        foreach (var method in FallbackMethod.Of(api.Routes))
        {
            var operation = MockIntegration.Operation(
                method.Path, method.Kind.Status, method.Kind.Title, method.Headers.AddRange(cors.Headers),
                ProblemTemplate.ForAnyClient(ProblemTemplate.Of(api.ProblemType, method.Kind, method.Detail)),
                new JsonObject { [MediaTypes.Problem] = new JsonObject { ["schema"] = SchemaCatalog.ReferenceTo(typeof(Problem)) } });
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
