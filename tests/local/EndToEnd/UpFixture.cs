namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>One run of the real stack for many tests; each of them has its own users.</summary>
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

/// <summary>Classes that check the effects of other tests: collections without parallelization run after all others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AfterAllRuns
{
    public const string Name = "After all runs";

    /// <summary>The functions' calls to AWS in all ended runs.</summary>
    internal static ConcurrentQueue<CallRecord> Calls { get; } = new();
}
