using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Moq;
using WorkoutLog.Http.Runtime;
using WorkoutLog.Tests;

namespace WorkoutLog.Functions.Tests.Http;

public sealed class RuntimeRulesTests
{
    private static readonly string[] _names =
        [.. WorkoutLimit.All.Select(limit => $"/workout-log/test/{limit.Parameter}"), "/workout-log/test/supported-types"];

    private readonly Mock<IAmazonSimpleSystemsManagement> _parameters = new(MockBehavior.Strict);
    private readonly LogOutput _log = new();
    private readonly MetricOutput _metrics = new();
    private readonly ManualTime _time = new();
    private readonly RuntimeRules _rules;

    public RuntimeRulesTests() => _rules = new(_parameters.Object, "/workout-log/test", TestApi.Rules, _log.Log, _metrics.Writer, _time);

    [Fact]
    public async Task Reads_both_values_in_one_call()
    {
        AssertInForce("deployed", 1440, "RUN", "CYCLING");
        Answer(MaxDuration("600", 3), Types("SWIM,YOGA", 2));

        await _rules.ReadAsync();

        AssertInForce("max-duration-minutes:3,supported-types:2", 600, "SWIM", "YOGA");
        Assert.Empty(_log.Lines);
        Assert.Empty(_metrics.Lines);
        VerifyCalls(1);
    }

    [Fact]
    public async Task Each_limit_has_its_own_parameter_and_one_call_reads_all()
    {
        Setup().ReturnsAsync(new GetParametersResponse
        {
            Parameters = [Types("RUN", 1), .. WorkoutLimit.All.Select(limit => new Parameter { Name = $"/workout-log/test/{limit.Parameter}", Value = $"{limit.Maximum}", Version = 1 })],
        });

        await _rules.ReadAsync();

        Assert.Equal("first", _rules.Current.Version);
        Assert.Equal(WorkoutLimit.All.Select(limit => limit.Maximum), WorkoutLimit.All.Select(limit => _rules.Current.Rules[limit]));
        // The limit of GetParameters.
        Assert.InRange(_names.Length, 1, 10);
    }

