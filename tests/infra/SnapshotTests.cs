using WorkoutLog.Local.Graph;

namespace WorkoutLog.Infra.Tests;

/// <summary>
/// The least and the fullest stack, whole. A difference is to be read: it is what a deployment would change.
/// <c>UPDATE_SNAPSHOTS=1 dotnet test tests/infra</c> writes the files anew.
/// </summary>
public class SnapshotTests
{
    private static readonly (string, string)[] _least =
    [
        ("dashboard", "false"), ("tracing", "false"), ("alarmEmails", "[]"), ("pointInTimeRecovery", "false"), ("apiManageAccountLogging", "false"),
        ("processWorkoutReservedConcurrency", "unreserved"), ("queryWorkoutsReservedConcurrency", "unreserved"),
    ];

    private static readonly (string, string)[] _fullest =
    [
        ("allowedNetworks", """["192.0.2.0/24","2001:db8::/32"]"""),
        ("domainName", "api.example.org"),
        ("certificateArn", "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"),
        ("processWorkoutStableVersion", "7"), ("processWorkoutCanaryPercent", "10"),
        ("tags", """["team=running"]"""),
    ];

    [Fact]
    public async Task The_least_stack() => await CompareAsync("least", "dev", _least);

    [Fact]
    public async Task The_fullest_stack() => await CompareAsync("fullest", "prod", _fullest);

    private static async Task CompareAsync(string name, string stack, (string, string)[] settings)
    {
        var graph = await ProgramRun.OfAsync(stack, settings);

        CommittedFile.Holds($"tests/infra/Snapshots/{name}.json", _ => GraphJson.Write(graph) + "\n");
    }
}
