using System.Collections.Immutable;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Runner.Api;

/// <summary>Whether API Gateway may invoke a function: the function's resource policy, as <c>aws:lambda/permission:Permission</c> declares it.</summary>
public sealed class InvokePermissions
{
    private const string Principal = "apigateway.amazonaws.com";
    private readonly ImmutableArray<GraphResource> _permissions;

    public InvokePermissions(IEnumerable<GraphResource> permissions) =>
        _permissions = [.. permissions.Where(permission =>
            permission.Inputs.Text("principal") == Principal
            && Wildcard.Matches(permission.Inputs.Text("action") ?? "", "lambda:InvokeFunction"))];

    /// <param name="functionName">Name that AWS gives the function.</param>
    /// <param name="invokedArn">ARN that the integration calls; ends with the alias, if it names one.</param>
    /// <param name="sourceArn">Execution ARN of the method: <c>arn:aws:execute-api:region:account:api/stage/GET/stats/{userId}</c>.</param>
    public bool Allow(string functionName, string invokedArn, string sourceArn)
    {
        var qualifier = invokedArn.Split(':').ElementAtOrDefault(7);
        return _permissions.Any(permission =>
            Names(permission.Inputs.Text("function") ?? "", functionName)
            && permission.Inputs.Text("qualifier") == qualifier
            && (permission.Inputs.Text("sourceArn") is not { } pattern || Wildcard.Matches(pattern, sourceArn)));
    }

    // A permission names its function by name or by ARN.
    private static bool Names(string function, string functionName) =>
        function == functionName || function.EndsWith($":function:{functionName}", StringComparison.Ordinal);
}
