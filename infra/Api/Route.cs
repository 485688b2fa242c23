using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>One route of the API.</summary>
public sealed partial record Route
{
    /// <summary>What the caller's policy must allow.</summary>
    public const string Action = "execute-api:Invoke";

    /// <summary>HTTP method, upper case.</summary>
    public required string Method { get; init; }

    /// <summary>Path with its parameters in braces: <c>/stats/{userId}</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The name of the function that serves it.</summary>
    public required string Function { get; init; }

    /// <summary>One word, which routes share that promise their callers the same: <c>read</c>.</summary>
    public required string Group { get; init; }

    /// <summary>Unique; also names the Lambda permission.</summary>
    public required string OperationId { get; init; }

    /// <summary>One sentence for the API's readers.</summary>
    public required string Summary { get; init; }

    /// <summary>All of those in the path, in its order, then those of the query and of the headers, which may be left out.</summary>
    public ImmutableArray<RouteParameter> Parameters { get; init; } = [];

    /// <summary>C# type of the body; null when there is none.</summary>
    public Type? Request { get; init; }

    /// <summary>The answer when all goes well.</summary>
    public required RouteAnswer Success { get; init; }

    /// <summary>Another answer when all goes well; null for none.</summary>
    public RouteAnswer? OtherSuccess { get; init; }

    /// <summary>The problems that the function answers; <see cref="GatewayProblem"/> has those that never reach it.</summary>
    public required ImmutableArray<ProblemKind> Problems { get; init; }

    /// <summary>A request costs as much as many of other routes, so a caller gets fewer of them.</summary>
    public bool IsBulk { get; init; }

    public IEnumerable<RouteAnswer> Successes => OtherSuccess is null ? [Success] : [Success, OtherSuccess];

    /// <summary>What can go wrong, in the function and before it.</summary>
    public IEnumerable<ProblemKind> AllProblems => Problems.Concat(GatewayProblem.Of(this).Select(problem => problem.Kind)).Distinct();

    /// <summary>As people write it: <c>GET /stats/{userId}</c>.</summary>
    public string Name => $"{Method} {Path}";

    /// <summary>Method and path of the execution ARN, where <c>*</c> stands for a parameter: <c>GET/stats/*</c>.</summary>
    public string ArnSuffix => Method + Parameter().Replace(Path, "*");

    /// <summary>A regular expression for the end of a URL's path: <c>/stats/[^/]+</c>.</summary>
    public string PathPattern => Parameter().Replace(Path, "[^/]+");

    /// <summary>The names between the braces of a path, also of a greedy one (<c>{proxy+}</c>).</summary>
    internal static IEnumerable<string> PathParameterNames(string path) => Parameter().Matches(path).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\{(\w+)\+?\}")]
    private static partial Regex Parameter();
}

/// <summary>What a route answers.</summary>
/// <param name="Contents">One for each media type that the client may choose; empty for an answer without a body.</param>
/// <param name="Headers">Header name to what it says.</param>
public sealed record RouteAnswer(int Status, string Description, ImmutableArray<RouteContent> Contents, ImmutableSortedDictionary<string, string> Headers);

/// <param name="Body">C# type of the body; <see cref="string"/> for one that is no JSON.</param>
public sealed record RouteContent(string MediaType, Type Body);
