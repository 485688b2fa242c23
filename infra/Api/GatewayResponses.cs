using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>API Gateway's own answers, in the form that the functions' problems have.</summary>
internal static class GatewayResponses
{
    private static readonly JsonSerializerOptions _serializer = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonObject ToJson() => new(GatewayProblem.All.Select(problem =>
        KeyValuePair.Create<string, JsonNode?>(problem.ResponseType, Response(problem))));

    private static JsonObject Response(GatewayProblem problem)
    {
        var template = Template(problem);
        var response = new JsonObject
        {
            ["responseParameters"] = Headers(problem),
            // The request's Accept header chooses among the templates; without a match it is that of application/json, and
            // without that one an answer of API Gateway's own form. The header says what the answer really is.
            ["responseTemplates"] = new JsonObject { ["application/json"] = template, [GatewayProblem.MediaType] = template },
        };
        if (problem.Status is { } status)
        {
            response["statusCode"] = Text(status);
        }

        return response;
    }

    private static JsonObject Headers(GatewayProblem problem)
    {
        var headers = new JsonObject
        {
            [Header("Content-Type")] = Literal(GatewayProblem.MediaType),
            [Header("Cache-Control")] = Literal("no-store"),
        };
        if (problem.Status == 429)
        {
            headers[Header("Retry-After")] = Literal(Text(GatewayProblem.RetryAfterSeconds));
        }

        return headers;
    }

    private static string Template(GatewayProblem problem)
    {
        var json = JsonSerializer.SerializeToNode(new Problem
        {
            Type = ProblemKind.TypeOf(problem.Slug),
            Title = problem.Title,
            Status = problem.Status.GetValueOrDefault(),
            Detail = problem.Detail,
            RequestId = "$context.requestId",
        }, _serializer)!.AsObject();
        if (problem.Status is null)
        {
            // A template can't name the status of the answer that it becomes, and a wrong one is worse than none.
            json.Remove("status");
        }

        return json.ToJsonString(_serializer).Replace($"\"{GatewayProblem.QuotedMessage}\"", GatewayProblem.QuotedMessage, StringComparison.Ordinal);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Header(string name) => $"gatewayresponse.header.{name}";

    // API Gateway takes a value without single quotes as the name of something in the request.
    private static string Literal(string value) => $"'{value}'";
}
