using WorkoutLog.Local.Runner;

namespace WorkoutLog.Local.WebConsole;

/// <summary>Apache ECharts, which draws the graphs. A run goes on without it.</summary>
internal static class ChartLibrary
{
    /// <summary>Under which the page asks for it.</summary>
    public const string FileName = "echarts.mjs";

    /// <param name="say">Receives one line when the library is missing.</param>
    /// <returns>The library as it is published, or the reason why it is missing.</returns>
    public static ConsoleAnswer Load(Action<string> say)
    {
        try
        {
            return new ConsoleAnswer(200, ConsoleAssets.ContentType(FileName), File.ReadAllBytes(NpmPackage.Find(NpmPackage.ECharts)));
        }
        catch (Exception exception) when (exception is UserErrorException or IOException or UnauthorizedAccessException)
        {
            say($"The console has no charts: {exception.Message}");
            return ConsoleAnswer.Text(404, exception.Message);
        }
    }
}
