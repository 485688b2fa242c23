using WorkoutLog.Local.Fuzz;

namespace WorkoutLog.Local.Cli;

/// <summary><c>fuzz</c>: runs the stack and sends it hostile requests, which must all be refused as they should.</summary>
internal static class FuzzCommand
{
    private const int DefaultRequests = 10_000;

    private static readonly CommandText _text = new(
        Purpose.Try, "Sends hostile requests to a local run", new Example("./workout fuzz", "10,000 requests"),
        new Example("./workout fuzz --requests 500 --seed 7 --json", "fewer, which can be repeated, for machines"),
        new Example("./workout fuzz --seed 7 --only 42", "the one request that a run named"))
    {
        Good = "all were refused as they should be",
        NotGood = "some were not",
    };

    public static Command Create()
    {
        var stack = StackOption.Create();
        var requests = NumberOption.Create("--requests", "How many requests", DefaultRequests, 1, 100_000_000);
        requests.Aliases.Add("-n");
        var seed = new Option<int?>("--seed") { Description = "Makes the same requests as the run that printed it; random when left out" };
        var only = new Option<int?>("--only") { Description = "Sends only the request of this index" };
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
            return report.Violations.Count == 0 ? ExitCode.Good : ExitCode.NotGood;
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
        Say($"Sending {indexes.Length} hostile requests of seed {seed} to {running.Url} …");
        return await FuzzRun.AgainstAsync(running, seed, indexes, output, Say, cancellation);
    }

    private static void Say(string line) => Console.Error.WriteLine(line);
}
