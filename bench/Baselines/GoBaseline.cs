using WorkoutLog.Bench.Tools;
using WorkoutLog.Local;
using WorkoutLog.Local.Runner;
using WorkoutLog.Packaging;

namespace WorkoutLog.Bench.Baselines;

/// <summary>Go with AWS SDK v2, written for speed: the same work as our functions, on the same data.</summary>
internal static class GoBaseline
{
    public const string Name = "Go, our model";

    /// <summary>Message for a machine without Go.</summary>
    public const string Absence =
        "Go is skipped: Go or its AWS SDK is missing. Fix: apt-get install golang-go golang-github-aws-aws-sdk-go-v2-dev";

    // Debian's packages install library sources there.
    private const string Libraries = "/usr/share/gocode";

    private const string Sdk = $"{Libraries}/src/github.com/aws/aws-sdk-go-v2/service/dynamodb";

    /// <summary>Whether this machine can build it.</summary>
    public static bool IsInstalled => Executables.Find("go") is not null && Directory.Exists(Sdk);

    /// <summary>Builds <c>artifacts/bench/go/bootstrap</c>.</summary>
    /// <param name="authority">PEM file of the authority to trust, alone in its folder.</param>
    /// <exception cref="UserErrorException">Go is missing, or the sources don't compile.</exception>
    public static async Task<FunctionUnderTest> PrepareAsync(Repository repository, string authority, CancellationToken cancellation)
    {
        string folder = Path.Combine(repository.Root, "artifacts", "bench", "go");
        string program = Path.Combine(folder, "bootstrap");
        await Tool.RunAsync(
            "/usr/bin/env",
            [
                // Only the sources of the system's packages: nothing is fetched.
                "GO111MODULE=off", $"GOPATH={Libraries}", "GOFLAGS=", "CGO_ENABLED=0", $"GOCACHE={Path.Combine(folder, "cache")}",
                Tool.Find("go", "builds the Go baseline", "golang-go"), "build", "-trimpath", "-ldflags=-s -w", "-o", program, ".",
            ],
            Path.Combine(repository.Root, "bench", "Baselines", "go"),
            "",
            cancellation);
        return new FunctionUnderTest(
            Name,
            FunctionNames.ProcessWorkout,
            program,
            [],
            folder,
            Handler: "bootstrap",
            new Dictionary<string, string>
            {
                // Same trust as our functions: the roots of AWS plus the bench's authority.
                ["SSL_CERT_FILE"] = new TrustedRoots(repository, authority).OfAws,
                ["SSL_CERT_DIR"] = Path.GetDirectoryName(authority)!,
            });
    }
}
