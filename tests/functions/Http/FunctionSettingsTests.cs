using WorkoutLog.Contracts;
using WorkoutLog.Http.Runtime;

namespace WorkoutLog.Functions.Tests.Http;

public sealed class FunctionSettingsTests : IDisposable
{
    private const string MaxDuration = "MAX_DURATION_MINUTES";
    private const string Types = "SUPPORTED_TYPES";
    private const string Level = "LOG_LEVEL";

    public void Dispose()
    {
        Deploy(null, null);
        Environment.SetEnvironmentVariable(Level, null);
    }

    [Fact]
    public void Reads_the_rules_of_the_deployment()
    {
        Deploy("600", "RUN,YOGA");

        var rules = FunctionSettings.DeployTimeRules();

        Assert.Equal(600, rules.MaxDurationMinutes);
        Assert.Equal(["RUN", "YOGA"], rules.SupportedTypes);
    }

    [Theory]
    [InlineData(null, "RUN", "The environment variable MAX_DURATION_MINUTES is not set.")]
    [InlineData("600", "", "The environment variable SUPPORTED_TYPES is not set.")]
    [InlineData("0", "RUN", "The environment variable MAX_DURATION_MINUTES is '0'; it must be a number above 0 and at most 44640.")]
    [InlineData("600", "run", "The environment variable SUPPORTED_TYPES is 'run'; it must be a list of distinct types in upper case, such as RUN,CYCLING.")]
    public void Refuses_to_start_without_valid_values(string? maxDuration, string? types, string expected)
    {
        Deploy(maxDuration, types);

        var thrown = Assert.Throws<InvalidOperationException>(FunctionSettings.DeployTimeRules);

        Assert.Equal(expected, thrown.Message);
    }

    [Fact]
    public void Reads_the_level_of_the_log()
    {
        Environment.SetEnvironmentVariable(Level, "WARN");

        Assert.Equal(LogLevel.Warn, FunctionSettings.LogLevel);
    }

    [Fact]
    public void Refuses_to_start_with_a_level_that_there_is_not()
    {
        Environment.SetEnvironmentVariable(Level, "LOUD");

        var thrown = Assert.Throws<InvalidOperationException>(() => FunctionSettings.LogLevel);

        Assert.Equal("The environment variable LOG_LEVEL is 'LOUD'; it must be DEBUG, INFO, WARN, ERROR.", thrown.Message);
    }

    private static void Deploy(string? maxDuration, string? types)
    {
        Environment.SetEnvironmentVariable(MaxDuration, maxDuration);
        Environment.SetEnvironmentVariable(Types, types);
    }
}
