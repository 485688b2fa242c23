using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.Runner.Api.Templates;

namespace WorkoutLog.Local.Runner.Api.Responses;

/// <summary>Answers errors in the form that the document declares for them, or else in AWS's own.</summary>
internal sealed class GatewayResponses
{
    private const string Extension = "x-amazon-apigateway-gateway-responses";
    private const string HeaderPrefix = "gatewayresponse.header.";
    private const string DefaultOfClientErrors = "DEFAULT_4XX";
    private const string DefaultOfServerErrors = "DEFAULT_5XX";

    private readonly ImmutableDictionary<string, GatewayResponse> _responses;

    private GatewayResponses(ImmutableDictionary<string, GatewayResponse> responses) => _responses = responses;

    /// <exception cref="UserErrorException">A response uses more of the template language than a local run knows.</exception>
    public static GatewayResponses Read(JsonObject document) => new((document[Extension] as JsonObject ?? [])
        .ToImmutableDictionary(response => response.Key, response => Read(response.Key, response.Value!.AsObject()), StringComparer.Ordinal));

    /// <summary>Writes the error; its type always goes out as <c>x-amzn-ErrorType</c>.</summary>
    public Task WriteAsync(ApiError error, ApiCall call, HttpResponse response)
    {
        response.Headers["x-amzn-ErrorType"] = error.Type;
        return Answer(error, call).WriteAsync(response);
    }

    private GatewayAnswer Answer(ApiError error, ApiCall call)
    {
        var general = error.Status < StatusCodes.Status500InternalServerError ? DefaultOfClientErrors : DefaultOfServerErrors;
        if ((_responses.GetValueOrDefault(error.ResponseType) ?? _responses.GetValueOrDefault(general)) is not { } declared)
        {
            return new GatewayAnswer(error.Status, MediaTypes.Json, [], $$"""{"{{error.MessageProperty}}":{{JsonText.Quote(error.Message)}}}""");
        }

        var (mediaType, template) = declared.Bodies.Choose(call.Http.Header("accept"));
        var body = template?.Render(ContextVariables.Of(call, error)) ?? $$"""{"message":{{JsonText.Quote(error.Message)}}}""";
        return new GatewayAnswer(declared.Status ?? error.Status, mediaType, declared.Headers, body);
    }

    private static GatewayResponse Read(string type, JsonObject response)
    {
        var place = $"The gateway response {type}";
        var parameters = (response["responseParameters"] as JsonObject ?? []).Select(parameter => HeaderParameter.Read(parameter, HeaderPrefix, place));
        var status = response["statusCode"]?.ToString();
        return new GatewayResponse(
            status is null ? null : int.Parse(status, CultureInfo.InvariantCulture),
            [.. parameters],
            BodyTemplates.Read(response, ContextVariables.OfError, place));
    }
}
