namespace WorkoutLog.Local.Tests;

/// <summary>A program that a test starts.</summary>
internal sealed record Tool(string Program, params string[] Arguments)
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(20);

    public string Folder { get; init; } = Repository.Find(AppContext.BaseDirectory).Root;

    /// <summary>Changes to the environment; null removes a variable.</summary>
    public IEnumerable<(string Name, string? Value)> Variables { get; init; } = [];

    /// <summary>Standard input.</summary>
    public string? Input { get; init; }

    public static Tool Bash(string script) => new("bash", "-c", script);

    /// <summary>The built command line.</summary>
    public static Tool Workout(params string[] arguments) => new("dotnet", [Path.Combine(AppContext.BaseDirectory, "workout.dll"), .. arguments]);

    public ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(Program, Arguments) { WorkingDirectory = Folder, RedirectStandardInput = Input is not null, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    public async Task<(int ExitCode, string Output, string Errors)> RunAsync()
    {
        using var process = Process.Start(StartInfo())!;
        if (Input is not null)
        {
            await process.StandardInput.WriteAsync(Input);
            process.StandardInput.Close();
        }

        return await EndAsync(process);
    }

    /// <returns>The standard output of a program that must succeed.</returns>
    public async Task<string> OutputAsync()
    {
        var (exitCode, output, errors) = await RunAsync();
        Assert.True(exitCode == 0, output + errors);
        return output;
    }

    public static async Task<(int ExitCode, string Output, string Errors)> EndAsync(Process process)
    {
        using var limit = new CancellationTokenSource(_limit);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await errors);
    }

    public static Task SignalAsync(Process process, string signal) => new Tool("kill", $"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)).OutputAsync();
}

/// <summary>A temporary folder of one test.</summary>
public class Sandbox : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workout-test-");

    public string Root => _folder.FullName;

    public string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    /// <summary>Creates missing folders.</summary>
    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>Path of a file in the tests' source folder.</summary>
    public static string Fixture(string path) => Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "tests", "local", path);

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
