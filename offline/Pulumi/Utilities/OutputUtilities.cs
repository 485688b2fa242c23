using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>Access to outputs for tests; a program uses Apply.</summary>
public static class OutputUtilities
{
    /// <summary>The value, or the type's default value when it is unknown.</summary>
    public static async Task<T> GetValueAsync<T>(Output<T> output)
    {
        var data = await output.Data.ConfigureAwait(false);
        return data.IsKnown ? data.Value : default!;
    }

    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.Data.ConfigureAwait(false)).IsKnown;

    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output)
        => (await output.Data.ConfigureAwait(false)).Dependencies;

    public static Output<T> CreateUnknown<T>(T value) => new(Task.FromResult(Resolved<T>.Known(value) with { IsKnown = false }));

    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return new(UnknownAsync(valueFactory));
    }

    private static async Task<Resolved<T>> UnknownAsync<T>(Func<Task<T>> valueFactory)
        => Resolved<T>.Known(await valueFactory().ConfigureAwait(false)) with { IsKnown = false };
}
