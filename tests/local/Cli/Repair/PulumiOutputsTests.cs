using WorkoutLog.Local.Cli.Repair;
using WorkoutLog.Storage;

namespace WorkoutLog.Local.Tests.Cli.Repair;

public sealed class PulumiOutputsTests
{
    [Fact]
    public void Reads_the_names_of_both_tables() => Assert.Equal(
        new StorageTables(Logs: "logs-1a2b3c4", Stats: "stats-5d6e7f8"),
        PulumiOutputs.Read("""{"apiUrl":"https://example.org","tableNames":{"logs":"logs-1a2b3c4","stats":"stats-5d6e7f8"}}"""));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"tableNames":{"logs":"logs-1a2b3c4"}}""")]
    [InlineData("")]
    public void Finds_none_in_a_stack_that_is_not_deployed(string outputs) => Assert.Null(PulumiOutputs.Read(outputs));
}
