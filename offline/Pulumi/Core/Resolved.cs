using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The result of an output: <paramref name="Value"/> means nothing unless <paramref name="IsKnown"/>.</summary>
internal sealed record Resolved<T>(T Value, bool IsKnown, bool IsSecret, ImmutableHashSet<Resource> Dependencies)
{
    public static Resolved<T> Known(T value, bool isSecret = false) => new(value, true, isSecret, []);

    /// <summary>Another value that keeps the secrecy and the dependencies of this one.</summary>
    public Resolved<TOther> With<TOther>(TOther value) => new(value, IsKnown, IsSecret, Dependencies);
}
