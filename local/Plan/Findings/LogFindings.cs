using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Plan.Changes;
using WorkoutLog.Local.Plan.Documents;

namespace WorkoutLog.Local.Plan.Findings;

/// <summary>What is written down of a run, and for how long.</summary>
internal static class LogFindings
{
    // The most first.
    private static readonly string[] _gatewayLevels = ["INFO", "ERROR", "OFF"];
    private static readonly string[] _functionLevels = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"];

    public static IEnumerable<Finding> Of(Comparison comparison) =>
    [
        .. comparison.ChangedOf(StageType.Token).SelectMany(OfStage),
        .. comparison.ChangedOf(MethodSettingsType.Token).SelectMany(OfMethods),
        .. comparison.ChangedOf(FunctionType.Token).SelectMany(OfFunction),
        .. comparison.ChangedOf(LogGroupType.Token).SelectMany(OfRetention),
        .. comparison.ChangesOf(DashboardType.Token)
            .Where(change => change.Operation == Operation.Delete)
            .Select(change => Finding.Of(FindingKind.LogLost, change.Before!, "The dashboard goes.")),
    ];

    private static IEnumerable<Finding> OfStage(ResourceChange change)
    {
        if (change.IsUnset("accessLogSettings"))
        {
            yield return Finding.Of(FindingKind.LogLost, change.After!, "Requests are no longer written to the access log.");
        }
        else if (Fields(change.Before!.Inputs).Except(Fields(change.After!.Inputs)).ToArray() is { Length: > 0 } lost)
        {
            yield return Finding.Of(FindingKind.LogLost, change.After, $"The access log no longer tells {string.Join(", ", lost.Select(ValueText.OfText))}.");
        }

        if (change.IsTurnedOff("xrayTracingEnabled"))
        {
            yield return Finding.Of(FindingKind.LogLost, change.After!, "Requests are no longer traced.");
        }
    }

    private static IEnumerable<string> Fields(JsonObject stage) =>
        JsonDocuments.Parse(stage.At("accessLogSettings", "format"))?.Select(field => field.Key) ?? [];

    private static IEnumerable<Finding> OfMethods(ResourceChange change)
    {
        if (IsLess(_gatewayLevels, change, "settings", "loggingLevel"))
        {
            yield return Finding.Of(
                FindingKind.LogLost, change.After!, $"API Gateway logs {ValueText.Of(change.After!.Inputs.At("settings", "loggingLevel") ?? "nothing")} instead of {ValueText.Of(change.Before!.Inputs.At("settings", "loggingLevel"))}.");
        }

        if (change.IsTurnedOff("settings", "metricsEnabled"))
        {
            yield return Finding.Of(FindingKind.LogLost, change.After!, "API Gateway no longer makes metrics of each method; alarms on them have no data.");
        }
    }

    private static IEnumerable<Finding> OfFunction(ResourceChange change)
    {
        if ($"{change.Before!.Inputs.At("tracingConfig", "mode")}" == "Active" && $"{change.After!.Inputs.At("tracingConfig", "mode")}" != "Active")
        {
            yield return Finding.Of(FindingKind.LogLost, change.After, "Invocations are no longer traced.");
        }

        if (IsLess(_functionLevels, change, "loggingConfig", "applicationLogLevel"))
        {
            yield return Finding.Of(FindingKind.LogLost, change.After!, $"The function logs from {ValueText.Of(change.After!.Inputs.At("loggingConfig", "applicationLogLevel"))} on only.");
        }
    }

    private static bool IsLess(string[] levels, ResourceChange change, params ReadOnlySpan<string> path) =>
        Array.IndexOf(levels, $"{change.Before!.Inputs.At(path)}") is >= 0 and var before
        && (Array.IndexOf(levels, $"{change.After!.Inputs.At(path)}") is var after && (after > before || (after < 0 && levels == _gatewayLevels)));

    private static IEnumerable<Finding> OfRetention(ResourceChange change)
    {
        var (before, after) = (Days(change.Before!.Inputs), Days(change.After!.Inputs));
        if (after < before)
        {
            yield return Finding.Of(
                FindingKind.RetentionShortened,
                change.After,
                $"Events are kept {after.Text()} days instead of {(double.IsInfinity(before) ? "for ever" : before.Text())}; what is older is deleted.");
        }
    }

    // Without a number, or with 0, they are kept for ever.
    private static double Days(JsonObject inputs) => inputs.NumberAt("retentionInDays") is > 0 and var days ? days : double.PositiveInfinity;
}
