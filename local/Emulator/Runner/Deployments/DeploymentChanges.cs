namespace WorkoutLog.Local.Runner;

/// <summary>Compares two deployments of one run.</summary>
internal static class ChangeFinder
{
    // Reported as versions, aliases and routes instead.
    private static readonly ImmutableArray<string> _reportedElsewhere = [LambdaAliasType.Token, DeploymentType.Token];

    private const string Body = "body";

    public static DeploymentChanges Between(Deployment before, Deployment now) => new(
        now.Number, now.Graph.Stack, [.. Versions(before, now)], [.. Aliases(before.Description.Targets, now.Description.Targets)],
        [.. Compare(Routes(before), Routes(now), JsonNode.DeepEquals, (kind, route) => new RouteChange(kind, route))],
        [.. Resources(before.Graph, now.Graph)]);

    private static IEnumerable<PublishedChange> Versions(Deployment before, Deployment now) =>
        from version in now.Versions
        let function = version.Declaration
        let known = before.Description.Functions.FirstOrDefault(known => known.FunctionName == function.FunctionName)
        where known?.Version != function.Version
        select new PublishedChange(function.Name, function.Version, known is null ? [] : ChangedInputs.Of(Function(before, known.Name), Function(now, function.Name)));

    private static GraphResource Function(Deployment deployment, string name) =>
        deployment.Graph.OfType(FunctionType.Token).Single(function => function.Name == name);

    private static IEnumerable<AliasChange> Aliases(ImmutableArray<InvokeTarget> before, ImmutableArray<InvokeTarget> now)
    {
        var (known, declared) = (ByAlias(before), ByAlias(now));
        return from key in known.Keys.Union(declared.Keys)
               let shares = (Before: known.GetValueOrDefault(key), Now: declared.GetValueOrDefault(key))
               where shares.Before != shares.Now
               select new AliasChange(key.Alias, key.Function, shares.Before?.ToString(), shares.Now?.ToString());
    }

    private static Dictionary<(string Alias, string Function), VersionShares> ByAlias(ImmutableArray<InvokeTarget> targets) =>
        targets.Where(target => target.Alias is not null).ToDictionary(target => (target.Alias!, target.Function.Name), target => target.Shares);

    private static Dictionary<string, JsonNode> Routes(Deployment deployment) =>
        OpenApiRoutes.Operations(deployment.Description.Api.Document).ToDictionary(
            operation => $"{operation.Method} {operation.Path}", operation => (JsonNode)operation.Description, StringComparer.Ordinal);

    private static IEnumerable<ResourceChange> Resources(ResourceGraph before, ResourceGraph now)
    {
        var (known, declared) = (Reported(before), Reported(now));
        return Compare(known, declared, (one, other) => Details(one, other).IsEmpty, (kind, urn) =>
        {
            var (one, other) = (known.GetValueOrDefault(urn), declared.GetValueOrDefault(urn));
            var resource = other ?? one!;
            return new ResourceChange(
                kind, resource.Type, (resource.Type == ParameterType.Token ? resource.Inputs.Text("name") : null) ?? resource.Name,
                one is null || other is null ? [] : Details(one, other));
        });
    }

    private static Dictionary<string, GraphResource> Reported(ResourceGraph graph) => graph.Resources
        .Where(resource => !resource.Component && !_reportedElsewhere.Contains(resource.Type))
        .ToDictionary(resource => resource.Urn, StringComparer.Ordinal);

    private static ImmutableArray<string> Details(GraphResource before, GraphResource now)
    {
        var inputs = ChangedInputs.Of(before, now);
        return now.Type switch
        {
            ParameterType.Token when inputs.Contains("value") => [$"{before.Inputs.Text("value")} → {now.Inputs.Text("value")}"],
            FunctionType.Token => [.. inputs.Where(input => !VersionDigest.Inputs.Contains(input))],
            RestApiType.Token => [.. inputs.Where(input => input != Body), .. inputs.Contains(Body) ? DocumentParts(before, now) : []],
            _ => inputs,
        };
    }

    // The document without its routes: policy, models, responses.
    private static IEnumerable<string> DocumentParts(GraphResource before, GraphResource now)
    {
        var (known, declared) = (JsonNode.Parse(before.Inputs.Text(Body)!)!.AsObject(), JsonNode.Parse(now.Inputs.Text(Body)!)!.AsObject());
        return known.Concat(declared).Select(part => part.Key).Distinct(StringComparer.Ordinal)
            .Where(part => part != "paths" && !JsonNode.DeepEquals(known[part], declared[part]));
    }

    private static IEnumerable<TChange> Compare<TPart, TChange>(
        Dictionary<string, TPart> before, Dictionary<string, TPart> now, Func<TPart, TPart, bool> areEqual, Func<ChangeKind, string, TChange> change)
        where TPart : class
    {
        foreach (var (key, part) in now)
        {
            if (!before.TryGetValue(key, out var known))
            {
                yield return change(ChangeKind.Added, key);
            }
            else if (!areEqual(known, part))
            {
                yield return change(ChangeKind.Changed, key);
            }
        }

        foreach (var key in before.Keys.Where(key => !now.ContainsKey(key)))
        {
            yield return change(ChangeKind.Removed, key);
        }
    }
}

/// <param name="Deployment">Number of the deployment within the run, from 1.</param>
/// <param name="Aliases">Aliases that point to other versions now.</param>
/// <param name="Resources">Other resources that are new, changed or gone.</param>
public sealed record DeploymentChanges(
    int Deployment, string Stack, ImmutableArray<PublishedChange> Versions, ImmutableArray<AliasChange> Aliases,
    ImmutableArray<RouteChange> Routes, ImmutableArray<ResourceChange> Resources)
{
    [JsonIgnore]
    public bool IsEmpty => Versions.IsEmpty && Aliases.IsEmpty && Routes.IsEmpty && Resources.IsEmpty;
}

/// <param name="Inputs">Inputs that differ from the previous version; empty for the first one.</param>
public sealed record PublishedChange(string Function, string Version, ImmutableArray<string> Inputs);

/// <param name="Before"><c>1</c>, or <c>1 (90 %), 2 (10 %)</c>; null for a new alias.</param>
/// <param name="Now">Null for a deleted alias.</param>
public sealed record AliasChange(string Alias, string Function, string? Before, string? Now);

/// <param name="Route"><c>GET /stats/{userId}</c>.</param>
public sealed record RouteChange(ChangeKind Kind, string Route);

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
