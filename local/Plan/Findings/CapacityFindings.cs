using WorkoutLog.Local.Graph.Load;

namespace WorkoutLog.Local.Plan.Findings;

/// <summary>Changes of a live table's capacity that need an intermediate update.</summary>
internal static class CapacityFindings
{
    public static IEnumerable<Finding> Of(GraphDifference difference) =>
        from change in difference.ChangedOf(TableType.Token)
        let before = change.Before!
        let after = change.After!
        where after.Inputs.Word("billingMode") == "PROVISIONED"
        // Pulumi sends no ignored input that the deployed table lacks; the provider then sends 1, and nothing for the indexes.
        let what = IsOnDemand(before) && IsIgnored(after)
                ? $"Its capacity is ignored: the table gets 1 unit, or DynamoDB rejects the update because the indexes have no capacity. {Between(difference, "provisioned")}"
            // The state holds the capacity of the last update, so that the provider finds nothing to change.
            : !IsOnDemand(before) && IsIgnored(before) && !IsIgnored(after)
                ? $"It keeps the capacity that autoscaling last set, instead of the declared one. {Between(difference, "onDemand")}"
            : null
        where what is not null
        select Finding.Of(FindingKind.CapacitySwitch, after, what);

    private static bool IsOnDemand(GraphResource table) => table.Inputs.Word("billingMode") == "PAY_PER_REQUEST";

    private static bool IsIgnored(GraphResource table) => table.Options.IgnoreChanges.Any(path => path.EndsWith("Capacity", StringComparison.Ordinal));

    // Only this repository's own program has the setting.
    private static string Between(GraphDifference difference, string mode) => difference.After is { Project: MeasuredDemand.Project, Stack: var stack }
        ? $"Fix: deploy an intermediate step: pulumi config set capacity {mode} --stack {stack} && pulumi up --stack {stack}"
        : $"Fix: first deploy the table {(mode == "onDemand" ? "on demand" : "provisioned, without ignoreChanges")}.";
}
