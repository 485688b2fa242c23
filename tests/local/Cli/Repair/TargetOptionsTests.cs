using WorkoutLog.Local.Cli;

namespace WorkoutLog.Local.Tests.Cli.Repair;

public sealed class TargetOptionsTests
{
    [Theory]
    [InlineData("--user u --logs-table l --stats-table s", "--logs-table, --stats-table and --region go with --aws.")]
    [InlineData("--user u --region us-east-1", "--logs-table, --stats-table and --region go with --aws.")]
    [InlineData("--user u --aws --logs-table l", "--logs-table and --stats-table go together.")]
    [InlineData("--user u#1", "--user: userId may hold only letters A-Z and a-z, digits and . _ : @ -; received \"u#1\".")]
    public void Refuses_options_that_do_not_fit(string arguments, string error)
    {
        var parsed = RepairCommand.Create().Parse(arguments);

        Assert.Equal([error], parsed.Errors.Select(found => found.Message));
    }

    [Theory]
    [InlineData("--user u")]
    [InlineData("--user u --aws --mend --json --stack prod")]
    [InlineData("--user u --aws --logs-table l --stats-table s --region us-east-1")]
    public void Takes_options_that_fit(string arguments) => Assert.Empty(RepairCommand.Create().Parse(arguments).Errors);
}
