using WorkoutLog.Local;

namespace WorkoutLog.Bench.Baselines;

/// <summary>Builds the baselines.</summary>
internal static class BaselineSetup
{
    /// <param name="authority">PEM file of the authority to trust, alone in its folder.</param>
    /// <param name="say">Receives one line before each slow step, and one for each missing language.</param>
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
