using WorkoutLog.Local.Runner.Aws;

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
