using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner.Api.Templates;

namespace WorkoutLog.Local.Runner.Api.Mocks;

/// <summary>Reads integrations of type <c>mock</c>.</summary>
internal static class MockIntegrations
{
    private const string DefaultResponse = "default";
    private const string HeaderPrefix = "method.response.header.";

    private static readonly ImmutableDictionary<string, Passthrough> _passthroughs = new Dictionary<string, Passthrough>
    {
        ["when_no_match"] = Passthrough.WhenNoMatch,
        ["when_no_templates"] = Passthrough.WhenNoTemplates,
        ["never"] = Passthrough.Never,
    }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    /// <param name="route">For messages: method and path.</param>
    /// <exception cref="UserErrorException">It uses more of the template language than a local run knows.</exception>
    public static ApiIntegration.Mock Read(JsonObject integration, string route)
    {
        var statuses = Members(integration, "requestTemplates").ToImmutableDictionary(
            template => template.Key,
            template => Status(template.Value!.GetValue<string>(), route),
            StringComparer.OrdinalIgnoreCase);
        var passthrough = integration.Text("passthroughBehavior") ?? "when_no_match";
        MockResponse[] responses =
            [.. Members(integration, "responses").Select(response => Response(response.Key, response.Value!.AsObject(), route))];
        return new ApiIntegration.Mock(
            statuses,
            _passthroughs.TryGetValue(passthrough, out var unmatched)
                ? unmatched
                : throw new UserErrorException($"{route} of the API has the passthroughBehavior '{passthrough}', which API Gateway does not know."),
            // Whatever its place in the document, the default is the last resort.
            [.. responses.Where(response => response.Pattern is not null), .. responses.Where(response => response.Pattern is null)]);
    }

    private static int Status(string template, string route)
    {
        if (RequestedStatus.In(Encoding.UTF8.GetBytes(template)) is { } status)
        {
            return status;
        }

        throw new UserErrorException(
            $"{route} of the API has the request template {template}; "
            + "a local run knows only JSON with a number as its statusCode: {\"statusCode\": 404}.");
    }

    private static MockResponse Response(string pattern, JsonObject response, string route)
    {
        var parameters = Members(response, "responseParameters").Select(parameter => HeaderParameter.Read(parameter, HeaderPrefix, route));
        var status = response["statusCode"]?.ToString();
        return new MockResponse(
            pattern == DefaultResponse ? null : pattern,
            int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new UserErrorException($"{route} of the API answers with the status '{status}', which is none."),
            [.. parameters],
            BodyTemplates.Read(response, ContextVariables.OfRoute, route));
    }

    private static JsonObject Members(JsonObject parent, string name) => parent[name] as JsonObject ?? [];
}
