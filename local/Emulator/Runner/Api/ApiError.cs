namespace WorkoutLog.Local.Runner;

/// <summary>An error that API Gateway detects itself.</summary>
/// <param name="Status">AWS's default status; the document may declare another.</param>
/// <param name="Type">Value of the header <c>x-amzn-ErrorType</c>.</param>
/// <param name="ResponseType">Key of the gateway response that the document may declare for it.</param>
/// <param name="MessageProperty">Name of the message member in the default body: <c>message</c> for API Gateway, <c>Message</c> for IAM.</param>
internal sealed record ApiError(int Status, string Type, string ResponseType, string Message, string MessageProperty = "message")
{
    public static readonly ApiError UnknownRoute =
        new(StatusCodes.Status403Forbidden, "MissingAuthenticationTokenException", "MISSING_AUTHENTICATION_TOKEN", "Missing Authentication Token");

    /// <summary>The web ACL blocks the request.</summary>
    public static readonly ApiError Filtered = new(StatusCodes.Status403Forbidden, "ForbiddenException", "WAF_FILTERED", "Forbidden");

    public static readonly ApiError RequestTooLong =
        new(StatusCodes.Status413PayloadTooLarge, "RequestTooLargeException", "REQUEST_TOO_LARGE", "Request Too Long");

    /// <summary>The request is malformed or ambiguous HTTP, or arrives too slowly.</summary>
    public static readonly ApiError Malformed = new(StatusCodes.Status400BadRequest, "BadRequestException", "DEFAULT_4XX", "Bad Request");

    public static readonly ApiError UnsupportedMediaType =
        new(StatusCodes.Status415UnsupportedMediaType, "BadRequestException", "UNSUPPORTED_MEDIA_TYPE", "Unsupported Media Type");

    public static readonly ApiError TooManyRequests =
        new(StatusCodes.Status429TooManyRequests, "TooManyRequestsException", "THROTTLED", "Too Many Requests");

    /// <summary>API Gateway could not invoke the function (also when Lambda throttles it), or a mock integration has no matching response.</summary>
    public static readonly ApiError BadConfiguration =
        new(StatusCodes.Status500InternalServerError, "InternalServerErrorException", "API_CONFIGURATION_ERROR", "Internal server error");

    /// <summary>The function crashed, failed, timed out, or returned a malformed response. It has no gateway response of its own.</summary>
    public static readonly ApiError BadGateway =
        new(StatusCodes.Status502BadGateway, "InternalServerErrorException", "DEFAULT_5XX", "Internal server error");

    public static readonly ApiError TimedOut =
        new(StatusCodes.Status504GatewayTimeout, "GatewayTimeoutException", "INTEGRATION_TIMEOUT", "Endpoint request timed out");

    public static ApiError BadRequestParameters(IEnumerable<string> missing) => new(
        StatusCodes.Status400BadRequest, "BadRequestException", "BAD_REQUEST_PARAMETERS",
        $"Missing required request parameters: [{string.Join(", ", missing)}]");

    public static ApiError BadSignature(SignatureVerdict.Refused refused) => new(
        StatusCodes.Status403Forbidden, refused.Code + "Exception",
        refused.Code == SignatureVerdict.NotSigned ? "MISSING_AUTHENTICATION_TOKEN" : "INVALID_SIGNATURE", refused.Message);

    /// <param name="methodArn">Execution ARN of the method; AWS masks most of the account id in the message.</param>
    /// <param name="caller">Null for an unsigned request.</param>
    public static ApiError AccessDenied(LocalIdentity? caller, string methodArn, string account, Decision decision) => new(
        StatusCodes.Status403Forbidden, "AccessDeniedException", "ACCESS_DENIED",
        $"User: {caller?.UserArn ?? "anonymous"} is not authorized to perform: execute-api:Invoke on resource: "
        + methodArn.Replace($":{account}:", $":********{account[^4..]}:", StringComparison.Ordinal)
        + (decision == Decision.ExplicitDeny ? " with an explicit deny" : ""),
        "Message");
}
