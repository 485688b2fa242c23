namespace WorkoutLog.Local.CloudWatch;

internal sealed record MetricAlarm(AlarmStatus Declared, MetricRequest Request, TimeSpan Period, AlarmRule Rule)
{
    public static MetricAlarm From(GraphResource resource)
    {
        var inputs = resource.Inputs;
        var request = MetricRequest.OfAlarm(inputs);
        var threshold = inputs.Number("threshold")!.Value;
        var periods = inputs.Integer("evaluationPeriods")!.Value;
        var seconds = inputs.Integer("period")
            ?? inputs.Objects("metricQueries").Select(query => (query["metric"] as JsonObject)?.Integer("period")).First(period => period is not null)!.Value;
        return new MetricAlarm(
            AlarmStatus.Unchecked(resource, resource.Outputs.Text("name")!, threshold), request, TimeSpan.FromSeconds(seconds),
            new AlarmRule(
                Comparison.Parse(inputs.Text("comparisonOperator")!), threshold, periods,
                inputs.Integer("datapointsToAlarm") ?? periods, Treatment(inputs, request)));
    }

    /// <param name="minute">The end of the last period, in metric time.</param>
    public (AlarmVerdict Verdict, TimeGrid Grid, ImmutableArray<double?> Values) Evaluate(MetricStore metrics, DateTimeOffset minute)
    {
        var grid = TimeGrid.EndingAt(minute, Period, Rule.Range);
        var values = Request.Read(Request.Result, metrics, grid);
        return (Rule.Judge(values), grid, values);
    }

    private static MissingDataTreatment Treatment(JsonObject inputs, MetricRequest request)
    {
        // Regardless of treatMissingData, an alarm on a plain DynamoDB metric keeps its state while data is missing.
        var isPlain = request.Result is MetricQuery.Stored { Metric.Namespace: "AWS/DynamoDB" };
        return isPlain ? MissingDataTreatment.Ignore : inputs.Text("treatMissingData") switch
        {
            null or "missing" => MissingDataTreatment.Missing,
            "ignore" => MissingDataTreatment.Ignore,
            "breaching" => MissingDataTreatment.Breaching,
            "notBreaching" => MissingDataTreatment.NotBreaching,
            var other => throw new UserErrorException($"treatMissingData must be missing, ignore, breaching or notBreaching; got '{other}'."),
        };
    }
}

/// <summary>How an alarm treats a period without data.</summary>
internal enum MissingDataTreatment
{
    Missing,
    Ignore,
    Breaching,
    NotBreaching,
}

/// <summary>CloudWatch's comparison operators.</summary>
/// <param name="Words">The words between "was" and "the threshold".</param>
internal sealed record Comparison(string Words, Func<double, double, bool> Breaches)
{
    /// <exception cref="UserErrorException">The operator compares with an anomaly detection band, which a local run does not support.</exception>
    public static Comparison Parse(string name) => name switch
    {
        "GreaterThanThreshold" => new("greater than", (value, threshold) => value > threshold),
        "GreaterThanOrEqualToThreshold" => new("greater than or equal to", (value, threshold) => value >= threshold),
        "LessThanThreshold" => new("less than", (value, threshold) => value < threshold),
        "LessThanOrEqualToThreshold" => new("less than or equal to", (value, threshold) => value <= threshold),
        _ => throw new UserErrorException($"A local run does not support the comparison operator '{name}'."),
    };
}

/// <param name="Periods">Number of evaluated periods.</param>
/// <param name="ToAlarm">Number of them that must breach.</param>
internal sealed record AlarmRule(Comparison Comparison, double Threshold, int Periods, int ToAlarm, MissingDataTreatment MissingData)
{
    // AWS retrieves more periods than it evaluates, in case some are missing; its documentation shows 5 for 3.
    private const int ExtraPeriods = 2;

    public int Range => Periods + ExtraPeriods;

    /// <param name="values">Values of the whole range, oldest first; null where data is missing.</param>
    public AlarmVerdict Judge(ImmutableArray<double?> values)
    {
        // Newest first; the age of the newest is 1. With enough values in the range, gaps between them do not matter.
        (double Value, int Age)[] real =
            [.. values.Reverse().Index().Where(point => point.Item is not null).Select(point => (point.Item!.Value, point.Index + 1)).Take(Periods)];
        var missing = Periods - real.Length;
        var breaching = real.Count(point => Breaches(point.Value));
        return new AlarmVerdict(this, [.. real.Reverse().Select(point => values.Length - point.Age)], missing, StateOf(real, breaching, missing));
    }

    public bool Breaches(double value) => Comparison.Breaches(value, Threshold);

    // Null keeps the state.
    private AlarmState? StateOf((double Value, int Age)[] real, int breaching, int missing) => MissingData switch
    {
        MissingDataTreatment.Breaching => breaching + missing >= ToAlarm ? AlarmState.Alarm : AlarmState.Ok,
        _ when breaching >= ToAlarm => AlarmState.Alarm,
        MissingDataTreatment.NotBreaching => AlarmState.Ok,
        _ when missing == 0 || breaching < real.Length => AlarmState.Ok,
        MissingDataTreatment.Ignore => null,
        _ when real.Length == 0 => AlarmState.InsufficientData,
        // All known values breach. If they are recent, this may be a single bad value; if they are old, no later value contradicts them.
        _ => real[^1].Age >= ToAlarm ? AlarmState.Alarm : AlarmState.Ok,
    };
}

/// <param name="Used">Indexes of the evaluated values, oldest first.</param>
/// <param name="Missing">Number of missing values that were filled in.</param>
/// <param name="State">Null when the alarm keeps its state.</param>
internal sealed record AlarmVerdict(AlarmRule Rule, ImmutableArray<int> Used, int Missing, AlarmState? State)
{
    /// <summary>In CloudWatch's wording: which values crossed the threshold, or did not.</summary>
    public string Reason(ImmutableArray<double?> points, TimeGrid grid, AlarmState state)
    {
        if (Used.IsEmpty)
        {
            return Rule.MissingData is MissingDataTreatment.Missing or MissingDataTreatment.Ignore
                ? $"Insufficient Data: {Count(Missing)} unknown."
                : $"Threshold Crossed: no datapoints were received for {Missing} periods and {Count(Missing)} treated as [{Rule.MissingData}].";
        }

        var isAlarm = state == AlarmState.Alarm;
        string[] values =
        [
            .. from place in Used
               where Rule.Breaches(points[place]!.Value) == isAlarm
               select FormattableString.Invariant($"{points[place]:0.0###} ({grid.TimeOf(place).UtcDateTime:dd/MM/yy HH:mm:ss})"),
        ];
        var filled = Missing == 0 ? "" : $", {Count(Missing)} treated as [{Rule.MissingData}]";
        var least = isAlarm ? Rule.ToAlarm : Rule.Periods - Rule.ToAlarm + 1;
        var were = $"{(values.Length == 1 ? "was" : "were")} {(isAlarm ? "" : "not ")}{Rule.Comparison.Words}";
        var minimum = $"minimum {least} {(least == 1 ? "datapoint" : "datapoints")} for {(isAlarm ? "OK -> ALARM" : "ALARM -> OK")} transition";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Threshold Crossed: {values.Length} out of the last {Rule.Periods} datapoints [{string.Join(", ", values)}] {were} "
            + $"the threshold ({Rule.Threshold:0.0###}){filled} ({minimum}).");
    }

    private static string Count(int missing) => missing == 1 ? "1 missing datapoint was" : $"{missing} missing datapoints were";
}
