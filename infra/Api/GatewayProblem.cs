using System.Collections.Immutable;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>A problem that API Gateway answers itself: the request never reaches a function, or no answer comes back.</summary>
/// <param name="ResponseType">API Gateway's name for the case.</param>
/// <param name="Status">Null for the cases that have no answer of their own, whose status is only known when they occur.</param>
/// <param name="Slug">Last part of the problem's type.</param>
/// <param name="Detail">Text, or a <c>$context</c> variable.</param>
internal sealed record GatewayProblem(string ResponseType, int? Status, string Slug, string Title, string Detail)
{
    public const string MediaType = "application/problem+json";

    /// <summary>API Gateway's own words, with the quotes around them and escaped for JSON.</summary>
    public const string QuotedMessage = "$context.error.messageString";

    /// <summary>What the validator has against the body, escaped for JSON but without quotes around it.</summary>
    public const string ValidationErrors = "$context.error.validationErrorString";

    public static readonly ImmutableArray<GatewayProblem> All =
    [
        Of("BAD_REQUEST_BODY", ProblemKind.InvalidRequest, ValidationErrors),
        Of("BAD_REQUEST_PARAMETERS", ProblemKind.InvalidRequest, QuotedMessage),
        // IAM's own message would tell a caller how the policies are written.
        new("ACCESS_DENIED", 403, "access-denied", "Not allowed", "The caller may not invoke this operation."),
        new(
            "MISSING_AUTHENTICATION_TOKEN", 403, "not-signed", "The request is not signed",
            "Requests are signed with AWS Signature Version 4. The answer to a path or method that does not exist is the same."),
        new(
            "INVALID_SIGNATURE", 403, "invalid-signature", "The signature is not valid",
            "The signature does not match the request, or the key is not known."),
        new("EXPIRED_TOKEN", 403, "expired-credentials", "The credentials have expired", "Sign the request with new credentials."),
        new("WAF_FILTERED", 403, "filtered", "The firewall refused the request", "It looks like an attack, or too many requests came from its address."),
        Of("RESOURCE_NOT_FOUND", ProblemKind.RouteNotFound, "There is no such path or method."),
        Of("REQUEST_TOO_LARGE", ProblemKind.BodyTooLarge, "The body is larger than API Gateway takes."),
        new("UNSUPPORTED_MEDIA_TYPE", 415, "unsupported-media-type", "The body is of a type that is not supported", "Send application/json."),
        new("THROTTLED", 429, "too-many-requests", "Too many requests", "The API takes no more requests at the moment."),
        new(
            "INTEGRATION_FAILURE", 504, "no-answer", "No answer from the function",
            "The function could not be called, or broke off. A write may or may not have been done."),
        new(
            "INTEGRATION_TIMEOUT", 504, "no-answer", "No answer from the function",
            "The function did not answer in time. A write may or may not have been done."),
        new("DEFAULT_4XX", null, "refused", "The request was refused", QuotedMessage),
        // What API Gateway says of its own failures is for the log, not for callers.
        Of("DEFAULT_5XX", ProblemKind.InternalError, "The request could not be served.") with { Status = null },
    ];

    // The cases that a function knows too are of the function's kind.
    private static GatewayProblem Of(string responseType, ProblemKind kind, string detail) => new(responseType, kind.Status, kind.Slug, kind.Title, detail);

    /// <summary>Tokens come back every second, so a client need not wait longer.</summary>
    public const int RetryAfterSeconds = 1;

    /// <summary>Statuses that API Gateway may answer on a route.</summary>
    public static IEnumerable<int> StatusesOf(Route route) => All
        .Select(problem => problem.Status)
        .OfType<int>()
        // An unknown path is no route, and only a body can be too large or of a wrong type.
        .Where(status => status != 404 && (route.Request is not null || status is not (413 or 415)))
        .Distinct();
}
