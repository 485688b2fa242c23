using WorkoutLog.Bench.Baselines;
using WorkoutLog.Bench.Comparison;
using WorkoutLog.Local;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Bench.Tests.Support;

/// <summary>What the functions are measured on, and the baselines ready to start.</summary>
public sealed class BedFixture : IAsyncLifetime
{
    /// <summary>Name of the collection of tests that share one bed: each builds the baselines into the same folder.</summary>
    public const string Shared = "bed";

    private readonly string _folder = Directory.CreateTempSubdirectory("workout-test-").FullName;

    internal Bed Bed { get; private set; } = null!;

    /// <summary>Our own <c>ProcessWorkout</c> and <c>QueryWorkouts</c>, as they are deployed.</summary>
    internal Contestant Own { get; private set; } = null!;

    private IReadOnlyList<FunctionUnderTest> Baselines { get; set; } = [];

    private List<string> Said { get; } = [];

    internal FunctionUnderTest Baseline(string name) => Baselines.SingleOrDefault(baseline => baseline.Name == name)
        ?? throw new InvalidOperationException($"There is no baseline '{name}': {string.Join(' ', Said)}");

    public async Task InitializeAsync()
    {
        var repository = Repository.Find(AppContext.BaseDirectory);
        var graph = await StackProgram.EvaluateAsync(repository, "dev", CancellationToken.None);
        Bed = await Bed.StartAsync(graph, _folder, _ => { }, TimeProvider.System, CancellationToken.None);
        Own = await OwnFunctions.UnpackAsync(Bed, repository.Root, Path.Combine(_folder, "own"), CancellationToken.None);
        Baselines = await BaselineSetup.PrepareAsync(repository, Bed.Authority.AuthorityFile, Said.Add, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await Bed.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

[CollectionDefinition(BedFixture.Shared)]
public sealed class BedTests : ICollectionFixture<BedFixture>;
