namespace WorkoutLog.Local.Runner;

/// <summary>Builds the event that a REST API's proxy integration sends to a function (format 1.0).</summary>
/// <param name="Caller">Null for a route without IAM.</param>
internal sealed record ProxyRequest(ApiCall Call, RouteMatch Match, LocalIdentity? Caller)
{
    // API Gateway withholds the signature and the headers of the client's connection.
    private static readonly ImmutableHashSet<string> _withheld = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Authorization", "X-Amz-Security-Token", "Connection", "Content-Length", "Expect", "Transfer-Encoding");

    private ApiDescription Api => Call.Api;

    private SignedRequest Http => Call.Http;

    public byte[] ToUtf8Json() => Encoding.UTF8.GetBytes(ToJson().ToJsonString());

    public JsonObject ToJson()
    {
        var headers = Headers();
        var query = Call.Query;
        return new JsonObject
        {
            ["resource"] = Match.Route.Path,
            ["path"] = Http.RawPath,
            ["httpMethod"] = Http.Method,
            ["headers"] = Last(headers),
            ["multiValueHeaders"] = Lists(headers),
            ["queryStringParameters"] = query.Length == 0 ? null : Last(query),
            ["multiValueQueryStringParameters"] = query.Length == 0 ? null : Lists(query),
            ["pathParameters"] = Match.PathParameters.IsEmpty
                ? null
                : new JsonObject(Match.PathParameters.Select(parameter => KeyValuePair.Create(parameter.Key, (JsonNode?)parameter.Value))),
            ["stageVariables"] = null,
            ["requestContext"] = Context(),
            // Without binary media types in the document, a body is text.
            ["body"] = Http.Body.IsEmpty ? null : Encoding.UTF8.GetString(Http.Body.Span),
            ["isBase64Encoded"] = false,
        };
    }

    private ImmutableSortedDictionary<string, ImmutableArray<string>> Headers() => Http.Headers
        .RemoveRange(_withheld)
        .SetItem("X-Amzn-Trace-Id", [Call.TraceId])
        .SetItem("X-Forwarded-For", [Call.Source.ToString()])
        .SetItem("X-Forwarded-Port", [Http.Header("host")?.Split(':') is [_, var port] ? port : "80"])
        .SetItem("X-Forwarded-Proto", ["http"])
        .ToImmutableSortedDictionary(StringComparer.OrdinalIgnoreCase);

    private JsonObject Context() => new()
    {
        ["accountId"] = Api.Account,
        ["apiId"] = Api.Id,
        ["domainName"] = Http.Header("host"),
        ["extendedRequestId"] = Call.RequestId,
        ["httpMethod"] = Http.Method,
        ["identity"] = Identity(),
        ["path"] = Http.RawPath,
        ["protocol"] = ApiCall.Protocol,
        ["requestId"] = Call.RequestId,
        ["requestTime"] = Call.RequestTime,
        ["requestTimeEpoch"] = Call.ReceivedAt.ToUnixTimeMilliseconds(),
        ["resourceId"] = Match.Route.Path,
        ["resourcePath"] = Match.Route.Path,
        ["stage"] = Api.Stage,
    };

    private JsonObject Identity() => new()
    {
        ["accessKey"] = Caller?.AccessKeyId,
        ["accountId"] = Caller is null ? null : Api.Account,
        ["caller"] = Caller?.PrincipalId,
        ["cognitoAuthenticationProvider"] = null,
        ["cognitoAuthenticationType"] = Caller?.Cognito?.AuthenticationType,
        ["cognitoIdentityId"] = Caller?.Cognito?.Id,
        ["cognitoIdentityPoolId"] = Caller?.Cognito is null ? null : $"{Api.Region}:local",
        ["principalOrgId"] = null,
        ["sourceIp"] = Call.Source.ToString(),
        ["user"] = Caller?.PrincipalId,
        ["userAgent"] = Http.Header("user-agent"),
        ["userArn"] = Caller?.UserArn,
    };

    private static JsonObject Last(IEnumerable<KeyValuePair<string, ImmutableArray<string>>> values) =>
        new(values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value[^1])));

    private static JsonObject Lists(IEnumerable<KeyValuePair<string, ImmutableArray<string>>> values) =>
        new(values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)new JsonArray([.. value.Value.Select(item => (JsonNode?)item)]))));
}
