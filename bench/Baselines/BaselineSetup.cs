using WorkoutLog.Local;

namespace WorkoutLog.Bench.Baselines;

/// <summary>Makes the baselines ready to start.</summary>
internal static class BaselineSetup
{
    /// <param name="authority">PEM file of the authority to trust; its folder holds nothing else.</param>
    /// <param name="say">Receives a line before each slow part, and one for each language that this machine lacks.</param>
    /// <exception cref="UserErrorException">A baseline can't be built, or its packages can't be fetched.</exception>
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

        if (await PythonBaselines.AreInstalledAsync(cancellation))
        {
            baselines.AddRange(await PythonBaselines.PrepareAsync(repository, authority, cancellation));
        }
        else
        {
            say(PythonBaselines.Absence);
        }

        if (JavaScriptBaselines.AreInstalled)
        {
            baselines.AddRange(await JavaScriptBaselines.PrepareAsync(repository, authority, say, cancellation));
        }
        else
        {
            say(JavaScriptBaselines.Absence);
        }

        return baselines;
    }
}
