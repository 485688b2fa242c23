using System.Collections.Immutable;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>A problem that API Gateway returns itself: the request does not reach a function, or the function does not respond.</summary>
/// <param name="ResponseType">API Gateway's name for the case.</param>
/// <param name="Kind">The function's kind if a function returns the problem too.</param>
/// <param name="Detail">Text, or a <c>$context</c> variable.</param>
public sealed record GatewayProblem(string ResponseType, ProblemKind Kind, string Detail)
{
    /// <summary>API Gateway's message, quoted and escaped for JSON.</summary>
    public const string QuotedMessage = "$context.error.messageString";

    /// <summary>The token bucket refills every second, so a client need not wait longer.</summary>
    public const int RetryAfterSeconds = 1;

    public static readonly ImmutableArray<GatewayProblem> All =
    [
        new("BAD_REQUEST_PARAMETERS", ProblemKind.InvalidRequest, QuotedMessage),
        // IAM's message would reveal details of the policies.
        new("ACCESS_DENIED", GatewayKinds.AccessDenied, "The caller may not invoke this operation."),
        new("MISSING_AUTHENTICATION_TOKEN", GatewayKinds.NotSigned, "Sign requests with AWS Signature Version 4."),
        // Covers a wrong signature, an unknown key and a wrong clock; only API Gateway's message distinguishes them.
        new("INVALID_SIGNATURE", GatewayKinds.InvalidSignature, QuotedMessage) { ServerTime = "$context.requestTime" },
        new("EXPIRED_TOKEN", GatewayKinds.ExpiredCredentials, "Sign the request with new credentials."),
        new("WAF_FILTERED", GatewayKinds.Filtered, "The request matches an attack pattern, or its address sent too many requests."),
        new("RESOURCE_NOT_FOUND", ProblemKind.RouteNotFound, ProblemKind.NoSuchPath),
        new("REQUEST_TOO_LARGE", ProblemKind.BodyTooLarge, "The body is larger than API Gateway accepts."),
        new("UNSUPPORTED_MEDIA_TYPE", ProblemKind.UnsupportedMediaType, $"Send {MediaTypes.Json}."),
        new("THROTTLED", GatewayKinds.TooManyRequests, "The API is throttling requests. Try again."),
        new(
            "INTEGRATION_FAILURE", GatewayKinds.NoAnswer,
            "The function could not be invoked, or failed. A write may or may not have been carried out."),
        new(
            "INTEGRATION_TIMEOUT", GatewayKinds.NoAnswer,
            "The function did not respond in time. A write may or may not have been carried out."),
        new("DEFAULT_4XX", GatewayKinds.Refused, QuotedMessage) { HasStatus = false },
        // API Gateway's message on its own failures is for the log, not for callers.
        new("DEFAULT_5XX", ProblemKind.InternalError, "The request could not be served.") { HasStatus = false },
    ];

    /// <summary>False for the default responses, whose status is known only at run time.</summary>
    public bool HasStatus { get; private init; } = true;

    /// <summary>A <c>$context</c> variable if the caller's clock may be the cause; else null.</summary>
    public string? ServerTime { get; private init; }

    /// <summary>Problems that API Gateway may return on a route.</summary>
    public static IEnumerable<GatewayProblem> Of(Route route) => All
        // An unknown path is not a route, and only a body can be too large or have the wrong type.
        .Where(problem => problem.HasStatus && problem.Kind.Status != 404 && (route.Request is not null || problem.Kind.Status is not (413 or 415)));
}

/// <summary>Problem kinds that only API Gateway returns.</summary>
public static class GatewayKinds
{
    public static readonly ProblemKind AccessDenied = new("access-denied", "Not allowed", 403);
    public static readonly ProblemKind NotSigned = new("not-signed", "The request is not signed", 403);
    public static readonly ProblemKind InvalidSignature = new("invalid-signature", "The signature is not valid", 403);
    public static readonly ProblemKind ExpiredCredentials = new("expired-credentials", "The credentials have expired", 403);
    public static readonly ProblemKind Filtered = new("filtered", "The firewall refused the request", 403);
    public static readonly ProblemKind TooManyRequests = new("too-many-requests", "Too many requests", 429);
    public static readonly ProblemKind NoAnswer = new("no-answer", "No answer from the function", 504);

    /// <summary>Any other rejection; its status is known only at run time.</summary>
    public static readonly ProblemKind Refused = new("refused", "The request was refused", 400);
}
