namespace WorkoutLog.Contracts;

/// <summary>An <c>application/problem+json</c> response (RFC 9457).</summary>
public sealed class Problem
{
    /// <summary>A URI reference that names the kind of problem.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem in a few words; the same for every occurrence.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status code.</summary>
    public required int Status { get; init; }

    /// <summary>What went wrong in this request; absent where it would expose internals.</summary>
    public string? Detail { get; init; }

    /// <summary>Time of the request by the server's clock, such as <c>09/May/2026:07:30:00 +0000</c>; only for a refused signature.</summary>
    public string? ServerTime { get; init; }

    /// <summary>Every refused field; absent if the problem concerns no field.</summary>
    public IReadOnlyList<ProblemError>? Errors { get; init; }

    /// <summary>The id of the request in the logs.</summary>
    public required string RequestId { get; init; }
}

/// <summary>One refused field of a request.</summary>
public sealed class ProblemError
{
    /// <summary>The field's JSON name; <c>body</c> for the body as a whole.</summary>
    public required string Field { get; init; }

    /// <summary>Stable, in snake case, for programs: <c>out_of_range</c>.</summary>
    public required string Code { get; init; }

    /// <summary>For people: the value received and what is allowed.</summary>
    public required string Message { get; init; }
}

/// <summary>The kinds of problem in responses.</summary>
/// <param name="Slug">Stable; the last part of the problem's type.</param>
/// <param name="Title">The same for every occurrence.</param>
/// <param name="Status">The HTTP status code.</param>
public sealed record ProblemKind(string Slug, string Title, int Status)
{
    public static readonly ProblemKind InvalidRequest = new("invalid-request", "The request is not valid", 400);
    public static readonly ProblemKind NotYourData = new("not-your-data", "Not allowed for this user", 403);
    public static readonly ProblemKind RouteNotFound = new("route-not-found", "No such path", 404);
    public static readonly ProblemKind WorkoutNotFound = new("workout-not-found", "No such workout", 404);
    public static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", "Method not allowed", 405);
    public static readonly ProblemKind NotAcceptable = new("not-acceptable", "Not acceptable", 406);
    public static readonly ProblemKind Conflict = new("conflict", "Write conflict", 409);
    public static readonly ProblemKind WorkoutDeleted = new("workout-deleted", "The workout has been deleted", 409);
    public static readonly ProblemKind VersionMismatch = new("version-mismatch", "Version mismatch", 412);
    public static readonly ProblemKind BodyTooLarge = new("body-too-large", "The body is too large", 413);
    public static readonly ProblemKind UnsupportedMediaType = new("unsupported-media-type", "Unsupported media type", 415);
    public static readonly ProblemKind KeyReused = new("idempotency-key-reused", "The idempotency key belongs to another request", 422);
    public static readonly ProblemKind InternalError = new("internal-error", "Internal error", 500);
    public static readonly ProblemKind Unavailable = new("unavailable", "Temporarily unavailable", 503);

    /// <summary>Detail of <see cref="RouteNotFound"/>, from API Gateway or a function.</summary>
    public const string NoSuchPath = "There is no such path.";

    /// <summary>A URI that names the kind.</summary>
    public string Type => TypeOf(Slug);

    /// <summary>The URI of a kind that only API Gateway returns.</summary>
    public static string TypeOf(string slug) => $"urn:workout-log:problem:{slug}";

    /// <summary>Detail of <see cref="MethodNotAllowed"/>, from API Gateway or a function.</summary>
    /// <param name="allowed">As in the header <c>Allow</c>: <c>GET, PUT</c>.</param>
    public static string PathAllows(string allowed) => $"This path allows {allowed}.";
}
