using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>One route of the API.</summary>
public sealed partial record Route
{
    /// <summary>The action that the caller's policy must allow.</summary>
    public const string Action = "execute-api:Invoke";

    /// <summary>HTTP method, upper case.</summary>
    public required string Method { get; init; }

    /// <summary>Path with its parameters in braces: <c>/stats/{userId}</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The name of the function that serves it.</summary>
    public required string Function { get; init; }

    /// <summary>Group of routes with the same objectives, in one word: <c>read</c>.</summary>
    public required string Group { get; init; }

    /// <summary>Unique; also names the Lambda permission.</summary>
    public required string OperationId { get; init; }

    /// <summary>One sentence for the API's readers.</summary>
    public required string Summary { get; init; }

    /// <summary>Path parameters in order, then optional query parameters and headers.</summary>
    public ImmutableArray<RouteParameter> Parameters { get; init; } = [];

    /// <summary>C# type of the body; null when there is none.</summary>
    public Type? Request { get; init; }

    /// <summary>The success response.</summary>
    public required RouteAnswer Success { get; init; }

    /// <summary>A second success response; null for none.</summary>
    public RouteAnswer? OtherSuccess { get; init; }

    /// <summary>Problems of the function; see <see cref="GatewayProblem"/> for those of API Gateway.</summary>
    public required ImmutableArray<ProblemKind> Problems { get; init; }

    /// <summary>A request costs as much as many of other routes, so it has a lower rate limit.</summary>
    public bool IsBulk { get; init; }

    public IEnumerable<RouteAnswer> Successes => OtherSuccess is null ? [Success] : [Success, OtherSuccess];

    /// <summary>Problems of the function and of API Gateway.</summary>
    public IEnumerable<ProblemKind> AllProblems => Problems.Concat(GatewayProblem.Of(this).Select(problem => problem.Kind)).Distinct();

    /// <summary>Method and path: <c>GET /stats/{userId}</c>.</summary>
    public string Name => $"{Method} {Path}";

    /// <summary>HTTP methods: its own, and HEAD with GET.</summary>
    public IEnumerable<string> Methods => ApiMethods.HandledBy(Method);

    /// <summary>Method and path of the execution ARN, for each of <see cref="Methods"/>, with <c>*</c> for parameters: <c>GET/stats/*</c>.</summary>
    public IEnumerable<string> ArnSuffixes => Methods.Select(method => method + Parameter().Replace(Path, "*"));

    /// <summary>A regular expression for the end of a URL's path: <c>/stats/[^/]+</c>.</summary>
    public string PathPattern => Parameter().Replace(Path, "[^/]+");

    /// <summary>Names of the path parameters, including greedy ones (<c>{proxy+}</c>).</summary>
    internal static IEnumerable<string> PathParameterNames(string path) => Parameter().Matches(path).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\{(\w+)\+?\}")]
    private static partial Regex Parameter();
}

/// <summary>A response of a route.</summary>
/// <param name="Contents">One per media type that the client may accept; empty for a response without a body.</param>
/// <param name="Headers">Header name to its description.</param>
public sealed record RouteAnswer(int Status, string Description, ImmutableArray<RouteContent> Contents, ImmutableSortedDictionary<string, string> Headers);

/// <param name="Body">C# type of the body; <see cref="string"/> for a body that is not JSON.</param>
public sealed record RouteContent(string MediaType, Type Body);
