namespace WorkoutLog.Local.Runner;

/// <summary>How API Gateway treats a body without a matching request template.</summary>
public enum Passthrough
{
    /// <summary>Passes it through.</summary>
    WhenNoMatch,

    /// <summary>Passes it through only if there is no template at all.</summary>
    WhenNoTemplates,

    /// <summary>Rejects it.</summary>
    Never,
}

/// <param name="Pattern">Regular expression for the status that the request template asks for; null matches every status.</param>
/// <param name="Overrides">Headers that the body template sets.</param>
public sealed record MockResponse(string? Pattern, AnswerTemplate Answer, ImmutableArray<HeaderOverride> Overrides)
{
    public bool Answers(int status) => Pattern is null || Regex.IsMatch($"{status}", $"^(?:{Pattern})$", RegexOptions.CultureInvariant);
}

/// <summary>Integrations of type <c>mock</c>, where API Gateway responds itself.</summary>
internal static class MockIntegrations
{
    private const string DefaultResponse = "default";
    private const string HeaderPrefix = "method.response.header.";

    public static ApiIntegration.Mock Read(JsonObject integration, string route)
    {
        var passthrough = integration.Text("passthroughBehavior") ?? "when_no_match";
        var responses = Members(integration, "responses").Select(response => ReadResponse(response.Key, response.Value!.DeepClone().AsObject(), route));
        return new ApiIntegration.Mock(
            Members(integration, "requestTemplates").ToImmutableDictionary(
                template => template.Key, template => Status(template.Value!.GetValue<string>(), route), StringComparer.OrdinalIgnoreCase),
            Enum.TryParse<Passthrough>(passthrough.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var unmatched)
                ? unmatched
                : throw new UserErrorException($"The passthroughBehavior of {route} must be when_no_match, when_no_templates or never; got '{passthrough}'."),
            // The default is tried last, wherever it is in the document.
            [.. responses.OrderBy(response => response.Pattern is null)]);
    }

    /// <returns>The response, or the error that API Gateway responds with.</returns>
    public static (GatewayAnswer? Answer, ApiError? Error) Answer(ApiIntegration.Mock mock, ApiCall call, RouteMatch match)
    {
        var isKnown = mock.Statuses.TryGetValue(call.MediaType, out var declared);
        if (!isKnown && (mock.Unmatched == Passthrough.Never || (mock.Unmatched == Passthrough.WhenNoTemplates && !mock.Statuses.IsEmpty)))
        {
            return (null, ApiError.UnsupportedMediaType);
        }

        // A body of another type is read as a request template.
        var status = isKnown ? declared : RequestedStatus(call.Http.Body.Span);
        if (status is null || mock.Responses.FirstOrDefault(response => response.Answers(status.Value)) is not { } response)
        {
            return (null, ApiError.BadConfiguration);
        }

        var answer = response.Answer.Fill(call, response.Answer.Status!.Value, ContextVariables.Of(call, match.Route), orElse: "");
        var overrides = response.Overrides.Where(header => header.Applies(call)).Select(header => KeyValuePair.Create(header.Name, header.Value));
        return (answer with { Headers = [.. answer.Headers, .. overrides] }, null);
    }

    private static MockResponse ReadResponse(string key, JsonObject response, string route)
    {
        var overrides = ImmutableArray<HeaderOverride>.Empty;
        foreach (var (mediaType, template) in Members(response, "responseTemplates").ToArray())
        {
            (var found, var rest) = HeaderOverride.Take(template!.GetValue<string>());
            overrides = overrides.AddRange(found);
            response["responseTemplates"]![mediaType] = rest;
        }

        return new MockResponse(
            key == DefaultResponse ? null : key,
            AnswerTemplate.Read(response, HeaderPrefix, ContextVariables.OfRoute, route) is { Status: not null } answer
                ? answer
                : throw new UserErrorException($"The statusCode of {route} must be a number; got ''."),
            overrides);
    }

    private static int Status(string template, string route) => RequestedStatus(Encoding.UTF8.GetBytes(template)) ?? throw new UserErrorException(
        $"{route} of the API has the request template {template}; a local run supports only JSON with a number as its statusCode: {{\"statusCode\": 404}}.");

    // {"statusCode": 404}; null without a status.
    private static int? RequestedStatus(ReadOnlySpan<byte> utf8) =>
        (HttpMessages.TryParse(utf8) as JsonObject)?["statusCode"] is JsonValue value && value.TryGetValue(out int status) ? status : null;

    private static JsonObject Members(JsonObject parent, string name) => parent[name] as JsonObject ?? [];
}
