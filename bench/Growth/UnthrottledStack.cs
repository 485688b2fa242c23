using WorkoutLog.Local;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Bench.Growth;

/// <summary>The development stack without its throttling limits, which would otherwise dominate the measurement.</summary>
internal static class UnthrottledStack
{
    private const string Name = "dev";

    // The settings' maximum, which is the account's quota.
    private static readonly Dictionary<string, string> _settings = new()
    {
        ["throttleRate"] = "10000",
        ["throttleBurst"] = "5000",
        ["processWorkoutReservedConcurrency"] = "unreserved",
        ["queryWorkoutsReservedConcurrency"] = "unreserved",
    };

    public static async Task<ResourceGraph> EvaluateAsync(Repository repository, CancellationToken cancellation)
    {
        var configuration = StackConfiguration.Load(repository, Name);
        foreach ((string key, string value) in _settings)
        {
            configuration.Values[$"{configuration.Project}:{key}"] = value;
        }

        var recorder = new GraphRecorder();
        var mocks = new AwsMocks(new AwsNames(configuration.Project, configuration.Stack, configuration.Region));
        await StackProgram.RunAsync(configuration, repository, mocks, recorder).WaitAsync(cancellation);
        return await recorder.BuildAsync(configuration, repository.Root, mocks);
    }
}
