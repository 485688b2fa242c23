using WorkoutLog.Local.Fuzz;

namespace WorkoutLog.Local.Cli;

/// <summary><c>fuzz</c>: runs the stack and checks that it rejects hostile requests correctly.</summary>
internal static class FuzzCommand
{
    private const int DefaultRequests = 10_000;

    private static readonly CommandText _text = new(
        Purpose.Test, "Sends hostile requests to a local run", new Example("./workout fuzz", "10,000 requests"),
        new Example("./workout fuzz --requests 500 --seed 7 --json", "fewer, reproducible, as JSON"),
        new Example("./workout fuzz --seed 7 --only 42", "one request of an earlier run"))
    {
        Success = "every request was rejected correctly",
        Failure = "some were not",
    };

    public static Command Create()
    {
        var stack = StackOption.Create();
        var requests = NumberOption.Create("--requests", "Number of requests", DefaultRequests, 1, 100_000_000);
        requests.Aliases.Add("-n");
        var seed = new Option<int?>("--seed") { Description = "Seed of the requests; the same seed repeats a run. Default: random" };
        var only = new Option<int?>("--only") { Description = "Send only the request with this index" };
        var json = new JsonOption();
        var command = new DocumentedCommand("fuzz", _text)
        {
            stack, requests, seed, only, json,
        };
        command.SetAction(async (arguments, cancellation) =>
        {
            int[] indexes = arguments.GetValue(only) is { } index ? [index] : [.. Enumerable.Range(0, arguments.GetValue(requests))];
            var report = await RunAsync(arguments.GetValue(stack)!, arguments.GetValue(seed) ?? Random.Shared.Next(), indexes, cancellation);
            await Console.Out.WriteLineAsync(arguments.GetValue(json) ? report.ToJson() : report.ToText());
            return report.Violations.Count == 0 ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    private static async Task<FuzzReport> RunAsync(string stackName, int seed, int[] indexes, CancellationToken cancellation)
    {
        var repository = Repository.Find(Environment.CurrentDirectory);
        Say($"Evaluating the stack '{stackName}' …");
        var graph = await PackagedProgram.EvaluateAsync(repository, stackName, cancellation);
        var output = new FunctionOutput();
        var options = new LocalRunOptions(repository.Root, Port: 0, output.Take, TimeProvider.System);
        await using var running = await LocalRun.StartAsync(graph, options, cancellation);
        Say($"Sending {indexes.Length} hostile requests, seed {seed}, to {running.Url} …");
        return await FuzzRun.AgainstAsync(running, seed, indexes, output, Say, cancellation);
    }

    private static void Say(string line) => Console.Error.WriteLine(line);
}
