using WorkoutLog.Local.Cost.Load;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Local.Cost.Billing;

/// <summary>A function: its requests, the memory that it holds while it runs, and the metrics that it writes.</summary>
internal static class FunctionUsage
{
    private const double MebibytesPerGigabyte = 1_024;

    public static IEnumerable<Usage> Of(GraphResource function, ResourceGraph graph, Workload load)
    {
        var share = FunctionShare.Of(function, load);
        var architecture = function.Inputs["architectures"]![0]!.GetValue<string>();
        var seconds = share.RequestsPerMonth * share.BilledMilliseconds / 1_000;
        yield return new(function.Type, "requests", "lambdaRequest", share.RequestsPerMonth);
        yield return new(
            function.Type, $"compute, {architecture}", $"lambdaCompute-{architecture}", seconds * function.Inputs.Integer("memorySize")!.Value / MebibytesPerGigabyte);
        foreach (var metric in EmittedMetric.Of(function, load))
        {
            yield return new(
                function.Type, metric.Type.Length > 0 ? "metrics by workout type" : "metrics of the stack", "metric", Chances.ActiveShareOfHours(metric.EventsPerDay));
        }
    }
}
