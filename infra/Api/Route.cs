using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace WorkoutLog.Infra.Api;

/// <summary>One route of the API.</summary>
/// <param name="Method">HTTP method, upper case.</param>
/// <param name="Path">Path with its parameters in braces: <c>/stats/{userId}</c>.</param>
/// <param name="Function">One of <see cref="FunctionNames"/>.</param>
/// <param name="OperationId">Unique; also names the Lambda permission.</param>
/// <param name="Summary">One sentence for the API's readers.</param>
/// <param name="Request">C# type of the body; null when there is none.</param>
/// <param name="Success">The answer when all goes well.</param>
/// <param name="Errors">Statuses of the problems that the function answers; <see cref="GatewayProblem"/> has those that never reach it.</param>
public sealed partial record Route(
    string Method,
    string Path,
    string Function,
    string OperationId,
    string Summary,
    Type? Request,
    RouteAnswer Success,
    ImmutableArray<int> Errors)
{
    /// <summary>What the caller's policy must allow.</summary>
    public const string Action = "execute-api:Invoke";

    /// <summary>As people write it: <c>GET /stats/{userId}</c>.</summary>
    public string Name => $"{Method} {Path}";

    public IEnumerable<string> PathParameters => Parameter().Matches(Path).Select(match => match.Groups[1].Value);

    /// <summary>Method and path of the execution ARN, where <c>*</c> stands for a parameter: <c>GET/stats/*</c>.</summary>
    public string ArnSuffix => Method + Parameter().Replace(Path, "*");

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();
}

/// <param name="Body">C# type of the answer's body.</param>
/// <param name="Headers">Header name to what it says.</param>
public sealed record RouteAnswer(int Status, string Description, Type Body, ImmutableSortedDictionary<string, string> Headers);
