using System.Globalization;
using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>API Gateway's own responses, in the form of the functions' problems.</summary>
internal static class GatewayResponses
{
    /// <param name="problemType">See <see cref="ApiDefinition.ProblemType"/>.</param>
    public static JsonObject ToJson(string problemType, CorsAnswers cors) => new(GatewayProblem.All.Select(problem =>
        KeyValuePair.Create<string, JsonNode?>(problem.ResponseType, Response(problem, problemType, cors))));

    private static JsonObject Response(GatewayProblem problem, string problemType, CorsAnswers cors)
    {
        var response = new JsonObject
        {
            ["responseParameters"] = Headers(problem, cors),
            ["responseTemplates"] = ProblemTemplate.ForAnyClient(Template(problem, problemType)),
        };
        if (problem.HasStatus)
        {
            response["statusCode"] = Text(problem.Kind.Status);
        }

        return response;
    }

    private static JsonObject Headers(GatewayProblem problem, CorsAnswers cors)
    {
        var headers = new JsonObject
        {
            [Header(HeaderNames.ContentType)] = ProblemTemplate.Literal(MediaTypes.Problem),
            [Header("Cache-Control")] = ProblemTemplate.Literal("no-store"),
        };
        if (problem.Kind == GatewayKinds.TooManyRequests)
        {
            headers[Header(HeaderNames.RetryAfter)] = ProblemTemplate.Literal(Text(GatewayProblem.RetryAfterSeconds));
        }

        foreach (var (name, value) in cors.Headers)
        {
            headers[Header(name)] = ProblemTemplate.Literal(value);
        }

        return headers;
    }

    private static string Template(GatewayProblem problem, string problemType) => ProblemTemplate.Of(problemType, problem.Kind, problem.Detail, problem.HasStatus, problem.ServerTime)
        .Replace($"\"{GatewayProblem.QuotedMessage}\"", GatewayProblem.QuotedMessage, StringComparison.Ordinal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Header(string name) => $"gatewayresponse.header.{name}";
}
