using WorkoutLog.Local;

namespace WorkoutLog.Bench.Baselines;

/// <summary>Makes the baselines ready to start.</summary>
internal static class BaselineSetup
{
    /// <param name="authority">PEM file of the authority to trust.</param>
    /// <param name="say">Receives a line before each slow part.</param>
    /// <exception cref="UserErrorException">A program or a package is missing; the message says how to get it.</exception>
    public static async Task<IReadOnlyList<FunctionUnderTest>> PrepareAsync(
        Repository repository, string authority, Action<string> say, CancellationToken cancellation)
    {
        List<FunctionUnderTest> baselines = [];
        if (GoBaseline.IsInstalled)
        {
            baselines.Add(await GoBaseline.PrepareAsync(repository, authority, cancellation));
        }
        else
        {
            say(GoBaseline.Absence);
        }

        return
        [
            .. baselines,
            await PythonBaseline.PrepareAsync(repository, authority, cancellation),
            await JavaScriptBaseline.PrepareAsync(repository, authority, say, cancellation),
        ];
    }
}
