using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

// A run reads the process's environment and sets the exit code.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace WorkoutLog.Offline.Tests.PulumiCore;

internal static class Evaluate
{
    public static async Task<ImmutableArray<Resource>> PreviewAsync(RecordingMocks mocks, Action program)
    {
        // A failing run sets the exit code of the process, here the test runner.
        try
        {
            return await Deployment.TestAsync(mocks, new TestOptions(), program);
        }
        finally
        {
            Environment.ExitCode = 0;
        }
    }

    public static Task<ImmutableArray<Resource>> LiveAsync(RecordingMocks mocks, Action program) =>
        Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, program);

    /// <summary>The mocks' view of a thing with these arguments.</summary>
    public static async Task<MockResourceArgs> InputsAsync(Func<ThingArgs> args)
    {
        var mocks = new RecordingMocks();
        await PreviewAsync(mocks, () => _ = new Thing("thing", args()));
        return mocks.Named("thing");
    }

    /// <summary>The thing that results from a mock with this state.</summary>
    public static async Task<Thing> ThingAsync(object state, bool isPreview = true)
    {
        var mocks = new RecordingMocks { State = _ => state };
        Action program = () => _ = new Thing("thing", new ThingArgs { Title = "title" });
        return (Thing)(await (isPreview ? PreviewAsync(mocks, program) : LiveAsync(mocks, program))).Single();
    }

    public static async Task<RunException> FailureAsync(Action program, RecordingMocks? mocks = null) =>
        await Assert.ThrowsAsync<RunException>(() => PreviewAsync(mocks ?? new RecordingMocks(), program));

    /// <summary>The messages of all errors that the run reports.</summary>
    public static async Task<string[]> ErrorsAsync(Action program, RecordingMocks? mocks = null)
    {
        var failure = await Record.ExceptionAsync(() => PreviewAsync(mocks ?? new RecordingMocks(), program));
        var all = failure is AggregateException several ? [.. several.InnerExceptions] : new[] { failure };
        return [.. all.Select(one => Assert.IsType<RunException>(one).Message)];
    }

    public static Task<T> ValueAsync<T>(this Output<T> output) => OutputUtilities.GetValueAsync(output);

    public static Task<bool> IsKnownAsync<T>(this Output<T> output) => OutputUtilities.GetIsKnownAsync(output);

    public static Task<bool> IsSecretAsync<T>(this Output<T> output) => Output.IsSecretAsync(output);
}

/// <summary>Records every call; a resource gets the identifier <c>name-id</c> and the state that <see cref="State"/> returns for it.</summary>
internal sealed class RecordingMocks : IMocks
{
    private readonly ConcurrentQueue<MockResourceArgs> _resources = new();
    private readonly ConcurrentQueue<MockCallArgs> _calls = new();
    private readonly ConcurrentQueue<MockRegisterResourceOutputsRequest> _outputs = new();
    private readonly ConcurrentQueue<string> _sequence = new();

    public Func<MockResourceArgs, Task<(string? id, object state)>>? NewResource { get; init; }

    public Func<MockResourceArgs, object> State { get; init; } = _ => ImmutableDictionary<string, object>.Empty;

    public Func<MockCallArgs, object> Result { get; init; } = _ => ImmutableDictionary<string, object>.Empty;

    public IReadOnlyList<MockResourceArgs> Resources => [.. _resources];

    public IReadOnlyList<MockCallArgs> Calls => [.. _calls];

    public IReadOnlyList<MockRegisterResourceOutputsRequest> Outputs => [.. _outputs];

    /// <summary><c>new NAME</c> and <c>outputs NAME</c>, in the order of the calls.</summary>
    public IReadOnlyList<string> Sequence => [.. _sequence];

    public MockResourceArgs Named(string name) => Resources.Single(resource => resource.Name == name);

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _resources.Enqueue(args);
        _sequence.Enqueue($"new {args.Name}");
        return NewResource?.Invoke(args) ?? Task.FromResult<(string?, object)>(($"{args.Name}-id", State(args)));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        _calls.Enqueue(args);
        return Task.FromResult(Result(args));
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        _outputs.Enqueue(args);
        _sequence.Enqueue($"outputs {args.Urn.Split("::")[^1]}");
        return Task.CompletedTask;
    }
}
