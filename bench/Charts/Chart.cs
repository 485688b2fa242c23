using System.Text.Json.Nodes;
using WorkoutLog.Bench.Tools;
using WorkoutLog.Local;

namespace WorkoutLog.Bench.Charts;

/// <summary>A chart, rendered by Apache ECharts.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Option">ECharts option object; it can't contain functions, so all labels are text.</param>
internal sealed record Chart(int Width, int Height, JsonObject Option)
{
    /// <summary>Writes it as SVG without fonts, links or random ids: the same chart gives the same file.</summary>
    /// <param name="say">Receives one line before each slow step.</param>
    /// <exception cref="UserErrorException">node or npm is missing, or the packages can't be fetched.</exception>
    public async Task RenderAsync(Repository repository, string path, Action<string> say, CancellationToken cancellation)
    {
        string bench = await NpmPackages.EnsureAsync(repository, say, cancellation);
        string node = Tool.Find("node", "draws the charts", "nodejs");
        var input = new JsonObject { ["width"] = Width, ["height"] = Height, ["option"] = Option.DeepClone() };
        string svg = await Tool.RunAsync(node, [Path.Combine(bench, "Charts", "render.mjs")], bench, input.ToJsonString(), cancellation);
        await File.WriteAllTextAsync(path, svg, cancellation);
    }
}
