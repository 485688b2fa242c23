using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>The kinds of problem that only API Gateway answers.</summary>
internal static class GatewayKinds
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
