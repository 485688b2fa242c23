namespace WorkoutLog.Local.Runner;

/// <summary>Writes error responses as the document declares them, or else in AWS's default form.</summary>
internal sealed class GatewayResponses
{
    private const string Extension = "x-amazon-apigateway-gateway-responses";
    private const string HeaderPrefix = "gatewayresponse.header.";

    private readonly ImmutableDictionary<string, AnswerTemplate> _responses;

    public GatewayResponses(JsonObject document) => _responses = (document[Extension] as JsonObject ?? []).ToImmutableDictionary(
        response => response.Key,
        response => AnswerTemplate.Read(response.Value!.AsObject(), HeaderPrefix, ContextVariables.OfError, $"The gateway response {response.Key}"),
        StringComparer.Ordinal);

    /// <summary>Writes the error, always with its type in <c>x-amzn-ErrorType</c>.</summary>
    public Task WriteAsync(ApiError error, ApiCall call, HttpResponse response)
    {
        response.Headers["x-amzn-ErrorType"] = error.Type;
        var general = error.Status < StatusCodes.Status500InternalServerError ? "DEFAULT_4XX" : "DEFAULT_5XX";
        var declared = _responses.GetValueOrDefault(error.ResponseType) ?? _responses.GetValueOrDefault(general);
        var body = $$"""{"{{(declared is null ? error.MessageProperty : "message")}}":{{HttpMessages.Quote(error.Message)}}}""";
        var answer = declared is null
            ? new GatewayAnswer(error.Status, ApiCall.Json, [], body)
            : declared.Fill(call, declared.Status ?? error.Status, ContextVariables.Of(call, error), body);
        return answer.WriteAsync(response);
    }
}

/// <summary>A response that the document declares, of a mock integration or for an error type.</summary>
/// <param name="Status">Null if not declared.</param>
public sealed record AnswerTemplate(
    int? Status, ImmutableArray<KeyValuePair<string, string>> Headers, ImmutableArray<(string MediaType, ContextTemplate Template)> Bodies)
{
    /// <param name="response">A response of the document, with its <c>responseParameters</c> and <c>responseTemplates</c>.</param>
    /// <param name="headerPrefix">Prefix of the parameters that are headers.</param>
    /// <param name="place">Owner of the response, for messages.</param>
    internal static AnswerTemplate Read(JsonObject response, string headerPrefix, ImmutableArray<string> known, string place)
    {
        var status = response["statusCode"]?.ToString();
        return new AnswerTemplate(
            status is null ? null
                : int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
                : throw new UserErrorException($"The statusCode of {place} must be a number; got '{status}'."),
            [.. (response["responseParameters"] as JsonObject ?? []).Select(parameter => Header(parameter.Key, parameter.Value?.GetValue<string>() ?? "", headerPrefix, place))],
            [.. (response["responseTemplates"] as JsonObject ?? []).Select(template => (template.Key, ContextTemplate.Read(template.Value!.GetValue<string>(), known, place)))]);
    }

    /// <summary>Uses the template for the first media type that the client accepts; else the one for JSON, or the first.</summary>
    /// <param name="orElse">The body if no template is declared.</param>
    internal GatewayAnswer Fill(ApiCall call, int status, Func<string, string> variables, string orElse)
    {
        var wanted = (call.Http.Header("accept") ?? "").Split(',').Select(ApiCall.WithoutParameters).Append(ApiCall.Json);
        var chosen = wanted
            .SelectMany(mediaType => Bodies.Where(body => string.Equals(body.MediaType, mediaType, StringComparison.OrdinalIgnoreCase)))
            .Concat(Bodies).Take(1).ToArray();
        return chosen is [var (mediaType, template)]
            ? new GatewayAnswer(status, mediaType, Headers, template.Render(variables))
            : new GatewayAnswer(status, ApiCall.Json, Headers, orElse);
    }

    // "method.response.header.Allow": "'GET'"
    private static KeyValuePair<string, string> Header(string name, string value, string prefix, string place) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && value is ['\'', .. var literal, '\'']
            ? KeyValuePair.Create(name[prefix.Length..], literal)
            : throw new UserErrorException($"{place} of the API has the response parameter {name} = {value}; a local run supports only headers with values in single quotes.");
}

