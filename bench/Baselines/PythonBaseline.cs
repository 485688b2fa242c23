using WorkoutLog.Bench.Tools;
using WorkoutLog.Local;
using WorkoutLog.Packaging;

namespace WorkoutLog.Bench.Baselines;

/// <summary>The usual Python: boto3, of the system's packages.</summary>
internal static class PythonBaseline
{
    public const string Name = "Python, boto3";

    // The system's, whatever else is first in PATH: the system's package manager installs boto3 for this one.
    private const string Program = "/usr/bin/python3";

    // What boto3 of this system reads when it is told nothing; on Lambda it is a list of the same length.
    private const string SystemRoots = "/etc/ssl/certs/ca-certificates.crt";

    /// <param name="authority">PEM file of the authority to trust, besides those of the system.</param>
    /// <exception cref="UserErrorException">Python or boto3 is missing.</exception>
    public static async Task<FunctionUnderTest> PrepareAsync(Repository repository, string authority, CancellationToken cancellation)
    {
        string folder = Path.Combine(repository.Root, "bench", "Baselines", "python");
        await CheckAsync(folder, cancellation);
        // Of this run, as the authority is: another run beside it has another one. The authority's own folder holds nothing else.
        string roots = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(authority))!, "python-roots.pem");
        await File.WriteAllTextAsync(
            roots, await File.ReadAllTextAsync(SystemRoots, cancellation) + await File.ReadAllTextAsync(authority, cancellation), cancellation);
        return new FunctionUnderTest(
            Name,
            FunctionNames.ProcessWorkout,
            Program,
            [Path.Combine(folder, "bootstrap.py")],
            folder,
            Handler: "handler.handle",
            new Dictionary<string, string>
            {
                // It takes the place of all that boto3 would trust.
                ["AWS_CA_BUNDLE"] = roots,
                // Lambda's folder of code can't be written to either.
                ["PYTHONDONTWRITEBYTECODE"] = "1",
            });
    }

    private static async Task CheckAsync(string folder, CancellationToken cancellation)
    {
        const string Remedy = "Install it: apt-get install python3-boto3";
        if (!File.Exists(Program))
        {
            throw new UserErrorException($"{Program} is missing; the Python baseline runs on it. {Remedy}");
        }

        try
        {
            await Tool.RunAsync(Program, ["-c", "import boto3"], folder, "", cancellation);
        }
        catch (UserErrorException failure)
        {
            throw new UserErrorException($"boto3 is missing; the Python baseline calls AWS with it. {Remedy}\n{failure.Message}");
        }
    }
}
