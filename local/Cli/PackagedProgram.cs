using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Cli;

/// <summary>What every command on a stack begins with: the functions are packaged, then the program is evaluated.</summary>
internal static class PackagedProgram
{
    /// <exception cref="UserErrorException">The stack can't be evaluated, or its functions can't be packaged.</exception>
    public static async Task<ResourceGraph> EvaluateAsync(Repository repository, string stack, CancellationToken cancellation)
    {
        await StackArchives.UpdateAsync(repository, stack, Console.Error.WriteLine, cancellation).ConfigureAwait(false);
        return await StackProgram.EvaluateAsync(repository, stack, cancellation).ConfigureAwait(false);
    }
}
