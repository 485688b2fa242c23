using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Tests.Cost;

/// <summary>The graphs of the committed stacks, evaluated once.</summary>
public sealed class Stacks : IAsyncLifetime
{
    public const string Name = "Stacks";

    public ResourceGraph Dev { get; private set; } = null!;

    public ResourceGraph Prod { get; private set; } = null!;

    /// <summary>A stack with everything that can be switched on, as the program last registered it.</summary>
    public static ResourceGraph Fullest => GraphJson.Read(File.ReadAllText(
        Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "tests", "infra", "Snapshots", "fullest.json")));

    public ResourceGraph this[string stack] => stack == "dev" ? Dev : Prod;

    public async Task InitializeAsync()
    {
        var repository = Repository.Find(AppContext.BaseDirectory);
        Dev = await StackProgram.EvaluateAsync(repository, "dev", CancellationToken.None);
        Prod = await StackProgram.EvaluateAsync(repository, "prod", CancellationToken.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>Pulumi's configuration is the process's own: while other tests evaluate one stack, these can't evaluate another.</summary>
[CollectionDefinition(Stacks.Name, DisableParallelization = true)]
public sealed class EvaluatedAlone : ICollectionFixture<Stacks>;
