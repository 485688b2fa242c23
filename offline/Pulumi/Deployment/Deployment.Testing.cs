using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>The resources in the order of their registration; the stack is the first.</summary>
    /// <exception cref="RunException">The program had one error.</exception>
    /// <exception cref="AggregateException">The program had several.</exception>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new()
        => EvaluateAsync(mocks, options, () => (TStack)typeof(TStack)
            .GetConstructor(Type.EmptyTypes)!
            .Invoke(BindingFlags.DoNotWrapExceptions, null, null, null));

    /// <inheritdoc cref="TestAsync{TStack}(IMocks, TestOptions?)"/>
    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return EvaluateAsync(mocks, options, () => serviceProvider.GetService(typeof(TStack)) as TStack
            ?? throw new InvalidOperationException(
                $"Failed to resolve instance of type {typeof(TStack)} from service provider. "
                + $"Register the type with the service provider before calling {nameof(RunAsync)}."));
    }

    /// <summary>The resources in the order of their registration, without the stack.</summary>
    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources)
        => EvaluateAsync(testMocks, testOptions, createResources, create => create());

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Action)"/>
    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
        => EvaluateAsync(testMocks, testOptions, createResources, create => create().GetAwaiter().GetResult());

    /// <summary>The resources in the order of their registration, without the stack, and the returned dictionary unchanged.</summary>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources)
    {
        IDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;
        var resources = await EvaluateAsync(testMocks, testOptions, createResources, create => outputs = create()).ConfigureAwait(false);
        return (resources, outputs);
    }

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{IDictionary{string, object?}})"/>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
        => TestAsync(testMocks, testOptions, () => createResources().GetAwaiter().GetResult());

    private static async Task<ImmutableArray<Resource>> EvaluateAsync<TCreate>(
        IMocks mocks, TestOptions? options, TCreate createResources, Action<TCreate> invoke)
    {
        var all = await EvaluateAsync(mocks, options, () =>
        {
            var stack = new Stack();
            invoke(createResources);
            return stack;
        }).ConfigureAwait(false);
        return [.. all.Where(resource => resource is not Stack)];
    }

    // Async, so that the caller does not see the async-local state it sets.
    private static async Task<ImmutableArray<Resource>> EvaluateAsync(IMocks mocks, TestOptions? options, Func<Stack> createStack)
    {
        var run = new ProgramRun(mocks, options);
        if (_currentInstance.Value is not null)
        {
            throw new InvalidOperationException("Deployment.Instance should only be set once at the beginning of a 'Run' call.");
        }

        _currentInstance.Value = new DeploymentInstance(run);
        await run.RunAsync(createStack).ConfigureAwait(false);
        return run.Resources.Registered;
    }
}
