using System.Collections.Immutable;

namespace WorkoutLog.Local.Runner.Lambda.Versions;

/// <summary>The door to a function: each event goes to one of the versions behind it, by their shares.</summary>
/// <param name="random">Draws the version; shared with other doors.</param>
internal sealed class FunctionEntry(InvokeTarget target, LambdaFunctions functions, Random random)
{
    private ImmutableDictionary<string, LiveVersion> _versions = ImmutableDictionary<string, LiveVersion>.Empty;

    public FunctionDeclaration Function => target.Function;

    /// <summary>Makes the versions live. They stay so until the door is closed.</summary>
    public void Open() => _versions = target.Shares.Versions.ToImmutableDictionary(
        version => version, version => functions.Find(Function.FunctionName).MakeLive(version), StringComparer.Ordinal);

    /// <summary>When no event comes any more. Those under way end on the version that took them.</summary>
    public void Close()
    {
        foreach (var version in _versions.Values)
        {
            version.Uses.Leave();
        }
    }

    /// <inheritdoc cref="LiveVersion.InvokeAsync"/>
    public Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> payload, string invokedArn, string traceId) =>
        _versions[target.Shares.Pick(Draw())].InvokeAsync(payload, invokedArn, traceId);

    // A seeded source is not safe to use from several threads.
    private double Draw()
    {
        if (target.Shares.Additional is null)
        {
            return 0;
        }

        lock (random)
        {
            return random.NextDouble();
        }
    }
}
