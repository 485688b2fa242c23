using WorkoutLog.Local.Fuzz;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;
using WorkoutLog.Local.Tests.EndToEnd;

namespace WorkoutLog.Local.Tests.Fuzz;

public sealed class FuzzRunTests : IDisposable
{
    private const int Requests = 500;

    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("workout-test-");
    private readonly string _folder;

    public FuzzRunTests() => _folder = Path.Combine(_parent.FullName, "repository");

    public void Dispose() => _parent.Delete(recursive: true);

    [Fact]
    public async Task A_running_stack_refuses_hostile_requests_as_it_should()
    {
        int seed = Random.Shared.Next();
        LocalRepository.Create(_folder);
        var repository = Repository.Find(_folder);
        var graph = await StackProgram.EvaluateAsync(repository, "dev", CancellationToken.None);
        var output = new FunctionOutput();
        await using var running = await LocalRun.StartAsync(
            graph, new LocalRunOptions(repository.Root, Port: 0, output.Take, TimeProvider.System), CancellationToken.None);

        var report = await FuzzRun.AgainstAsync(running, seed, [.. Enumerable.Range(0, Requests)], output, _ => { }, CancellationToken.None);

        Assert.Empty(report.Violations.Select(violation => $"seed {seed}: {violation}"));
        Assert.Equal((Requests, Requests), (report.ByKind.Values.Sum(), report.ByStatus.Values.Sum()));
        Assert.True(output.Lines >= Requests / 2, $"The functions said only {output.Lines} lines: their log was not heard.");
    }
}
