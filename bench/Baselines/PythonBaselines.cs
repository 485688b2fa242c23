using WorkoutLog.Bench.Tools;
using WorkoutLog.Local;
using WorkoutLog.Packaging;

namespace WorkoutLog.Bench.Baselines;

/// <summary>Python with the system's boto3: as tutorials write it, and with our data model.</summary>
internal static class PythonBaselines
{
    public const string OurModel = "Python, our model";
    public const string Tutorial = "Python, tutorial";

    public const string Absence = "Python is skipped: Python or boto3 is missing. Fix: apt-get install python3-boto3";

    // The system's Python, not the first in PATH: the package manager installs boto3 for this one.
    private const string Program = "/usr/bin/python3";

    public static async Task<bool> AreInstalledAsync(CancellationToken cancellation)
    {
        try
        {
            return File.Exists(Program) && await Tool.RunAsync(Program, ["-c", "import boto3"], "/", "", cancellation) is not null;
        }
        catch (UserErrorException)
        {
            return false;
        }
    }

    /// <param name="authority">PEM file of the authority to trust, alone in its folder.</param>
    public static async Task<IReadOnlyList<FunctionUnderTest>> PrepareAsync(Repository repository, string authority, CancellationToken cancellation)
    {
        var roots = new TrustedRoots(repository, authority);
        string bytecode = Path.Combine(repository.Root, "artifacts", "bench", "python");
        return
        [
            // A package built for speed ships its bytecode; here the warm-up starts write it.
            Of(OurModel, "model", await roots.WithAwsAsync(cancellation), ("PYTHONPYCACHEPREFIX", bytecode)),
            // Lambda's code folder is read-only.
            Of(Tutorial, "tutorial", await roots.WithSystemAsync(cancellation), ("PYTHONDONTWRITEBYTECODE", "1")),
        ];

        FunctionUnderTest Of(string name, string folder, string trusted, (string Name, string Value) python) => new(
            name,
            FunctionNames.ProcessWorkout,
            Program,
            [Path.Combine(repository.Root, "bench", "Baselines", "python", "bootstrap.py")],
            Path.Combine(repository.Root, "bench", "Baselines", "python", folder),
            Handler: "handler.handle",
            // The bundle replaces boto3's own trust store.
            new Dictionary<string, string> { ["AWS_CA_BUNDLE"] = trusted, [python.Name] = python.Value });
    }
}
