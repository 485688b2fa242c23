using System.Collections.Concurrent;
using Pulumi;
using Pulumi.Utilities;

namespace WorkoutLog.Local.Graph;

/// <summary>
/// Records each resource with its options by a stack transformation: a mock gets neither parents nor options.
/// </summary>
public sealed class GraphRecorder
{
    private readonly ConcurrentQueue<(Resource Resource, ResourceOptions Options)> _seen = [];

    /// <summary>The transformation to give to the stack; it changes nothing.</summary>
    public ResourceTransformationResult? Record(ResourceTransformationArgs args)
    {
        _seen.Enqueue((args.Resource, args.Options));
        return null;
    }

    /// <summary>Joins what was seen with what the mocks answered.</summary>
    public async Task<ResourceGraph> BuildAsync(StackConfiguration configuration, string root, AwsMocks mocks)
    {
        var parents = _seen.ToDictionary(seen => seen.Resource, seen => seen.Options.Parent);
        var values = new GraphValues(root);
        var resources = new List<(int Order, GraphResource Resource)>();
        foreach (var (resource, options) in _seen.Where(seen => seen.Resource is not Stack))
        {
            var registered = mocks.Registered[(resource.GetResourceType(), resource.GetResourceName())];
            resources.Add((registered.Order, new GraphResource(
                Urn(resource), resource.GetResourceType(), resource.GetResourceName(),
                options.Parent is null or Stack ? null : Urn(options.Parent), resource is ComponentResource,
                values.ToJson(registered.Inputs), Outputs(resource, registered),
                await OptionsAsync(options, Urn).ConfigureAwait(false))));
        }

        var outputs = new JsonObject();
        foreach (var (name, output) in mocks.StackOutputs.OrderBy(output => output.Key, StringComparer.Ordinal))
        {
            outputs[name] = values.ToJson(await OutputUtilities.GetValueAsync(output).ConfigureAwait(false));
        }

        return new ResourceGraph(
            configuration.Project,
            configuration.Stack,
            [.. resources.OrderBy(resource => resource.Order).Select(resource => resource.Resource)],
            outputs);

        // The program registers its own tags; the provider adds the others.
        JsonObject Outputs(Resource resource, RegisteredResource registered)
        {
            var json = values.ToJson(registered.Outputs);
            if (json["tags"] is JsonObject own && !configuration.DefaultTags.IsEmpty && resource.GetResourceType().StartsWith("aws:", StringComparison.Ordinal))
            {
                var all = configuration.DefaultTags.SetItems(own.Select(tag => KeyValuePair.Create(tag.Key, $"{tag.Value}")));
                json[GraphProperties.AllTags] = new JsonObject(all.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value)));
            }

            return json;
        }

        // As an engine builds them, with the types of all parent components; a mock's URN keeps only the outermost one.
        string Urn(Resource resource) => $"urn:pulumi:{configuration.Stack}::{configuration.Project}::{TypeOf(resource)}::{resource.GetResourceName()}";

        string TypeOf(Resource resource) => parents[resource] is { } parent and not Stack
            ? $"{TypeOf(parent)}${resource.GetResourceType()}"
            : resource.GetResourceType();
    }

    private static async Task<GraphOptions> OptionsAsync(ResourceOptions options, Func<Resource, string> urn)
    {
        Output<ImmutableArray<Resource>> dependencies = options.DependsOn;
        var dependsOn = await OutputUtilities.GetValueAsync(dependencies).ConfigureAwait(false);
        return new GraphOptions(
            options.Protect ?? false,
            options.IgnoreChanges,
            [.. dependsOn.Select(urn)],
            options.RetainOnDelete ?? false,
            (options as CustomResourceOptions)?.DeleteBeforeReplace ?? false,
            await Task.WhenAll(options.Aliases.Select(AliasAsync)).ConfigureAwait(false));
    }

    private static async Task<string> AliasAsync(Input<Alias> input)
    {
        Output<Alias> output = input;
        var alias = await OutputUtilities.GetValueAsync(output).ConfigureAwait(false);
        if (alias.Urn is not null)
        {
            return alias.Urn;
        }

        Output<string> name = alias.Name ?? "";
        return await OutputUtilities.GetValueAsync(name).ConfigureAwait(false);
    }
}
