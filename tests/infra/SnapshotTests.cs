namespace WorkoutLog.Infra.Tests;

/// <summary>
/// The whole smallest stack; tests of components cover larger ones. Review every difference: a deployment would make the same
/// change. <c>UPDATE_SNAPSHOTS=1 dotnet test tests/infra</c> writes the file.
/// </summary>
public class SnapshotTests
{
    [Fact]
    public async Task The_smallest_stack()
    {
        var graph = await ProgramRun.OfAsync(
            "dev",
            ("dashboard", "false"), ("tracing", "false"), ("alarmEmails", "[]"), ("pointInTimeRecovery", "false"),
            ("processWorkoutReservedConcurrency", "unreserved"), ("queryWorkoutsReservedConcurrency", "unreserved"));

        CommittedFile.Holds("tests/infra/Snapshots/least.json", _ => GraphJson.Write(graph) + "\n");
    }
}
