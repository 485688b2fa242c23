using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Forwards calls of provider functions to the mocks.</summary>
internal sealed class FunctionInvoker(ProgramRun run, IMocks mocks)
{
    /// <summary>Calls the mock with the known arguments.</summary>
    public async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        var inputs = await PropertySerializer.SerializeArgsAsync($"invoke:{token}", args).ConfigureAwait(false);
        return (await CallAsync<T>(token, inputs, options).ConfigureAwait(false)).Value;
    }

    /// <summary>Calls the mock only when all arguments are known and all resources they come from have an identifier.</summary>
    public async Task<Resolved<T>> InvokeOutputAsync<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        var inputs = await SerializeAsync(token, args).ConfigureAwait(false);
        var dependencies = inputs.Dependencies;
        if (options is InvokeOutputOptions { DependsOn: var dependsOn })
        {
            dependencies = dependencies.Union(await Dependencies.NamedAsync(dependsOn).ConfigureAwait(false));
        }

        return inputs.AllKnown && await Dependencies.AllCreatedAsync(dependencies).ConfigureAwait(false)
            ? await CallAsync<T>(token, inputs, options).ConfigureAwait(false) with { Dependencies = dependencies }
            : new(default!, false, false, []);
    }

    private static async Task<string> FindProviderAsync(string token, InvokeOptions? options)
    {
        var provider = options?.Provider ?? options?.Parent?.Providers.GetValueOrDefault(token.Split(':')[0]);
        return provider is null ? "" : await provider.ReferenceAsync().ConfigureAwait(false);
    }

    private async Task<Resolved<T>> CallAsync<T>(string token, SerializedArgs inputs, InvokeOptions? options)
    {
        var result = await mocks.CallAsync(new()
        {
            Token = token,
            Args = inputs.KnownValues,
            Provider = await FindProviderAsync(token, options).ConfigureAwait(false),
        }).ConfigureAwait(false);
        var properties = await PropertySerializer.SerializeStateAsync(result).ConfigureAwait(false);
        return new(
            OutputConverter.Convert<T>(properties.ToImmutableDictionary(property => property.Key, property => property.Value.Value!)),
            properties.Values.All(property => property.IsKnown),
            properties.Values.Any(property => property.IsSecret),
            []);
    }

    // Arguments that cannot be sent are an error of the run, in addition to the failed result.
    private async Task<SerializedArgs> SerializeAsync(string token, InvokeArgs args)
    {
        try
        {
            return await PropertySerializer.SerializeArgsAsync($"invoke:{token}", args).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            run.Log(LogLevel.Error, $"Error serializing arguments for invoke {token}: {failure.Message}");
            throw;
        }
    }
}
