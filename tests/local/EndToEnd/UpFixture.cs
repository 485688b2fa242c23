namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>One run of the real stack for many tests; each of them has users of its own.</summary>
public sealed class UpFixture : IAsyncLifetime
{
    private UpProcess? _up;

    internal UpProcess Up => _up!;

    internal ApiClient Api => new(Up.Url);

    public async Task InitializeAsync() => _up = await UpProcess.StartAsync();

    public async Task DisposeAsync()
    {
        foreach (var call in CallLog.Read(CallLog.PathIn(Up.RepositoryRoot)))
        {
            AfterAllRuns.Calls.Enqueue(call);
        }

        await Up.DisposeAsync();
    }
}

/// <summary>The classes that share one run.</summary>
[CollectionDefinition(Name)]
public sealed class SharedRun : ICollectionFixture<UpFixture>
{
    public const string Name = "Shared run";
}

/// <summary>Classes that look at what the other tests did: collections that don't run in parallel run when all that do are through.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AfterAllRuns
{
    public const string Name = "After all runs";

    /// <summary>What the functions called in each run that has ended.</summary>
    internal static ConcurrentQueue<CallRecord> Calls { get; } = new();
}
