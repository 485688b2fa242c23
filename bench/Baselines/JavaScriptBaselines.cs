using WorkoutLog.Bench.Tools;
using WorkoutLog.Local;
using WorkoutLog.Local.Runner;
using WorkoutLog.Packaging;

namespace WorkoutLog.Bench.Baselines;

/// <summary>
/// JavaScript with AWS SDK v3, bundled and minified as AWS recommends for Lambda: as tutorials write it, and with our data model.
/// </summary>
internal static class JavaScriptBaselines
{
    public const string OurModel = "JavaScript, our model";
    public const string Tutorial = "JavaScript, tutorial";

    public const string Absence = "JavaScript is skipped: node or npm is missing. Fix: apt-get install nodejs npm";

    // CommonJS: node starts it faster than the same bundle as an ES module.
    private static readonly string[] _bundling =
    [
        "--bundle", "--minify", "--platform=node", "--target=node20", "--format=cjs", "--main-fields=module,main",
        "--legal-comments=none", "--log-level=warning",
    ];

    public static bool AreInstalled => Executables.Find("node") is not null && Executables.Find("npm") is not null;

    /// <summary>Builds <c>artifacts/bench/javascript/*/index.cjs</c>.</summary>
    /// <param name="authority">PEM file of the authority to trust, alone in its folder.</param>
    /// <param name="say">Receives one line before each slow step.</param>
    /// <exception cref="UserErrorException">The packages can't be fetched, or the sources can't be bundled.</exception>
    public static async Task<IReadOnlyList<FunctionUnderTest>> PrepareAsync(
        Repository repository, string authority, Action<string> say, CancellationToken cancellation)
    {
        string bench = await NpmPackages.EnsureAsync(repository, say, cancellation);
        string sources = Path.Combine(bench, "Baselines", "javascript");
        return
        [
            await BundleAsync(OurModel, "model", ("AWS_CA_BUNDLE", await new TrustedRoots(repository, authority).WithAwsAsync(cancellation))),
            await BundleAsync(Tutorial, "tutorial", ("NODE_EXTRA_CA_CERTS", authority)),
        ];

        async Task<FunctionUnderTest> BundleAsync(string name, string folder, (string Variable, string File) trusted)
        {
            string bundle = Path.Combine(repository.Root, "artifacts", "bench", "javascript", folder);
            string[] files = [Path.Combine(sources, folder, "handler.mjs"), $"--outfile={Path.Combine(bundle, "index.cjs")}"];
            await Tool.RunAsync(Path.Combine(bench, "node_modules", ".bin", "esbuild"), [.. files, .. _bundling], bench, "", cancellation);
            return new FunctionUnderTest(
                name,
                FunctionNames.ProcessWorkout,
                Executables.Find("node")!,
                [Path.Combine(sources, "bootstrap.mjs")],
                bundle,
                Handler: "index.handle",
                new Dictionary<string, string>
                {
                    [trusted.Variable] = trusted.File,
                    // The SDK logs a long warning on an old node. Lambda would run a new one, so the warning must not count.
                    ["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true",
                });
        }
    }
}
