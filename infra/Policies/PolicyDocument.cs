using System.Collections.Immutable;
using System.Text.Json;

namespace WorkoutLog.Infra.Policies;

/// <summary>An IAM policy document, in IAM's own member names.</summary>
public sealed record PolicyDocument
{
    public string Version { get; } = "2012-10-17";

    public required ImmutableArray<PolicyStatement> Statement { get; init; }

    public static PolicyDocument Of(params ImmutableArray<PolicyStatement> statements) => new() { Statement = statements };

    public string ToJson() => JsonSerializer.Serialize(this);
}
