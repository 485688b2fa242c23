using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Takes the calls of provider functions to the mocks.</summary>
internal sealed class FunctionInvoker(ProgramRun run, IMocks mocks)
{
    /// <param name="reportsBadArguments">Arguments that cannot be sent are an error of the run, besides the failure of the result.</param>
    public async Task<Resolved<T>> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options, bool reportsBadArguments)
    {
        if (options is InvokeOutputOptions { DependsOn: var dependsOn })
        {
            await Dependencies.WaitAsync(dependsOn).ConfigureAwait(false);
        }

        var inputs = await SerializeAsync(token, args, reportsBadArguments).ConfigureAwait(false);
        if (!inputs.AllKnown)
        {
            return new(default!, false, inputs.AnySecret, inputs.Dependencies);
        }

        var result = await mocks.CallAsync(new()
        {
            Token = token,
            Args = inputs.KnownValues,
            Provider = await FindProviderAsync(token, options).ConfigureAwait(false),
        }).ConfigureAwait(false);
        var properties = await PropertySerializer.SerializeStateAsync(result).ConfigureAwait(false);
        var value = properties.ToImmutableDictionary(property => property.Key, property => property.Value.Value!);
        return new(
            OutputConverter.Convert<T>(value),
            properties.Values.All(property => property.IsKnown),
            properties.Values.Any(property => property.IsSecret),
            inputs.Dependencies);
    }

    private static async Task<string> FindProviderAsync(string token, InvokeOptions? options)
    {
        var provider = options?.Provider ?? options?.Parent?.Providers.GetValueOrDefault(token.Split(':')[0]);
        return provider is null ? "" : await provider.ReferenceAsync().ConfigureAwait(false);
    }

    private async Task<SerializedArgs> SerializeAsync(string token, InvokeArgs args, bool reportsBadArguments)
    {
        try
        {
            return await PropertySerializer.SerializeArgsAsync($"invoke:{token}", args).ConfigureAwait(false);
        }
        catch (Exception failure) when (reportsBadArguments)
        {
            run.Log(LogLevel.Error, $"Error serializing arguments for invoke {token}: {failure.Message}");
            throw;
        }
    }
}
