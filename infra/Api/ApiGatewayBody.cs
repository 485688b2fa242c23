using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>What the <c>RestApi</c> is made from: the OpenAPI document with API Gateway's extensions.</summary>
public static class ApiGatewayBody
{
    private const string Validator = "body-and-parameters";

    /// <param name="invokeArns">Function name to the ARN that its integrations call.</param>
    /// <param name="allowedOrigins">Whose pages may call; empty for none.</param>
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

    /// <summary>Takes the schemas of requests out: the validator holds a body against no model, and every body reaches the function.</summary>
    /// <remarks>
    /// It would tell one mistake, often without the name of the field, and of what is no JSON not even the place; the function's reader
    /// tells all of them. A refused body then costs an invocation, which is a fraction of what the request itself costs.
    /// </remarks>
    private static void KeepBodiesFromTheValidator(JsonObject document, ApiDefinition api)
    {
        foreach (var route in api.Routes)
        {
            document.OperationOf(route).Remove("requestBody");
        }

        // A closed schema is that of a body that clients send; all others describe answers.
        var schemas = document["components"]!["schemas"]!.AsObject();
        foreach (var (name, _) in schemas.Where(schema => schema.Value!["additionalProperties"]?.GetValue<bool>() == false).ToList())
        {
            schemas.Remove(name);
        }
    }

    private static JsonObject Integration(string invokeArn) => new()
    {
        ["type"] = "aws_proxy",
        // API Gateway calls Lambda's own API, which takes POST whatever the route's method is.
        ["httpMethod"] = "POST",
        ["uri"] = invokeArn,
        ["passthroughBehavior"] = "when_no_match",
    };

    // The same request and answer as GET, but for the body.
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
