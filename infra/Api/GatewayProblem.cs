using System.Collections.Immutable;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>A problem that API Gateway answers itself: the request never reaches a function, or no answer comes back.</summary>
/// <param name="ResponseType">API Gateway's name for the case.</param>
/// <param name="Kind">The function's own where a function knows the case too.</param>
/// <param name="Detail">Text, or a <c>$context</c> variable.</param>
public sealed record GatewayProblem(string ResponseType, ProblemKind Kind, string Detail)
{
    /// <summary>API Gateway's own words, with the quotes around them and escaped for JSON.</summary>
    public const string QuotedMessage = "$context.error.messageString";

    /// <summary>Tokens come back every second, so a client need not wait longer.</summary>
    public const int RetryAfterSeconds = 1;

    public static readonly ImmutableArray<GatewayProblem> All =
    [
        new("BAD_REQUEST_PARAMETERS", ProblemKind.InvalidRequest, QuotedMessage),
        // IAM's own message would tell a caller how the policies are written.
        new("ACCESS_DENIED", GatewayKinds.AccessDenied, "The caller may not invoke this operation."),
        new("MISSING_AUTHENTICATION_TOKEN", GatewayKinds.NotSigned, "Requests are signed with AWS Signature Version 4."),
        // A signature that does not match, a key that is not known and a clock that is wrong are one case, which only the gateway's words tell apart.
        new("INVALID_SIGNATURE", GatewayKinds.InvalidSignature, QuotedMessage) { ServerTime = "$context.requestTime" },
        new("EXPIRED_TOKEN", GatewayKinds.ExpiredCredentials, "Sign the request with new credentials."),
        new("WAF_FILTERED", GatewayKinds.Filtered, "It looks like an attack, or too many requests came from its address."),
        new("RESOURCE_NOT_FOUND", ProblemKind.RouteNotFound, ProblemKind.NoSuchPath),
        new("REQUEST_TOO_LARGE", ProblemKind.BodyTooLarge, "The body is larger than API Gateway takes."),
        new("UNSUPPORTED_MEDIA_TYPE", ProblemKind.UnsupportedMediaType, $"Send {MediaTypes.Json}."),
        new("THROTTLED", GatewayKinds.TooManyRequests, "The API takes no more requests at the moment."),
        new(
            "INTEGRATION_FAILURE", GatewayKinds.NoAnswer,
            "The function could not be called, or broke off. A write may or may not have been done."),
        new(
            "INTEGRATION_TIMEOUT", GatewayKinds.NoAnswer,
            "The function did not answer in time. A write may or may not have been done."),
        new("DEFAULT_4XX", GatewayKinds.Refused, QuotedMessage) { HasStatus = false },
        // What API Gateway says of its own failures is for the log, not for callers.
        new("DEFAULT_5XX", ProblemKind.InternalError, "The request could not be served.") { HasStatus = false },
    ];

    /// <summary>False for the cases that have no answer of their own, whose status is only known when they occur.</summary>
    public bool HasStatus { get; private init; } = true;

    /// <summary>A <c>$context</c> variable, where the caller's clock may be to blame; else null.</summary>
    public string? ServerTime { get; private init; }

    /// <summary>What API Gateway may answer on a route.</summary>
    public static IEnumerable<GatewayProblem> Of(Route route) => All
        // An unknown path is no route, and only a body can be too large or of a wrong type.
        .Where(problem => problem.HasStatus && problem.Kind.Status != 404 && (route.Request is not null || problem.Kind.Status is not (413 or 415)));
}

/// <summary>The kinds of problem that only API Gateway answers.</summary>
public static class GatewayKinds
{
    public static readonly ProblemKind AccessDenied = new("access-denied", "Not allowed", 403);
    public static readonly ProblemKind NotSigned = new("not-signed", "The request is not signed", 403);
    public static readonly ProblemKind InvalidSignature = new("invalid-signature", "The signature is not valid", 403);
    public static readonly ProblemKind ExpiredCredentials = new("expired-credentials", "The credentials have expired", 403);
    public static readonly ProblemKind Filtered = new("filtered", "The firewall refused the request", 403);
    public static readonly ProblemKind TooManyRequests = new("too-many-requests", "Too many requests", 429);
    public static readonly ProblemKind NoAnswer = new("no-answer", "No answer from the function", 504);

    /// <summary>Of any refusal that has no kind of its own; its status is only known when it occurs.</summary>
    public static readonly ProblemKind Refused = new("refused", "The request was refused", 400);
}
