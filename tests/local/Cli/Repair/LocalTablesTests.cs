using WorkoutLog.Local.Cli.Repair;

namespace WorkoutLog.Local.Tests.Cli.Repair;

public sealed class LocalTablesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workout-test-");

    [Fact]
    public async Task Says_that_the_stack_does_not_run()
    {
        var error = await Assert.ThrowsAsync<UserErrorException>(() => LocalTables.FindAsync(new Repository(_folder.FullName), "dev", CancellationToken.None));

        Assert.Equal(
            "The stack 'dev' does not run on this machine (artifacts/local/dev.json is not there). Start it: ./workout up --stack dev",
            error.Message);
    }

    [Fact]
    public async Task Says_that_a_run_has_ended_without_clearing_up()
    {
        // Nothing listens on port 1.
        Write("""{"processId":1,"url":"http://127.0.0.1:2/","endpoint":"http://127.0.0.1:1/","region":"us-east-1","token":"t","tables":{"logs":"logs-1a2b3c4","stats":"stats-5d6e7f8"}}""");

        var error = await Assert.ThrowsAsync<UserErrorException>(() => LocalTables.FindAsync(new Repository(_folder.FullName), "dev", CancellationToken.None));

        Assert.Equal(
            "The run of 'dev' that artifacts/local/dev.json tells of has ended: http://127.0.0.1:1/ does not answer. Start it again: ./workout up --stack dev",
            error.Message);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string text)
    {
        var folder = _folder.CreateSubdirectory("artifacts").CreateSubdirectory("local");
        File.WriteAllText(Path.Combine(folder.FullName, "dev.json"), text);
    }
}
