using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph.Types;

namespace WorkoutLog.Local.Plan.Changes;

/// <summary>Which changes a provider can't make in place.</summary>
internal static class Replacements
{
    /// <exception cref="UserErrorException">The type is not known.</exception>
    public static Replacement Of(string type) => AwsResourceTypes.Find(type)?.Replacement ?? throw new UserErrorException(
        $"Which inputs replace a resource of type {type} is not known. Fix: add a class for the type to local/Graph/{nameof(Graph.Types)}.");

    public static bool IsReplacedBy(this Replacement replacement, PropertyChange change)
    {
        var members = change.Path.Members;
        return IsIn(replacement.By, members)
            || (IsIn(replacement.ByDecrease, members) && change.Before is not null && change.After is not null && Number(change.After) < Number(change.Before))
            || (replacement.ByStep.TryGetValue(members, out var step) && step == ($"{change.Before}", $"{change.After}"));
    }

    public static bool IsSecret(this Replacement replacement, PropertyPath path) => IsIn(replacement.Secret, path.Members);

    /// <summary>A name that the program gives is taken as long as the old resource has it, so that one must go first.</summary>
    /// <param name="inputs">Of the resource as it will be.</param>
    public static bool IsDeletedFirst(this Replacement replacement, JsonObject inputs) => replacement.NamedBy is { } name && inputs[name] is not null;

    private static bool IsIn(ImmutableArray<string> inputs, string members) =>
        inputs.Any(input => members == input || members.StartsWith($"{input}.", StringComparison.Ordinal));

    private static double Number(JsonNode node) => node.GetValueKind() == JsonValueKind.Number ? node.GetValue<double>() : 0;
}
