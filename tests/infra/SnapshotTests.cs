namespace WorkoutLog.Infra.Tests;

/// <summary>
/// The smallest stack, whole; what a larger one adds is asserted by component. A difference is to be read: it is what a deployment
/// would change. <c>UPDATE_SNAPSHOTS=1 dotnet test tests/infra</c> writes the file.
/// </summary>
public class SnapshotTests
{
    [Fact]
    public async Task The_least_stack()
    {
        var graph = await ProgramRun.OfAsync(
            "dev",
            ("dashboard", "false"), ("tracing", "false"), ("alarmEmails", "[]"), ("pointInTimeRecovery", "false"),
            ("processWorkoutReservedConcurrency", "unreserved"), ("queryWorkoutsReservedConcurrency", "unreserved"));

        CommittedFile.Holds("tests/infra/Snapshots/least.json", _ => GraphJson.Write(graph) + "\n");
    }
}
