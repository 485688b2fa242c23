using WorkoutLog.Bench.Tools;
using WorkoutLog.Local;
using WorkoutLog.Packaging;

namespace WorkoutLog.Bench.Baselines;

/// <summary>Python with boto3, of the system's packages: as tutorials write it, and with our data model.</summary>
internal static class PythonBaselines
{
    public const string OurModel = "Python, our model";
    public const string Tutorial = "Python, tutorial";

    public const string Absence = "Python is left out: it or boto3 is missing. Install them: apt-get install python3-boto3";

    // The system's, whatever else is first in PATH: the system's package manager installs boto3 for this one.
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

    /// <param name="authority">PEM file of the authority to trust; its folder holds nothing else.</param>
    public static async Task<IReadOnlyList<FunctionUnderTest>> PrepareAsync(Repository repository, string authority, CancellationToken cancellation)
    {
        var roots = new TrustedRoots(repository, authority);
        string bytecode = Path.Combine(repository.Root, "artifacts", "bench", "python");
        return
        [
            // A package that is made for speed holds its bytecode; here the starts before those that count write it.
            Of(OurModel, "model", await roots.WithAwsAsync(cancellation), ("PYTHONPYCACHEPREFIX", bytecode)),
            // Lambda's folder of code can't be written to.
            Of(Tutorial, "tutorial", await roots.WithSystemAsync(cancellation), ("PYTHONDONTWRITEBYTECODE", "1")),
        ];

        FunctionUnderTest Of(string name, string folder, string trusted, (string Name, string Value) python) => new(
            name,
            FunctionNames.ProcessWorkout,
            Program,
            [Path.Combine(repository.Root, "bench", "Baselines", "python", "bootstrap.py")],
            Path.Combine(repository.Root, "bench", "Baselines", "python", folder),
            Handler: "handler.handle",
            // The bundle takes the place of all that boto3 would trust.
            new Dictionary<string, string> { ["AWS_CA_BUNDLE"] = trusted, [python.Name] = python.Value });
    }
}
