using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What is known of a resource when it is registered. No <paramref name="Id"/> means an unknown one.</summary>
internal sealed record ResourceState(string Urn, string? Id, ImmutableDictionary<string, Resolved<object?>> Properties);
