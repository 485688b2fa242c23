using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using WorkoutLog.Infra.Settings.Keys;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Load;
using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Scale;
using WorkoutLog.Packaging;

namespace WorkoutLog.Local.Cost.Limits;

/// <summary>Holds a workload's busiest second against the limits of the stack and of an account, the nearest first.</summary>
internal static class LimitCheck
{
    public static ImmutableArray<Limit> Of(ResourceGraph graph, Workload load, ScaleRun scale) =>
    [
        .. OfApi(graph, load)
            .Concat(OfFunctions(graph, load))
            .Concat(CapacityLimits.Of(graph, load))
            .Concat(OfKeys(scale))
            .Concat(OfAddress(graph, load, scale))
            .OrderByDescending(limit => limit.Share),
    ];

    private static IEnumerable<Limit> OfApi(ResourceGraph graph, Workload load)
    {
        foreach (var settings in graph.OfType(MethodSettingsType.Token).Select(resource => resource.Inputs["settings"]).OfType<JsonObject>())
        {
            if (settings["throttlingRateLimit"] is { } rate)
            {
                yield return new(
                    "the stage's throttle", load.PeakRequests, double.Parse(rate.ToJsonString(), CultureInfo.InvariantCulture), "requests/s",
                    $"set `{ApiKeys.ThrottleRate.Key}` and `{ApiKeys.ThrottleBurst.Key}`");
            }
        }

        yield return new(
            "API Gateway, account", load.PeakRequests, Quotas.ApiRequests, "requests/s", "request a higher throttle rate of API Gateway, then raise the stage's");
    }

    private static IEnumerable<Limit> OfFunctions(ResourceGraph graph, Workload load)
    {
        var all = 0.0;
        foreach (var function in graph.OfType(FunctionType.Token))
        {
            var share = FunctionShare.Of(function, load);
            var needed = Concurrency(share);
            all += needed;
            if (function.Inputs.Integer("reservedConcurrentExecutions") is { } reserved and >= 0)
            {
                var remedy = function.Name switch
                {
                    FunctionNames.ProcessWorkout => $"set `{FunctionKeys.ProcessWorkout.ReservedConcurrency.Key}`",
                    FunctionNames.QueryWorkouts => $"set `{FunctionKeys.QueryWorkouts.ReservedConcurrency.Key}`",
                    _ => "reserve more concurrency",
                };
                yield return new($"{function.Name}, reserved", needed, reserved, "at once", remedy);
            }

            if (function.Inputs["environment"]?["variables"]?[Contracts.FunctionEnvironment.ParameterPath] is not null)
            {
                yield return new(
                    "parameters, account", needed / Quotas.ParameterPeriod, Quotas.ParameterReads, "readings/s", "switch on the higher rate of Parameter Store");
            }
        }

        yield return new("Lambda, account", all, Quotas.Concurrency, "at once", "request more concurrent executions of Lambda");
    }

    // A function that is quicker than a tenth of a second still needs one invocation at once for every ten requests a second.
    private static double Concurrency(FunctionShare share) =>
        Math.Max(share.PeakRequests * share.BilledMilliseconds / 1_000, share.PeakRequests / Quotas.RequestsPerConcurrency);

    private static IEnumerable<Limit> OfKeys(ScaleRun scale)
    {
        foreach (var heat in scale.Heat.Designs.Where(heat => heat.Design.IsOurs))
        {
            yield return new(
                $"{heat.Design.Owner}, hottest key", heat.KeySecond * KeyDesign.PartitionLimit, KeyDesign.PartitionLimit, "WCU", "throttle the busiest user at the client");
            yield return new(
                $"{heat.Design.Owner}, hottest partition", heat.PartitionSecond * KeyDesign.PartitionLimit, KeyDesign.PartitionLimit, "WCU",
                "raise the warm throughput: more partitions share the load");
        }

        yield return new(
            "one user's month, one transaction at a time", scale.BusiestUserLogs, 1 / Quotas.TransactionSeconds, "logs/s", "throttle the busiest user at the client");
    }

    private static IEnumerable<Limit> OfAddress(ResourceGraph graph, Workload load, ScaleRun scale)
    {
        var requestsPerLog = load.LogsPerDay > 0 ? load.RequestsPerDay / load.LogsPerDay : 0;
        return from acl in graph.OfType("aws:wafv2/webAcl:WebAcl")
               from rule in acl.Inputs.Objects("rules")
               let rate = rule["statement"]?["rateBasedStatement"] as JsonObject
               where rate is not null
               select new Limit(
                   "firewall, one address", scale.BusiestUserLogs * requestsPerLog, (double)rate.Integer("limit")! / rate.Integer("evaluationWindowSec")!.Value, "requests/s",
                   "throttle the busiest user at the client, or spread its calls over addresses");
    }
}