/// <summary>A response that API Gateway writes itself.</summary>
/// <param name="MediaType">Media type of the body, unless the headers set it.</param>
internal sealed record GatewayAnswer(int Status, string MediaType, ImmutableArray<KeyValuePair<string, string>> Headers, string Body)
{
    public Task WriteAsync(HttpResponse response)
    {
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        return response.SendAsync(Status, MediaType, Encoding.UTF8.GetBytes(Body));
    }
}

/// <summary>A text with <c>$context</c> variables, the only supported part of API Gateway's template language.</summary>
public sealed partial class ContextTemplate
{
    private const string ContextPrefix = "$context.";
    private readonly string _text;

    private ContextTemplate(string text) => _text = text;

    /// <exception cref="UserErrorException">The text contains another part of the template language, or an unknown variable.</exception>
    internal static ContextTemplate Read(string text, ImmutableArray<string> known, string place)
    {
        var other = Reference().Matches(text).Select(match => match.Value)
            .FirstOrDefault(reference => !(reference.StartsWith(ContextPrefix, StringComparison.Ordinal) && known.Contains(reference[ContextPrefix.Length..])));
        return other is null
            ? new ContextTemplate(text)
            : throw new UserErrorException(
                $"{place} of the API has a template with '{other}'; a local run supports only "
                + $"{string.Join(", ", known.Order(StringComparer.Ordinal).Select(name => ContextPrefix + name))}.");
    }

    /// <param name="variables">Returns the value by the name without <c>$context.</c>.</param>
    internal string Render(Func<string, string> variables) => Reference().Replace(_text, reference => variables(reference.Value[ContextPrefix.Length..]));

    // Directives (#if, ##) and references ($input.json('$'), ${name}, $!name), as far as a message needs them.
    [GeneratedRegex(@"\$[!{]*[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)*|#(?:[A-Za-z{]+|#|\*)")]
    private static partial Regex Reference();
}

/// <summary>The <c>$context</c> variables that templates may contain.</summary>
internal static class ContextVariables
{
    private static readonly FrozenDictionary<string, Func<ApiCall, string>> _ofCall = new Dictionary<string, Func<ApiCall, string>>
    {
        ["accountId"] = call => call.Api.Account,
        ["apiId"] = call => call.Api.Id,
        ["domainName"] = call => call.Http.Header("host") ?? "",
        ["extendedRequestId"] = call => call.RequestId,
        ["httpMethod"] = call => call.Http.Method,
        ["identity.sourceIp"] = call => call.Source.ToString(),
        ["path"] = call => call.Http.RawPath,
        ["protocol"] = _ => ApiCall.Protocol,
        ["requestId"] = call => call.RequestId,
        ["requestTime"] = call => call.RequestTime,
        ["requestTimeEpoch"] = call => call.ReceivedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        ["stage"] = call => call.Api.Stage,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Func<ApiError, string>> _ofError = new Dictionary<string, Func<ApiError, string>>
    {
        ["error.message"] = error => error.Message,
        ["error.messageString"] = error => HttpMessages.Quote(error.Message),
        ["error.responseType"] = error => error.ResponseType,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Variables of a request that matched a route.</summary>
    public static ImmutableArray<string> OfRoute { get; } = [.. _ofCall.Keys, "resourcePath"];

    /// <summary>Variables of a request that API Gateway responds to with an error.</summary>
    public static ImmutableArray<string> OfError { get; } = [.. _ofCall.Keys, .. _ofError.Keys];

    public static Func<string, string> Of(ApiCall call, ApiRoute route) => name => name == "resourcePath" ? route.Path : _ofCall[name](call);

    public static Func<string, string> Of(ApiCall call, ApiError error) =>
        name => _ofError.TryGetValue(name, out var variable) ? variable(error) : _ofCall[name](call);
}
