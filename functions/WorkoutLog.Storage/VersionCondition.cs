using System.Collections.Immutable;

namespace WorkoutLog.Storage;

/// <summary>Which versions of a workout may be overwritten.</summary>
public sealed class VersionCondition
{
    private readonly ImmutableHashSet<int>? _versions;

    private VersionCondition(ImmutableHashSet<int>? versions) => _versions = versions;

    public static VersionCondition Any { get; } = new(null);

    /// <summary>Whether a version that was written in the meantime may be overwritten too.</summary>
    public bool IsAny => _versions is null;

    public static VersionCondition OneOf(IEnumerable<int> versions) => new([.. versions]);

    public bool Allows(int version) => _versions?.Contains(version) ?? true;
}
