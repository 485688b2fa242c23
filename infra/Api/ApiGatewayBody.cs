using System.Text.Json.Nodes;

namespace WorkoutLog.Infra.Api;

/// <summary>What the <c>RestApi</c> is made from: the OpenAPI document with API Gateway's extensions.</summary>
public static class ApiGatewayBody
{
    private const string Validator = "body-and-parameters";

    /// <param name="invokeArns">Function name to the ARN that its integrations call.</param>
    public static string Create(string title, IReadOnlyCollection<Route> routes, IReadOnlyDictionary<string, string> invokeArns)
    {
        var document = OpenApiDocument.Create(title, routes);
        AcceptNull(document["components"]!["schemas"]!);
        document["components"]!["securitySchemes"]![OpenApiDocument.SecurityScheme]!["x-amazon-apigateway-authtype"] = "awsSigv4";
        foreach (var route in routes)
        {
            var operation = document.OperationOf(route);
            operation["x-amazon-apigateway-request-validator"] = Validator;
            operation["x-amazon-apigateway-integration"] = Integration(invokeArns[route.Function]);
        }

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

    // API Gateway turns the schemas into models of JSON Schema draft 4, where a list of types could hold "null". Its import reads
    // OpenAPI 3.0 though, which has no such list, and of that it drops "nullable" and does not support oneOf and anyOf. So a member
    // that may be null can only be let through without a type: the function, which checks everything again, refuses a wrong one.
    private static void AcceptNull(JsonNode? node)
    {
        if (node is JsonObject schema)
        {
            if (schema.Remove(SchemaCatalog.Nullable))
            {
                schema.Remove("type");
            }

            foreach (var member in schema)
            {
                AcceptNull(member.Value);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var element in list)
            {
                AcceptNull(element);
            }
        }
    }
}
