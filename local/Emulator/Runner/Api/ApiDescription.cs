namespace WorkoutLog.Local.Runner;

/// <param name="Stage">Name of the deployed stage. Local paths do not contain it.</param>
public sealed record ApiDescription(string Id, string Stage, string Region, string Account, JsonObject Document)
{
    /// <exception cref="UserErrorException">The stack does not have exactly one API, made from a document, with one stage.</exception>
    public static ApiDescription From(IReadOnlyList<GraphResource> apis, IReadOnlyList<GraphResource> stages, string region, string account)
    {
        if (apis.Count != 1 || stages.Count != 1)
        {
            throw new UserErrorException($"The stack has {apis.Count} REST APIs and {stages.Count} stages; a local run serves exactly one of each.");
        }

        var api = apis[0];
        var body = api.Inputs.Text("body")
            ?? throw new UserErrorException($"The REST API '{api.Name}' has no OpenAPI 'body'; a local run needs one.");
        try
        {
            return new ApiDescription(api.Outputs.Text("id")!, stages[0].Inputs.Text("stageName")!, region, account, JsonNode.Parse(body)!.AsObject());
        }
        catch (JsonException cause)
        {
            throw new UserErrorException($"The OpenAPI 'body' of the REST API '{api.Name}' is not JSON: {cause.Message}");
        }
    }

    /// <summary>Execution ARN of a method, as used in permissions and policies.</summary>
    /// <param name="path">With a leading slash.</param>
    public string MethodArn(string method, string path) => $"arn:aws:execute-api:{Region}:{Account}:{Id}/{Stage}/{method}{path}";
}

internal sealed record ApiCall(ApiDescription Api, SignedRequest Http, string RequestId, string TraceId, IPAddress Source, DateTimeOffset ReceivedAt)
{
    public const string Protocol = "HTTP/1.1";
    public const string Json = "application/json";

    /// <summary>Media type of the body. API Gateway defaults to JSON.</summary>
    public string MediaType => WithoutParameters(Http.Header("content-type") ?? Json);

    /// <summary>Decoded names in order of first appearance, each with its decoded values in order.</summary>
    public ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> Query =>
    [
        .. Http.RawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .GroupBy(pair => WebUtility.UrlDecode(pair[0]), pair => pair.Length == 2 ? WebUtility.UrlDecode(pair[1]) : "", StringComparer.Ordinal)
            .Select(name => KeyValuePair.Create(name.Key, name.ToImmutableArray())),
    ];

    /// <summary><c>21/Nov/2026:04:05:06 +0000</c>.</summary>
    public string RequestTime => ReceivedAt.UtcDateTime.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture);

    public static string WithoutParameters(string mediaType) => mediaType.Split(';', 2)[0].Trim();
}
