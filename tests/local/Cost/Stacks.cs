using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Tests.Cost;

/// <summary>The graphs of the committed stacks, evaluated once; each class has a copy, as JSON nodes are not made for several threads.</summary>
public sealed class Stacks : IAsyncLifetime
{
    private static readonly Lazy<Task<string[]>> _graphs = new(EvaluateAsync);

    public ResourceGraph Dev { get; private set; } = null!;

    public ResourceGraph Prod { get; private set; } = null!;

    /// <summary>A stack with everything that can be switched on, as the program last registered it.</summary>
    public static ResourceGraph Fullest => GraphJson.Read(File.ReadAllText(
        Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "tests", "infra", "Snapshots", "fullest.json")));

    public ResourceGraph this[string stack] => stack == "dev" ? Dev : Prod;

    public async Task InitializeAsync() => (Dev, Prod) = await _graphs.Value is [var dev, var prod] ? (GraphJson.Read(dev), GraphJson.Read(prod)) : default;

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<string[]> EvaluateAsync()
    {
        var repository = Repository.Find(AppContext.BaseDirectory);
        return
        [
            GraphJson.Write(await StackProgram.EvaluateAsync(repository, "dev", CancellationToken.None)),
            GraphJson.Write(await StackProgram.EvaluateAsync(repository, "prod", CancellationToken.None)),
        ];
    }
}
