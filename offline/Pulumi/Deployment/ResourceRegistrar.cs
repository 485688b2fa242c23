using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Pulumi;

/// <summary>
/// Registers resources with the mocks. Completes synchronously when nothing is pending, so that their order is the constructors'.
/// </summary>
internal sealed class ResourceRegistrar(ProgramRun run, IMocks mocks)
{
    private ImmutableArray<Resource> _registered = [];

    public ImmutableArray<Resource> Registered => _registered;

    public async Task RegisterAsync(ResourceRegistration registration, PendingOutputs outputs)
    {
        try
        {
            outputs.Complete(await GetStateAsync(registration).ConfigureAwait(false));
        }
        catch (Exception failure)
        {
            // Everything derived from the outputs fails with the same exception, which is then reported once.
            outputs.Fail(failure);
            throw;
        }
    }

    public async Task RegisterOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var urn = await resource.Urn.Data.ConfigureAwait(false);
        var values = await outputs.Data.ConfigureAwait(false);
        var sent = ImmutableDictionary.CreateBuilder<string, Output<object?>>();
        foreach (var (key, value) in values.Value ?? ImmutableDictionary<string, object?>.Empty)
        {
            var path = $"monitor.registerResourceOutputs(...).{key}";
            var serialized = await PropertySerializer.SerializeAsync(path, key, value).ConfigureAwait(false);
            if (serialized.Value is not null || !serialized.IsKnown || serialized.IsSecret)
            {
                sent.Add(key, new(Task.FromResult(serialized with { Dependencies = [] })));
            }
        }

        await mocks.RegisterResourceOutputs(new(urn.Value, sent.ToImmutable())).ConfigureAwait(false);
    }

    private async Task<ResourceState> GetStateAsync(ResourceRegistration registration)
    {
        var (resource, options) = (registration.Resource, registration.Options);
        var readId = await OutputUtilities.GetValueAsync(options.Id.ToOutput()!).ConfigureAwait(false);

        await Dependencies.WaitAsync(await Dependencies.NamedAsync(options.DependsOn).ConfigureAwait(false)).ConfigureAwait(false);
        var inputs = await PropertySerializer.SerializeArgsAsync(registration.Label, registration.Args).ConfigureAwait(false);
        var parentUrn = registration.Parent is { } parent ? (await parent.Urn.Data.ConfigureAwait(false)).Value : null;
        var provider = registration.Custom ? await FindProviderAsync(registration).ConfigureAwait(false) : "";
        await Dependencies.WaitAsync(inputs.Dependencies).ConfigureAwait(false);

        var urn = NewUrn(parentUrn, resource.GetResourceType(), resource.GetResourceName());
        ImmutableInterlocked.Update(ref _registered, all => all.Add(resource));
        if (resource.GetResourceType() == Stack.RootType)
        {
            return new(urn, null, ImmutableDictionary<string, Resolved<object?>>.Empty);
        }

        var existingId = !string.IsNullOrEmpty(readId) ? readId : (options as CustomResourceOptions)?.ImportId;
        var (newId, state) = await mocks.NewResourceAsync(new()
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Inputs = inputs.KnownValues,
            Provider = provider,
            Id = existingId ?? "",
        }).ConfigureAwait(false);
        return new(
            urn,
            !string.IsNullOrEmpty(readId) ? readId : newId ?? existingId,
            await PropertySerializer.SerializeStateAsync(state).ConfigureAwait(false));
    }

    private static async Task<string> FindProviderAsync(ResourceRegistration registration)
    {
        var package = registration.Resource.GetResourceType().Split(':')[0];
        var provider = registration.Options.Provider ?? registration.Parent?.Providers.GetValueOrDefault(package);
        return provider is null ? "" : await provider.ReferenceAsync().ConfigureAwait(false);
    }

    // Keeps only the first type of the parent chain; mocks cannot see how deep a resource is nested.
    private string NewUrn(string? parentUrn, string type, string name)
    {
        var parentType = parentUrn?.Split("::")[2].Split('$')[0];
        var chain = parentType is null ? type : $"{parentType}${type}";
        return $"urn:pulumi:{run.StackName}::{run.ProjectName}::{chain}::{name}";
    }
}
