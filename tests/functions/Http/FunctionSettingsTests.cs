using WorkoutLog.Http.Runtime;

namespace WorkoutLog.Functions.Tests.Http;

public sealed class FunctionSettingsTests : IDisposable
{
    private static readonly string[] _variables = [FunctionEnvironment.SupportedTypes, FunctionEnvironment.LogLevel, .. WorkoutLimit.All.Select(limit => limit.Variable)];

    public void Dispose() => Deploy(null, null, null);

    [Fact]
    public void Reads_the_deployments_values()
    {
        Deploy("600", "RUN,YOGA", "WARN");
        var rules = FunctionSettings.DeployTimeRules();

        Assert.Equal((600, "RUN YOGA", LogLevel.Warn), (rules[WorkoutLimit.MaxDurationMinutes], string.Join(' ', rules.SupportedTypes), FunctionSettings.LogLevel));
    }

    [Theory]
    [InlineData(null, "RUN", "The environment variable MAX_DURATION_MINUTES is not set.")]
    [InlineData("600", "", "The environment variable SUPPORTED_TYPES is not set.")]
    [InlineData("0", "RUN", "MAX_DURATION_MINUTES must be a whole number from 1 to 10080; got '0'.")]
    [InlineData("600", "run", "SUPPORTED_TYPES must be a list of distinct types in upper case, such as RUN,CYCLING; got 'run'.")]
    [InlineData("600", "RUN", "LOG_LEVEL must be one of DEBUG, INFO, WARN, ERROR; got 'LOUD'.")]
    public void Refuses_to_start_without_valid_values(string? maxDuration, string? types, string expected)
    {
        Deploy(maxDuration, types, "LOUD");

        var thrown = Assert.Throws<InvalidOperationException>(() => $"{FunctionSettings.DeployTimeRules()} {FunctionSettings.LogLevel}");

        Assert.Equal(expected, thrown.Message);
    }

    [Fact]
    public void Refuses_to_start_without_any_of_the_limits()
    {
        foreach (var limit in WorkoutLimit.All)
        {
            Deploy("600", "RUN", "WARN");
            Environment.SetEnvironmentVariable(limit.Variable, null);

            Assert.Contains(limit.Variable, Assert.Throws<InvalidOperationException>(FunctionSettings.DeployTimeRules).Message, StringComparison.Ordinal);
        }
    }

    private static void Deploy(string? maxDuration, string? types, string? logLevel)
    {
        var limits = WorkoutLimit.All.Select(limit => limit == WorkoutLimit.MaxDurationMinutes ? maxDuration : maxDuration is null ? null : $"{limit.Default}");
        foreach (var (variable, value) in _variables.Zip([types, logLevel, .. limits]))
        {
            Environment.SetEnvironmentVariable(variable, value);
        }
    }
}
