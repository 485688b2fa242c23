using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace WorkoutLog.Local.CloudWatch.Metrics;

/// <summary>Names one metric. CloudWatch finds it only by exactly the dimensions with which it was emitted, in any order.</summary>
public sealed class MetricId : IEquatable<MetricId>
{
    private readonly int _hash;

    /// <param name="dimensions">Each name once.</param>
    public MetricId(string space, string name, IEnumerable<KeyValuePair<string, string>> dimensions)
    {
        Namespace = space;
        Name = name;
        Dimensions = [.. dimensions.OrderBy(dimension => dimension.Key, StringComparer.Ordinal)];
        var hash = default(HashCode);
        hash.Add(space);
        hash.Add(name);
        foreach (var dimension in Dimensions)
        {
            hash.Add(dimension);
        }

        _hash = hash.ToHashCode();
    }

    public MetricId(string space, string name, params (string Name, string Value)[] dimensions)
        : this(space, name, dimensions.Select(dimension => KeyValuePair.Create(dimension.Name, dimension.Value)))
    {
    }

    public string Namespace { get; }

    public string Name { get; }

    /// <summary>In the order of their names.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Dimensions { get; }

    public bool Equals([NotNullWhen(true)] MetricId? other) =>
        other is not null && _hash == other._hash && Namespace == other.Namespace && Name == other.Name && Dimensions.SequenceEqual(other.Dimensions);

    public override bool Equals(object? obj) => Equals(obj as MetricId);

    public override int GetHashCode() => _hash;

    /// <summary><c>AWS/Lambda Errors {FunctionName=…}</c>.</summary>
    public override string ToString() => $"{Namespace} {Name} {{{string.Join(", ", Dimensions.Select(dimension => $"{dimension.Key}={dimension.Value}"))}}}";
}
