using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Plan.Changes;
using WorkoutLog.Local.Plan.Documents;

namespace WorkoutLog.Local.Plan.Findings;

/// <summary>What rings, and whom it reaches.</summary>
internal static class AlarmFindings
{
    private const string Subscription = "aws:sns/topicSubscription:TopicSubscription";

    private static readonly string[] _slower = ["evaluationPeriods", "datapointsToAlarm", "period"];

    public static IEnumerable<Finding> Of(Comparison comparison) =>
    [
        .. comparison.Changes.Where(change => change.Operation == Operation.Delete).SelectMany(OfDeleted),
        .. comparison.ChangedOf(MetricAlarmType.Token).SelectMany(change => OfActions(change).Concat(OfThreshold(change))),
        .. comparison.ChangedOf(CompositeAlarmType.Token).SelectMany(OfActions),
        .. comparison.ChangedOf(ServiceLevelObjectiveType.Token).SelectMany(OfObjective),
        .. comparison.ChangedOf(Subscription)
            .Where(change => change.Operation == Operation.Replace)
            .Select(change => Finding.Of(FindingKind.AlarmLost, change.After!, $"Nobody gets alarms at {Endpoint(change)} before the new subscription is confirmed.")),
    ];

    private static Finding[] OfDeleted(ResourceChange change) => change.Before!.Type switch
    {
        MetricAlarmType.Token or CompositeAlarmType.Token => [Finding.Of(FindingKind.AlarmLost, change.Before, "The alarm goes.")],
        ServiceLevelObjectiveType.Token => [Finding.Of(FindingKind.AlarmLost, change.Before, "The objective goes.")],
        Subscription => [Finding.Of(FindingKind.AlarmLost, change.Before, $"{Endpoint(change)} gets no more alarms.")],
        _ => [],
    };

    private static string Endpoint(ResourceChange change) => ValueText.Of(change.Resource.Inputs["endpoint"]);

    private static IEnumerable<Finding> OfActions(ResourceChange change)
    {
        // Left out, they are on.
        if ($"{change.Before!.Inputs["actionsEnabled"]}" != "false" && $"{change.After!.Inputs["actionsEnabled"]}" == "false")
        {
            yield return Finding.Of(FindingKind.AlarmLost, change.After, "The alarm still turns on, but tells nobody.");
        }

        if (change.Lost("alarmActions").ToArray() is { Length: > 0 } lost)
        {
            yield return Finding.Of(FindingKind.AlarmLost, change.After!, $"The alarm no longer tells {string.Join(", ", lost.Select(ValueText.OfText))}.");
        }
    }

    private static IEnumerable<Finding> OfThreshold(ResourceChange change)
    {
        var (before, after) = (change.Before!.Inputs, change.After!.Inputs);
        var ringsAbove = $"{after["comparisonOperator"]}".StartsWith("Greater", StringComparison.Ordinal);
        if (before.NumberAt("threshold") is { } old && after.NumberAt("threshold") is { } now && (ringsAbove ? now > old : now < old))
        {
            yield return Finding.Of(FindingKind.AlarmBlunted, change.After, $"The alarm rings {(ringsAbove ? "above" : "below")} {now.Text()} instead of {old.Text()}.");
        }

        foreach (var name in _slower)
        {
            if (before.NumberAt(name) is { } less && after.NumberAt(name) is { } more && more > less)
            {
                yield return Finding.Of(FindingKind.AlarmBlunted, change.After, $"The alarm rings later: {name} {less.Text()} → {more.Text()}.");
            }
        }

        if ($"{before["treatMissingData"]}" == "breaching" && $"{after["treatMissingData"]}" != "breaching")
        {
            yield return Finding.Of(FindingKind.AlarmBlunted, change.After, "The alarm no longer rings when there is no data.");
        }
    }

    private static IEnumerable<Finding> OfObjective(ResourceChange change)
    {
        if (change.Before!.Inputs.NumberAt("goal", "attainmentGoal") is { } old && change.After!.Inputs.NumberAt("goal", "attainmentGoal") is { } now && now < old)
        {
            yield return Finding.Of(FindingKind.AlarmBlunted, change.After, $"The objective is {now.Text()} % instead of {old.Text()} %.");
        }
    }
}
