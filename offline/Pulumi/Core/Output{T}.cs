namespace Pulumi;

/// <summary>A value that becomes available later, with its dependencies and whether it is secret.</summary>
public sealed class Output<T> : IOutput
{
    internal Output(Task<Resolved<T>> data)
    {
        Data = data;
        // A run ends when all of its outputs have completed, and fails when one of them fails, used or not.
        Pulumi.Deployment.CurrentRun?.Track(data);
    }

    internal Task<Resolved<T>> Data { get; }

    async Task<Resolved<object?>> IOutput.ResolveAsync()
    {
        var data = await Data.ConfigureAwait(false);
        return data.With<object?>(data.Value);
    }

    public static Output<T> Create(Task<T> value) => Output.Create(value);

    public Output<TResult> Apply<TResult>(Func<T, TResult> func)
        => Then(value => Task.FromResult(Resolved<TResult>.Known(func(value))));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func)
        => Then(async value => Resolved<TResult>.Known(await func(value).ConfigureAwait(false)));

    public Output<ValueTuple> Apply(Func<T, Task> func)
        => Then(async value =>
        {
            await func(value).ConfigureAwait(false);
            return Resolved<ValueTuple>.Known(default);
        });

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func)
        => Then(value => func(value)?.ToTypedOutput().Data ?? Task.FromResult(Resolved<TResult>.Known(default!)));

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func)
        => Then(value => func(value)?.Data ?? Task.FromResult(Resolved<TResult>.Known(default!)));

    /// <summary>
    /// Never the value, which may not be available yet: a text that says so.
    /// Outside a run it throws <see cref="InvalidOperationException"/>.
    /// </summary>
    public override string ToString()
    {
        Pulumi.Deployment.RequiredRun.Log(
            LogLevel.Warn, "An Output was converted to text; Output.Format or Apply gives its value.");
        return "Calling [ToString] on an [Output<T>] is not supported. Use Output.Format($\"...\") or Apply(...) for its value.";
    }

    private Output<TResult> Then<TResult>(Func<T, Task<Resolved<TResult>>> next) => new(ContinueAsync(next));

    private async Task<Resolved<TResult>> ContinueAsync<TResult>(Func<T, Task<Resolved<TResult>>> next)
    {
        var outer = await Data.ConfigureAwait(false);
        if (!outer.IsKnown)
        {
            return outer.With<TResult>(default!);
        }

        var inner = await next(outer.Value).ConfigureAwait(false);
        return inner with
        {
            IsSecret = outer.IsSecret || inner.IsSecret,
            Dependencies = outer.Dependencies.Union(inner.Dependencies),
        };
    }
}
