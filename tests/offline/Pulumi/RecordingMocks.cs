using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace WorkoutLog.Offline.Tests.PulumiCore;

/// <summary>Notes every call; a resource gets the identifier <c>name-id</c> and the state that <see cref="State"/> makes for it.</summary>
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
