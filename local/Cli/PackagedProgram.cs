using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Versions;

namespace WorkoutLog.Local.Cli;

/// <summary>What every command on a stack begins with: the functions are packaged, then the program is evaluated.</summary>
internal static class PackagedProgram
{
    /// <exception cref="UserErrorException">The stack can't be evaluated, or its functions can't be packaged.</exception>
    public static Task<ResourceGraph> EvaluateAsync(Repository repository, string stack, CancellationToken cancellation) =>
        EvaluateAsync(repository, StackConfiguration.Load(repository, stack), PublishedVersions.None, cancellation);

    /// <param name="published">What is deployed already.</param>
    /// <exception cref="UserErrorException">The stack can't be evaluated, or its functions can't be packaged.</exception>
    public static async Task<ResourceGraph> EvaluateAsync(
        Repository repository, StackConfiguration configuration, PublishedVersions published, CancellationToken cancellation)
    {
        await StackArchives.UpdateAsync(repository, configuration, Console.Error.WriteLine, cancellation).ConfigureAwait(false);
        return await StackProgram.EvaluateAsync(repository, configuration, published, cancellation).ConfigureAwait(false);
    }
}
