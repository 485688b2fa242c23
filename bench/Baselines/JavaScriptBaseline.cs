using WorkoutLog.Bench.Tools;
using WorkoutLog.Local;
using WorkoutLog.Packaging;

namespace WorkoutLog.Bench.Baselines;

/// <summary>The usual JavaScript: AWS SDK v3, bundled and minified as AWS recommends for Lambda.</summary>
internal static class JavaScriptBaseline
{
    public const string Name = "JavaScript, SDK v3";

    // CommonJS, as node starts it in less time than the same bundle as a module.
    private static readonly string[] _bundling =
    [
        "--bundle", "--minify", "--platform=node", "--target=node20", "--format=cjs", "--main-fields=module,main",
        "--legal-comments=none", "--log-level=warning",
    ];

    /// <summary>Makes <c>artifacts/bench/javascript/index.cjs</c>.</summary>
    /// <param name="authority">PEM file of the authority to trust.</param>
    /// <param name="say">Receives a line before each slow part.</param>
    /// <exception cref="UserErrorException">node or npm is missing, or the packages can't be fetched.</exception>
    public static async Task<FunctionUnderTest> PrepareAsync(
        Repository repository, string authority, Action<string> say, CancellationToken cancellation)
    {
        string bench = await NpmPackages.EnsureAsync(repository, say, cancellation);
        string sources = Path.Combine(bench, "Baselines", "javascript");
        string bundle = Path.Combine(repository.Root, "artifacts", "bench", "javascript");
        string esbuild = Path.Combine(bench, "node_modules", ".bin", "esbuild");
        await Tool.RunAsync(
            esbuild, [Path.Combine(sources, "handler.mjs"), .. _bundling, $"--outfile={Path.Combine(bundle, "index.cjs")}"], bench, "", cancellation);
        return new FunctionUnderTest(
            Name,
            FunctionNames.ProcessWorkout,
            Tool.Find("node", "runs the JavaScript baseline", "nodejs"),
            [Path.Combine(sources, "bootstrap.mjs")],
            bundle,
            Handler: "index.handle",
            new Dictionary<string, string>
            {
                ["NODE_EXTRA_CA_CERTS"] = authority,
                // The SDK says in many lines when node is an old one; the newest, which Lambda would run, is not charged for that.
                ["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true",
            });
    }
}
