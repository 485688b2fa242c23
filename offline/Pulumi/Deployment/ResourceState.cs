using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The state of a resource at registration. No <paramref name="Id"/> means an unknown one.</summary>
internal sealed record ResourceState(string Urn, string? Id, ImmutableDictionary<string, Resolved<object?>> Properties);
