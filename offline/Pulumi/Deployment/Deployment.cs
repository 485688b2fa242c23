namespace Pulumi;

/// <summary>Runs a program. This stand-in runs it against mocks only.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> _currentInstance = new();

    private Deployment()
    {
    }

    /// <exception cref="InvalidOperationException">There is no run.</exception>
    public static DeploymentInstance Instance => _currentInstance.Value
        ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal static ProgramRun? CurrentRun => _currentInstance.Value?.Run;

    internal static ProgramRun RequiredRun => Instance.Run;

    public static Task<int> RunAsync(Action action) => RefuseAsync();

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RefuseAsync();

    public static Task<int> RunAsync(Func<Task> func) => RefuseAsync();

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) => RefuseAsync();

    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new()
        => RefuseAsync();

    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
        => RefuseAsync();

    private static Task<int> RefuseAsync()
    {
        var underEngine = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("PULUMI_MONITOR"));
        return Task.FromException<int>(new InvalidOperationException(underEngine
            ? "This program was built with the stand-in for the package Pulumi, which cannot talk to the Pulumi engine; "
                + "build it with WORKOUT_PACKAGES=nuget"
            : "Program run without the Pulumi engine available; re-run using the `pulumi` CLI"));
    }
}
