using WorkoutLog.Local.Cli;
using WorkoutLog.Local.Cli.Redeploy;
using WorkoutLog.Local.Runner.Deployments.Changes;

namespace WorkoutLog.Local.Tests.Cli.Redeploy;

public sealed class ChangeTextTests
{
    [Fact]
    public void Tells_each_change_in_a_line() => Assert.Equal(
        """
        Deployment 4 of 'dev' is in force:
          version     Echo 3 (code, memorySize)
          alias       live of Echo: 2 → 2 (90 %), 3 (10 %)
          alias       live of Other: none → 1
          route       added GET /records
          rolePolicy  changed Echo-policy (policy)
          parameter   changed /workout-log/dev/max-duration-minutes: 1440 → 60
          parameter   removed /workout-log/dev/old

        """,
        Text(new DeploymentChanges(
            4,
            "dev",
            [new PublishedChange("Echo", "3", ["code", "memorySize"])],
            [new AliasChange("live", "Echo", "2", "2 (90 %), 3 (10 %)"), new AliasChange("live", "Other", null, "1")],
            [new RouteChange(ChangeKind.Added, "GET /records")],
            [
                new ResourceChange(ChangeKind.Changed, "aws:ssm/parameter:Parameter", "/workout-log/dev/max-duration-minutes", ["1440 → 60"]),
                new ResourceChange(ChangeKind.Removed, "aws:ssm/parameter:Parameter", "/workout-log/dev/old", []),
                new ResourceChange(ChangeKind.Changed, "aws:iam/rolePolicy:RolePolicy", "Echo-policy", ["policy"]),
            ])));

    [Fact]
    public void Says_that_nothing_changed() =>
        Assert.Equal("Deployment 2 of 'dev' is in force; nothing changed.\n", Text(new DeploymentChanges(2, "dev", [], [], [], [])));

    private static string Text(DeploymentChanges changes)
    {
        using var output = new StringWriter { NewLine = "\n" };
        ChangeText.Write(changes, People.Plain(output, 200));
        return output.ToString();
    }
}
