using WorkoutLog.Local.Cli.Redeploy;
using WorkoutLog.Local.Cli.Up;

namespace WorkoutLog.Local.Cli;

/// <summary><c>up</c>: runs the stack on this machine until it is stopped.</summary>
internal static class UpCommand
{
    private const int DefaultPort = 8080;

    private static readonly CommandText _text = new(
        Purpose.Run,
        "Runs the stack on this machine",
        new Example("./workout up", "the stack dev on http://127.0.0.1:8080"),
        new Example("./workout up --stack prod --port 0 --json", "another stack on a free port; prints one line of JSON with the port"),
        new Example("./workout up --config events=eventBridge", "publishes changes of workouts as events, at /_events"),
        new Example("./workout up --metric-minute 2 --faults faults.json", "metrics and alarms at 30 times speed, with injected faults"))
    {
        OnCtrlC = ExitCode.Success,
    };

    public static Command Create()
    {
        var stack = StackOption.Create();
        var port = NumberOption.Create("--port", "Port of the API on 127.0.0.1; 0 selects a free port", DefaultPort, 0, ushort.MaxValue);
        port.Aliases.Add("-p");
        var json = new Option<bool>("--json") { Description = "Print one line of JSON on standard output when ready, everything else on standard error" };
        var caller = new CallerOptions();
        var faults = new Option<string?>("--faults")
        {
            Description =
                "JSON file of faults to inject into the functions' AWS calls. "
                + $"During the run, PUT {FaultControl.Path} with such a body replaces them, GET counts them by kind, DELETE stops them; from this machine only, unsigned. "
                + $"Kinds: {string.Join(", ", FaultKinds.All.Select(FaultKinds.NameOf))}. "
                + $"Example: {FaultSpec.Example}",
        };
        var metricMinute = NumberOption.Create("--metric-minute", "Duration of a minute of metrics and alarms, in seconds", 60.0, 0.1, 60.0);
        var config = ConfigOption.Create();
        var command = new DocumentedCommand("up", _text) { stack, config, port, json, caller.PlainHttp, caller.SourceIp, faults, metricMinute };
        command.SetAction((arguments, cancellation) =>
        {
            var options = caller.Apply(arguments, new LocalRunOptions(Repository.Find(Environment.CurrentDirectory).Root, arguments.GetValue(port), Say, TimeProvider.System) with
            {
                Faults = arguments.GetValue(faults) is { } file ? FaultSpec.Load(file) : null,
                MetricMinute = TimeSpan.FromSeconds(arguments.GetValue(metricMinute)),
            });
            return RunAsync(arguments.GetValue(stack)!, arguments.GetValue(config), options, arguments.GetValue(json), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        string stack, ImmutableArray<KeyValuePair<string, string>> config, LocalRunOptions options, bool json, CancellationToken cancellation)
    {
        try
        {
            var repository = new Repository(options.RepositoryRoot);
            RunningStack.CheckFree(repository, stack);
            Say($"Evaluating the stack '{stack}' …");
            var graph = await PackagedProgram.EvaluateAsync(repository, stack, config, cancellation);
            await using var running = await LocalRun.StartAsync(graph, options, cancellation);
            using var announced = RunningStack.Announce(repository, running);
            await ReadyNotice.WriteAsync(running, json ? Console.Error : Console.Out);
            if (json)
            {
                await ReadyNotice.WriteJsonAsync(running, Console.Out);
            }

            return await WaitAsync(running, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Success;
        }
    }

    private static async Task<int> WaitAsync(LocalRun running, CancellationToken cancellation)
    {
        await running.Broken.WaitAsync(cancellation);
        Say("DynamoDB Local ended unexpectedly. Fix: start the command again.");
        return ExitCode.Error;
    }

    // Console.Error is synchronised: lines of several threads don't mix.
    private static void Say(string line) => Console.Error.WriteLine(line);
}
