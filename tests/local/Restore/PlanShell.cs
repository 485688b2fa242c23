using WorkoutLog.Local.Restore;

namespace WorkoutLog.Local.Tests.Restore;

/// <summary>A shell in which the commands of a plan are carried out by stand-ins that hold them against AWS's models.</summary>
internal sealed class PlanShell : IDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(5);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workout-test-");

    public PlanShell()
    {
        File.CreateSymbolicLink(PathOf("workout"), Path.Combine(Fakes, "workout"));
        Write("outputs.json", new JsonObject
        {
            ["tableNames"] = new JsonObject { ["logs"] = "logs-0a1b2c3", ["stats"] = "stats-4d5e6f7" },
            ["functionArns"] = new JsonObject { ["ProcessWorkout"] = "arn:aws:lambda:us-east-1:123456789012:function:ProcessWorkout-1a2b3c4" },
            ["keyArn"] = "arn:aws:kms:us-east-1:123456789012:key/0",
        });
        Write("answers.json", []);
        Write("state.json", []);
    }

    /// <summary>Besides those that each run has.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Each command that was carried out, word by word.</summary>
    public IReadOnlyList<string[]> Calls => [.. File.ReadLines(PathOf("calls")).Select(line => JsonSerializer.Deserialize<string[]>(line)!)];

    private static string Fakes => Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "tests", "local", "Restore", "Fakes");

    public void Write(string file, JsonObject content) => File.WriteAllText(PathOf(file), content.ToJsonString());

    public void Write(string file, string content) => File.WriteAllText(PathOf(file), content);

    public JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(PathOf(file)))!;

    /// <returns>What came on standard output and on standard error.</returns>
    public async Task<(string Output, string Errors)> RunAsync(IEnumerable<RestoreStep> steps)
    {
        Write("plan.sh", string.Join('\n', steps.Select(step => step.Commands)));
        var start = new ProcessStartInfo("bash", [PathOf("plan.sh")]) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{Fakes}:{Environment.GetEnvironmentVariable("PATH")}";
        foreach (var (name, value) in Variables.Concat(
            [new("CALLS", PathOf("calls")), new("ANSWERS", PathOf("answers.json")), new("OUTPUTS", PathOf("outputs.json")), new("STATE", PathOf("state.json"))]))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(_limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (await output, await errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);
}
