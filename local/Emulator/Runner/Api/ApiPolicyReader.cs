using System.Text.Json.Nodes;
using WorkoutLog.Infra.Policies;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner.Iam.Policies;

namespace WorkoutLog.Local.Runner.Api;

/// <summary>The resource policy of the API, which is declared as an input of the resource or inside of the OpenAPI body.</summary>
internal static class ApiPolicyReader
{
    private const string Extension = "x-amazon-apigateway-policy";

    /// <returns>Null where none is declared.</returns>
    /// <exception cref="UserErrorException">The policy can't be enforced here.</exception>
    public static PolicyDocument? Read(GraphResource api, JsonObject document) =>
        // The input is put over whatever the body brought.
        (api.Inputs.Text("policy") ?? document[Extension]?.ToJsonString()) is { } policy
            ? new PolicyCheck($"{api.Type} '{api.Name}'", isResourcePolicy: true, ConditionKeys.OfApi).Read(policy)
            : null;
}
