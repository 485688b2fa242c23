namespace WorkoutLog.Local.Tests.CloudWatch.Alarms;

public sealed class AlarmBoardTests
{
    private static readonly DateTimeOffset _noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly MetricId _errors = new("S", "Errors", ("F", "one"));
    private readonly MetricStore _metrics = new();
    private readonly List<string> _said = [];

    [Fact]
    public void Says_which_values_crossed_the_threshold_and_since_when()
    {
        var board = Create(Alarm("errors"));
        _metrics.Add(_errors, _noon.AddMinutes(-2), 5);
        _metrics.Add(_errors, _noon.AddMinutes(-1), 1);

        board.Evaluate(_metrics, _noon);
        var before = board.Alarms.Single();
        _metrics.Add(_errors, _noon, 7);
        board.Evaluate(_metrics, _noon.AddMinutes(1));
        var after = board.Alarms.Single();

        Assert.Equal((AlarmState.Ok, AlarmState.Alarm), (before.State, after.State));
        Assert.Equal(
            "Threshold Crossed: 2 out of the last 3 datapoints [5.0 (21/11/26 11:58:00), 7.0 (21/11/26 12:00:00)] were greater than or equal to the threshold (3.0) (minimum 2 datapoints for OK -> ALARM transition).",
            after.Reason);
        Assert.Equal((_noon.AddMinutes(1), 3, true), (after.Since, after.Threshold, after.HasActions));
        Assert.Equal([5, 1, 7], after.Recent.Select(point => point.Value));
        Assert.Equal([$"[alarm] errors OK → ALARM: {after.Reason}"], _said);
    }

    [Fact]
    public void States_how_missing_data_was_treated()
    {
        var board = Create(Alarm("errors", missing: "breaching"), Alarm("unknown", missing: "missing"));

        board.Evaluate(_metrics, _noon);

        Assert.Equal(
            ["Threshold Crossed: no datapoints were received for 3 periods and 3 missing datapoints were treated as [Breaching].", "Unchecked: Initial alarm creation"],
            board.Alarms.Select(alarm => alarm.Reason));
        Assert.Equal([AlarmState.Alarm, AlarmState.InsufficientData], board.Alarms.Select(alarm => alarm.State));
    }

    [Fact]
    public void Keeps_the_state_of_an_alarm_on_a_plain_DynamoDB_metric_while_data_is_missing()
    {
        var board = Create(Alarm("throttles", space: "AWS/DynamoDB"));
        Fail(new MetricId("AWS/DynamoDB", "Errors", ("F", "one")));

        board.Evaluate(_metrics, _noon);
        board.Evaluate(_metrics, _noon.AddHours(5));

        Assert.Equal(AlarmState.Alarm, board.Alarms.Single().State);
    }

    [Fact]
    public void Evaluates_a_composite_alarm_after_the_alarms_in_its_rule()
    {
        var composite = Composite("ALARM(errors-1) AND NOT OK(\"arn:alarm:other\")");
        composite.Inputs["alarmDescription"] = "Bad. Page: docs/runbooks/availability-burn.md";
        var board = Create(composite, Alarm("errors"), Alarm("other", missing: "breaching"));
        Fail(_errors);

        board.Evaluate(_metrics, _noon);

        var status = board.Alarms.Single(alarm => alarm.IsComposite);
        Assert.Equal((AlarmState.Alarm, "The rule is true: errors is ALARM, other is ALARM."), (status.State, status.Reason));
        Assert.Equal(("availability-burn", null, false), (status.Runbook, status.Threshold, status.HasActions));
    }

    [Fact]
    public void Rejects_a_rule_with_an_unknown_alarm_and_an_unsupported_expression_at_the_start()
    {
        var alarm = Alarm("errors");
        alarm.Inputs["metricQueries"] = JsonNode.Parse("""[{"id":"e","expression":"RATE(m)","returnData":true},{"id":"m","metric":{"namespace":"S","metricName":"Errors","stat":"Sum","period":60}}]""");

        Assert.Equal("The rule of the alarm 'both' names 'nobody', which the stack does not declare.", Refusal.Of(() => Create(Composite("ALARM(nobody)"))));
        Assert.Equal("A local run does not support the metric math function RATE with 1 arguments.", Refusal.Of(() => Create(alarm)));
    }

    [Theory]
    [InlineData("Errors. Page: docs/runbooks/api-server-errors.md", "api-server-errors")]
    [InlineData("Errors. Page: https://example.org/runbooks/function-errors.md", "function-errors")]
    [InlineData("Errors.", null)]
    [InlineData("See docs/runbooks/api-latency.md first", null)]
    public void Finds_the_runbook_at_the_end_of_the_description(string description, string? expected)
    {
        var alarm = Alarm("errors");
        alarm.Inputs["alarmDescription"] = description;

        Assert.Equal(expected, Create(alarm).Alarms.Single().Runbook);
    }

    private void Fail(MetricId metric) => Array.ForEach([-3, -2, -1], minute => _metrics.Add(metric, _noon.AddMinutes(minute), 9));

    private static GraphResource Composite(string rule) => SampleGraph.Resource(
        CompositeAlarmType.Token, "both", new JsonObject { ["alarmName"] = "both-1", ["alarmRule"] = rule }, new JsonObject { ["arn"] = "arn:alarm:both" });

    private AlarmBoard Create(params GraphResource[] alarms) => new(SampleGraph.With(alarms), _noon, _said.Add);

    private static GraphResource Alarm(string name, string missing = "notBreaching", string space = "S") => SampleGraph.Resource(
        MetricAlarmType.Token,
        name,
        JsonNode.Parse($$"""
            {
              "namespace": "{{space}}", "metricName": "Errors", "dimensions": { "F": "{{(name == "errors" || space != "S" ? "one" : "none")}}" }, "statistic": "Sum", "period": 60,
              "evaluationPeriods": 3, "datapointsToAlarm": 2, "threshold": 3, "comparisonOperator": "GreaterThanOrEqualToThreshold",
              "treatMissingData": "{{missing}}", "alarmActions": ["arn:topic"]
            }
            """)!.AsObject(),
        new JsonObject { ["name"] = $"{name}-1", ["arn"] = $"arn:alarm:{name}" });
}
