using WorkoutLog.Bench.Baselines;
using WorkoutLog.Bench.Comparison;
using WorkoutLog.Local;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Bench.Tests.Support;

/// <summary>The test bed, and the baselines ready to start.</summary>
public sealed class TestBedFixture : IAsyncLifetime
{
    /// <summary>Name of the collection of tests that share one test bed, because they build the baselines into the same folder.</summary>
    public const string Shared = "bed";

    private readonly string _folder = Directory.CreateTempSubdirectory("workout-test-").FullName;

    internal TestBed TestBed { get; private set; } = null!;

    /// <summary>Our own <c>ProcessWorkout</c> and <c>QueryWorkouts</c>, as they are deployed.</summary>
    internal Contestant Own { get; private set; } = null!;

    private IReadOnlyList<FunctionUnderTest> Baselines { get; set; } = [];

    private List<string> Said { get; } = [];

    internal FunctionUnderTest Baseline(string name) => Baselines.SingleOrDefault(baseline => baseline.Name == name)
        ?? throw new InvalidOperationException($"No baseline '{name}': {string.Join(' ', Said)}");

    public async Task InitializeAsync()
    {
        var repository = Repository.Find(AppContext.BaseDirectory);
        var graph = await StackProgram.EvaluateAsync(repository, "dev", CancellationToken.None);
        TestBed = await TestBed.StartAsync(graph, _folder, _ => { }, TimeProvider.System, CancellationToken.None);
        Own = await OwnFunctions.UnpackAsync(TestBed, repository.Root, Path.Combine(_folder, "own"), CancellationToken.None);
        Baselines = await BaselineSetup.PrepareAsync(repository, TestBed.Authority.AuthorityFile, Said.Add, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await TestBed.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

[CollectionDefinition(TestBedFixture.Shared)]
public sealed class TestBedTests : ICollectionFixture<TestBedFixture>;