    [Fact]
    public async Task Keeps_the_value_of_each_parameter_that_is_absent_or_invalid()
    {
        Answer(MaxDuration("-5", 3));
        await _rules.ReadAsync();
        Setup().ReturnsAsync(new GetParametersResponse { Parameters = null });
        await RefreshLaterAsync();

        AssertInForce("max-duration-minutes:deployed,supported-types:deployed", 1440, "RUN", "CYCLING");
        Assert.Equal(["ConfigurationRefused=2", "ConfigurationRefused=7"], _metrics.Counts);
        Assert.Equal(
            [
                "WARN Parameter refused; the previous value stays in force /workout-log/test/max-duration-minutes its value is not valid deployed",
                "WARN Parameter refused; the previous value stays in force /workout-log/test/supported-types there is no such parameter deployed",
            ],
            _log.Show("level", "message", "parameter", "reason", "configVersion").Take(2));
        Assert.Equal(2 + 6, _log.Lines.Length);
        Assert.DoesNotContain("-5", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_the_last_valid_value_logs_each_refused_version_once_and_counts_it_at_every_read()
    {
        Answer(MaxDuration("600", 3), Types("SWIM", 1));
        await _rules.ReadAsync();
        Answer(MaxDuration("0", 4), Types("SWIM,YOGA", 2));
        await RefreshLaterAsync();
        await RefreshLaterAsync();
        Answer(MaxDuration("none", 5), Types("SWIM,YOGA", 2));
        await RefreshLaterAsync();

        AssertInForce("max-duration-minutes:3,supported-types:2", 600, "SWIM", "YOGA");
        Assert.Equal(
            ["max-duration-minutes:3", "max-duration-minutes:3,supported-types:2"],
            _log.Show("configVersion"));

        Answer(MaxDuration("700", 6), Types("SWIM,YOGA", 2));
        await RefreshLaterAsync();

        AssertInForce("max-duration-minutes:6,supported-types:2", 700, "SWIM", "YOGA");
        Assert.Equal(Enumerable.Repeat("ConfigurationRefused=1", 3), _metrics.Counts);
    }

    [Fact]
    public async Task Keeps_the_previous_values_if_SSM_is_unreachable()
    {
        Answer(MaxDuration("600", 3), Types("SWIM", 1));
        await _rules.ReadAsync();
        Setup().ThrowsAsync(new HttpRequestException("no route"));

        await RefreshLaterAsync();

        AssertInForce("max-duration-minutes:3", 600, "SWIM");
        Assert.Equal(
            ["WARN Parameters not read; the previous values stay in force max-duration-minutes:3"], _log.Show("level", "message", "configVersion"));
        Assert.Equal(["ParametersNotRead=1"], _metrics.Counts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refreshes_at_most_every_five_minutes(bool failed)
    {
        Setup().Returns(() => failed ? throw new HttpRequestException("no route") : Task.FromResult(Of(MaxDuration("600", 3), Types("SWIM", 1))));
        await _rules.ReadAsync();
        _time.Advance(TimeSpan.FromSeconds(299));
        await _rules.RefreshAsync();
        VerifyCalls(1);

        _time.Advance(TimeSpan.FromSeconds(1));
        await _rules.RefreshAsync();
        await _rules.RefreshAsync();

        VerifyCalls(2);
    }

    [Fact]
    public async Task Runs_one_refresh_at_a_time_and_serves_the_previous_values_during_it()
    {
        var answer = new TaskCompletionSource<GetParametersResponse>();
        Setup().Returns(answer.Task);
        _time.Advance(TimeSpan.FromMinutes(5));

        Task refresh = _rules.RefreshAsync();
        _time.Advance(TimeSpan.FromMinutes(5));
        await _rules.RefreshAsync();

        Assert.False(refresh.IsCompleted);
        AssertInForce("deployed", 1440, "RUN", "CYCLING");
        answer.SetResult(Of(MaxDuration("600", 3), Types("SWIM", 1)));
        await refresh;
        AssertInForce("max-duration-minutes:3", 600, "SWIM");
        VerifyCalls(1);
    }

    [Fact]
    public void The_runbook_states_when_parameters_are_read_and_their_valid_values()
    {
        const string Runbook = "docs/runbooks/configuration-refused.md";

        CommittedFile.HoldsSection(Runbook, "reads", $"""
            The functions read all parameters when they start, which waits for {RuntimeRules.StartTimeout.TotalSeconds} s at most, and with the first request after each {RuntimeRules.Period.TotalMinutes} minutes.
            """);
        CommittedFile.HoldsSection(Runbook, "rules", $"""
            {string.Join('\n', WorkoutLimit.All.Select(limit => $"- `{limit.Parameter}` must be {limit.Rule}."))}
            - `{ParameterNames.SupportedTypes}` must be {WorkoutRules.SupportedTypesRule}. Each has the form `{ApiLimits.WorkoutTypePattern}`.
            """);
    }

    private static Parameter MaxDuration(string value, long version) => new() { Name = _names[0], Value = value, Version = version };

    private static Parameter Types(string value, long version) => new() { Name = _names[^1], Value = value, Version = version };

    private void AssertInForce(string version, int maxDuration, params string[] types)
    {
        RulesSnapshot current = _rules.Current;
        Assert.Equal((version, maxDuration), (current.Version, current.Rules[WorkoutLimit.MaxDurationMinutes]));
        Assert.Equal(types, current.Rules.SupportedTypes);
    }

    private Task RefreshLaterAsync()
    {
        _time.Advance(TimeSpan.FromMinutes(5));
        return _rules.RefreshAsync();
    }

    private void Answer(params Parameter[] values) => Setup().ReturnsAsync(Of(values));

    // The limits that no test changes keep their first version.
    private static GetParametersResponse Of(params Parameter[] values) =>
        new() { Parameters = [.. values, .. WorkoutLimit.All[1..].Select(limit => new Parameter { Name = $"/workout-log/test/{limit.Parameter}", Value = $"{limit.Default}", Version = 1 })] };

    private Moq.Language.Flow.ISetup<IAmazonSimpleSystemsManagement, Task<GetParametersResponse>> Setup() => _parameters.Setup(
        parameters => parameters.GetParametersAsync(It.Is<GetParametersRequest>(request => request.Names.SequenceEqual(_names)), It.IsAny<CancellationToken>()));

    private void VerifyCalls(int count) => _parameters.Verify(
        parameters => parameters.GetParametersAsync(It.IsAny<GetParametersRequest>(), It.IsAny<CancellationToken>()), Times.Exactly(count));
}
