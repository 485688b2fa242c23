using System.CommandLine;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using WorkoutLog.Local.Cli.Up;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Local.Cli;

/// <summary><c>up</c>: runs the stack on this machine until it is told to stop.</summary>
internal static class UpCommand
{
    private const int DefaultPort = 8080;

    public static Command Create()
    {
        var stack = StackOption.Create();
        var port = new Option<int>("--port", "-p") { Description = "Port of 127.0.0.1 for the API; 0 takes a free one", DefaultValueFactory = _ => DefaultPort };
        port.Validators.Add(CheckPort);
        var json = new Option<bool>("--json") { Description = "Print one line of JSON on standard output when ready, everything else on standard error" };
        var caller = new CallerOptions();
        var faults = FaultsOption.Create();
        var command = new Command("up", "Runs the stack on this machine") { stack, port, json, caller.PlainHttp, caller.SourceIp, faults };
        command.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetValue(stack)!,
            arguments.GetValue(port),
            arguments.GetValue(json),
            FaultsOption.Adjust(arguments.GetValue(faults), options => caller.Apply(arguments, options)),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string stackName, int port, bool json, Func<LocalRunOptions, LocalRunOptions> adjust, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // A closed terminal stops the run as Ctrl-C does.
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        try
        {
            var repository = Repository.Find(Environment.CurrentDirectory);
            Say($"Evaluating the stack '{stackName}' …");
            var graph = await PackagedProgram.EvaluateAsync(repository, stackName, stop.Token);
            var options = adjust(new LocalRunOptions(repository.Root, port, Say, TimeProvider.System));
            await using var running = await LocalRun.StartAsync(graph, options, stop.Token);
            using var announced = RunningStack.Announce(repository, running);
            await ReadyNotice.WriteAsync(running, json ? Console.Error : Console.Out);
            if (json)
            {
                await ReadyNotice.WriteJsonAsync(running, Console.Out);
            }

            return await WaitAsync(running, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
    }

    private static async Task<int> WaitAsync(LocalRun running, CancellationToken stop)
    {
        await running.Broken.WaitAsync(stop);
        Say("DynamoDB Local ended; the run can't go on.");
        return 1;
    }

    private static void CheckPort(OptionResult option)
    {
        if (option.GetValueOrDefault<int>() is < 0 or > ushort.MaxValue)
        {
            option.AddError($"--port must be 0 to {ushort.MaxValue}.");
        }
    }

    // Console.Error is synchronised: lines of several threads don't mix.
    private static void Say(string line) => Console.Error.WriteLine(line);
}
