using System.Collections.Immutable;

namespace Pulumi;

public static partial class Output
{
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All((IEnumerable<Input<T>>)inputs);

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs)
        => new(GatherAsync(inputs.Select(input => input.ToTypedOutput()).ToArray()));

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => new(GatherAsync(outputs.ToArray()));

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => new(GatherAsync(outputs.ToArray()));

    /// <summary>All values: unknown if one is, secret if one is, with the dependencies of all.</summary>
    private static async Task<Resolved<ImmutableArray<T>>> GatherAsync<T>(Output<T>[] outputs)
    {
        var all = await Task.WhenAll(outputs.Select(output => output.Data)).ConfigureAwait(false);
        var known = Array.TrueForAll(all, one => one.IsKnown);
        return new(
            known ? [.. all.Select(one => one.Value)] : default,
            known,
            Array.Exists(all, one => one.IsSecret),
            [.. all.SelectMany(one => one.Dependencies)]);
    }
}
