using WorkoutLog.Local.Restore;

namespace WorkoutLog.Local.Tests.Restore;

/// <summary>A shell that runs the commands of a plan with test doubles, which validate them against AWS's service models.</summary>
internal sealed class PlanShell : Sandbox
{
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

    /// <summary>Additional environment variables.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Each command that was run, as words.</summary>
    public IReadOnlyList<string[]> Calls => [.. File.ReadLines(PathOf("calls")).Select(line => JsonSerializer.Deserialize<string[]>(line)!)];

    private static string Fakes => Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "tests", "local", "Restore", "Fakes");

    public void Write(string file, JsonObject content) => Write(file, content.ToJsonString());

    /// <returns>Standard output, and standard error with the validation errors of AWS's models.</returns>
    public async Task<(string Output, string Errors)> RunAsync(IEnumerable<RestoreStep> steps)
    {
        Write("plan.sh", string.Join('\n', steps.Select(step => step.Commands)));
        var (_, output, errors) = await new Tool("bash", PathOf("plan.sh"))
        {
            Folder = Root,
            Variables =
            [
                ("PATH", $"{Fakes}:{Environment.GetEnvironmentVariable("PATH")}"), .. Variables.Select(variable => (variable.Key, (string?)variable.Value)),
                ("CALLS", PathOf("calls")), ("ANSWERS", PathOf("answers.json")), ("OUTPUTS", PathOf("outputs.json")), ("STATE", PathOf("state.json")),
            ],
        }.RunAsync();
        // In one process, because loading the models is slow.
        var check = new Tool(Path.Combine(Fakes, "aws.py"))
        {
            Input = string.Concat(Calls.Where(call => call[0] == "aws").Select(call => JsonSerializer.Serialize(call[1..]) + "\n")),
        };
        return (output, errors + (await check.RunAsync()).Errors);
    }
}
