using WorkoutLog.Bench.Baselines;
using WorkoutLog.Bench.Comparison;
using WorkoutLog.Local;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Bench.Tests.Support;

/// <summary>What the functions are measured on, and the baselines ready to start.</summary>
public sealed class BedFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workout-test-").FullName;

    internal Bed Bed { get; private set; } = null!;

    internal IReadOnlyList<FunctionUnderTest> Baselines { get; private set; } = [];

    public async Task InitializeAsync()
    {
        var repository = Repository.Find(AppContext.BaseDirectory);
        var graph = await StackProgram.EvaluateAsync(repository, "dev", CancellationToken.None);
        Bed = await Bed.StartAsync(graph, _folder, _ => { }, TimeProvider.System, CancellationToken.None);
        Baselines = await BaselineSetup.PrepareAsync(repository, Bed.Authority.AuthorityFile, _ => { }, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await Bed.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
