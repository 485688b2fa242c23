using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Runner.Deployments;

/// <summary>Names of the inputs in which two declarations of a resource differ.</summary>
internal static class ChangedInputs
{
    public static ImmutableArray<string> Of(GraphResource before, GraphResource now) =>
    [
        .. before.Inputs.Concat(now.Inputs).Select(input => input.Key).Distinct(StringComparer.Ordinal)
            .Where(name => !JsonNode.DeepEquals(before.Inputs[name], now.Inputs[name]))
            .Order(StringComparer.Ordinal),
    ];
}
