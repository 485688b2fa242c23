using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace WorkoutLog.Local.Runner.Deployments.Changes;

/// <summary>What a deployment changed.</summary>
/// <param name="Deployment">Counts the deployments of the run, from 1.</param>
/// <param name="Versions">That it published.</param>
/// <param name="Aliases">That point elsewhere now.</param>
/// <param name="Resources">All others that are new, changed or gone.</param>
public sealed record DeploymentChanges(
    int Deployment,
    string Stack,
    ImmutableArray<PublishedChange> Versions,
    ImmutableArray<AliasChange> Aliases,
    ImmutableArray<RouteChange> Routes,
    ImmutableArray<ResourceChange> Resources)
{
    [JsonIgnore]
    public bool IsEmpty => Versions.IsEmpty && Aliases.IsEmpty && Routes.IsEmpty && Resources.IsEmpty;
}

/// <param name="Inputs">In which it differs from the version before; empty for the first one.</param>
public sealed record PublishedChange(string Function, string Version, ImmutableArray<string> Inputs);

/// <param name="Before">As <c>1</c>, or <c>1 (90 %), 2 (10 %)</c>; null for a new alias.</param>
/// <param name="Now">Null for an alias that is gone.</param>
public sealed record AliasChange(string Alias, string Function, string? Before, string? Now);

/// <param name="Route"><c>GET /stats/{userId}</c>.</param>
public sealed record RouteChange(ChangeKind Kind, string Route);

/// <param name="Details">Inputs that differ; of a parameter its values.</param>
public sealed record ResourceChange(ChangeKind Kind, string Type, string Name, ImmutableArray<string> Details);

/// <summary>What happened to a part of the stack.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeKind>))]
public enum ChangeKind
{
    [JsonStringEnumMemberName("added")]
    Added,

    [JsonStringEnumMemberName("changed")]
    Changed,

    [JsonStringEnumMemberName("removed")]
    Removed,
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DeploymentChanges))]
internal sealed partial class DeploymentChangesJson : JsonSerializerContext;
