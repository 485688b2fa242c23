using System.Collections.Frozen;

namespace WorkoutLog.Local.Plan.Findings;

/// <summary>Access that the policies of the API, keys, queues and topics grant.</summary>
internal static class ResourcePolicyFindings
{
    private static readonly FrozenSet<string> _withPolicy = FrozenSet.Create(
        StringComparer.Ordinal, RestApiType.Token, KeyType.Token, QueueType.Token, QueuePolicyType.Token, TopicType.Token, TopicPolicyType.Token);

    public static IEnumerable<Finding> Of(GraphDifference difference) => difference.Changes
        .Where(change => _withPolicy.Contains(change.Resource.Type))
        .Select(change => (Change: change, More: More(difference, change)))
        .Where(found => found.More.Length > 0)
        .Select(found => Finding.Of(
            FindingKind.PublicExposure, found.Change.Resource, $"Its policy allows {AccessFindings.Several(Widening.Describe(found.More, isOfResource: true), "; ")}."));

    private static ImmutableArray<Widening> More(GraphDifference difference, ResourceChange change)
    {
        var (before, after) = (Grants(change.Before), Grants(change.After));
        // Deleting the policy of a topic or a queue removes its denials; after an API, a key or the queue itself, nothing is left to reach.
        if (change.After is null)
        {
            return change.Before!.Type.EndsWith("Policy", StringComparison.Ordinal) && !IsOfDeleted(difference, change.Before)
                ? Widening.Between(before, [], isOfResource: true)
                : [];
        }

        var more = Widening.Between(before, after, isOfResource: true).RemoveAll(widening => IsPreflight(widening, change.After));
        // A new resource's access for its own account and services is expected; other access is reported.
        return change.Before is null ? [.. more.Where(widening => IsForeign(widening.Grant.Principal))] : more;
    }

    private static bool IsOfDeleted(GraphDifference difference, GraphResource policy) =>
        (policy.Inputs.Text("arn") ?? policy.Inputs.Text("queueUrl")) is { } owner
        && difference.Changes.Any(change =>
            change is { Operation: Operation.Delete, Before.Type: TopicType.Token or QueueType.Token } && (change.Before.Outputs.Text("arn") == owner || change.Before.Outputs.Text("url") == owner));

    // Preflight requests are unsigned. They reach no function while API Gateway answers them itself.
    private static bool IsPreflight(Widening widening, GraphResource api) =>
        widening is { WasDenied: false, Grant: { Principal.Text: "*", Action.Text: "execute-api:Invoke", Resource: { IsNegated: false, Text: var resource } } }
        && resource.EndsWith("/OPTIONS/*", StringComparison.Ordinal)
        && ApiDocument.Find(api.Inputs.Document("body")) is { } document
        && !document.Routes.Values.Any(route => route.Method is "OPTIONS" or "ANY");

    private static bool IsForeign(Pattern principal) =>
        principal.IsNegated || principal.Text == "*" || (principal.Text.StartsWith("arn:", StringComparison.Ordinal) && !principal.Text.Contains($":{AwsNames.Account}:", StringComparison.Ordinal));

    private static ImmutableArray<Grant> Grants(GraphResource? resource) => Grant.Of(resource?.Inputs["policy"]);
}
