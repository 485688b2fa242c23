using System.Text.Json.Nodes;
using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.CloudWatch.Queries;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.CloudWatch.Alarms;

/// <summary>A metric alarm as its resource declares it.</summary>
internal sealed record MetricAlarm(AlarmText Text, MetricRequest Request, TimeSpan Period, AlarmRule Rule)
{
    /// <exception cref="UserErrorException">It uses something that a local run does not know.</exception>
    public static MetricAlarm From(GraphResource resource)
    {
        var inputs = resource.Inputs;
        var request = MetricRequestReader.OfAlarm(inputs);
        var periods = inputs.Integer("evaluationPeriods")!.Value;
        return new MetricAlarm(
            AlarmText.Of(resource, resource.Outputs.Text("name")!),
            request,
            TimeSpan.FromSeconds(inputs.Integer("period") ?? inputs.Objects("metricQueries").Select(query => (query["metric"] as JsonObject)?.Integer("period")).First(period => period is not null)!.Value),
            new AlarmRule(
                Comparison.Parse(inputs.Text("comparisonOperator")!),
                inputs.Number("threshold")!.Value,
                periods,
                inputs.Integer("datapointsToAlarm") ?? periods,
                Treatment(inputs, request)));
    }

    /// <param name="minute">The end of the last period, in metric time.</param>
    public (AlarmVerdict Verdict, TimeGrid Grid, System.Collections.Immutable.ImmutableArray<double?> Values) Evaluate(MetricStore metrics, DateTimeOffset minute)
    {
        var grid = TimeGrid.EndingAt(minute, Period, Rule.Range);
        var values = Request.Read(Request.Result, metrics, grid);
        return (Rule.Judge(values), grid, values);
    }

    private static MissingDataTreatment Treatment(JsonObject inputs, MetricRequest request)
    {
        // Whatever it says, an alarm that reads a metric of DynamoDB as it is keeps its state while data is missing.
        var isPlain = request.Result is MetricQuery.Stored { Metric.Namespace: "AWS/DynamoDB" };
        return isPlain ? MissingDataTreatment.Ignore : inputs.Text("treatMissingData") switch
        {
            null or "missing" => MissingDataTreatment.Missing,
            "ignore" => MissingDataTreatment.Ignore,
            "breaching" => MissingDataTreatment.Breaching,
            "notBreaching" => MissingDataTreatment.NotBreaching,
            var other => throw new UserErrorException($"CloudWatch does not know the treatment of missing data '{other}'."),
        };
    }
}
