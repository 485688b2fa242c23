using System.Text.Json.Nodes;
using WorkoutLog.Bench.Tools;
using WorkoutLog.Local;

namespace WorkoutLog.Bench.Charts;

/// <summary>A picture that Apache ECharts draws.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Option">What to draw, in ECharts' terms; it can't hold functions, so all labels are text.</param>
internal sealed record Chart(int Width, int Height, JsonObject Option)
{
    /// <summary>Writes it as SVG, without fonts, links or ids of chance: the same chart is the same file.</summary>
    /// <param name="say">Receives a line before each slow part.</param>
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
