using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Plan.Changes;

/// <summary>One property that differs.</summary>
/// <param name="Path">Such as <c>ttl.attributeName</c> or <c>globalSecondaryIndexes[byType].projectionType</c>.</param>
/// <param name="Before">Null where it was not set.</param>
/// <param name="After">Null where it is not set any more.</param>
/// <param name="Follows">
/// Name of the resource that is replaced or changed and of which this property carries an output; its new value is known only
/// afterwards. Null where the program itself says something else than before.
/// </param>
internal sealed record PropertyChange(PropertyPath Path, JsonNode? Before, JsonNode? After, string? Follows = null);
