using System.Security.Cryptography;
using WorkoutLog.Local.Cli.Redeploy;
using WorkoutLog.Local.Soak;

namespace WorkoutLog.Local.Cli;

/// <summary><c>soak</c>: many clients write while AWS calls fail; then it checks that every write is stored exactly once.</summary>
internal static class SoakCommand
{
    private static readonly CommandText _text = new(
        Purpose.Test, "Writes to the stack while its AWS calls fail, then verifies every write",
        new Example("./workout soak", "20,000 operations by 16 clients"),
        new Example("./workout soak --operations 500 --fault-rate 0 --seed 7 --json", "a short, reproducible run without faults, as JSON"),
        new Example("./workout soak --fault-rate 0 --redeploys 8", "deploys new versions, canaries, promotions and roll-backs meanwhile; no client may be affected"),
        new Example("./workout soak --config events=eventBridge", "also checks that every write publishes its event, in order"),
        new Example("./workout soak --stack prod --fault-rate 0 --operations 3000 --clients 8 --hostile 2", "checks that latency stays within the objective while one user sends the most expensive requests as fast as possible"))
    {
        Success = "every write is stored exactly once",
        Failure = "a write is missing or duplicated, the statistics don't match the workouts, or a hostile session slows the others down",
    };

    private const string FunctionLog = "artifacts/logs/soak.log";

    public static Command Create()
    {
        var stack = StackOption.Create();
        var operations = NumberOption.Create("--operations", "Total operations of all clients", 20_000, 1, 10_000_000);
        var clients = NumberOption.Create("--clients", "Concurrent clients", 16, 1, 1_000);
        var users = NumberOption.Create("--users", "Users; few, so that clients conflict", 8, 1, 10_000);
        var faultRate = NumberOption.Create("--fault-rate", "Probability of each fault kind per AWS call of a function, and of losing a response to a client; 0 disables faults", 0.05, 0, 1);
        var seed = NumberOption.Create("--seed", "Seed of operations and faults; by default random", 0, 0, int.MaxValue);
        seed.DefaultValueFactory = _ => RandomNumberGenerator.GetInt32(int.MaxValue);
        var redeploys = NumberOption.Create(
            "--redeploys", "Deployments during the run: a new version, a canary of the next, its promotion and its roll-back, in turn", 0, 0, 1_000);
        var hostile = NumberOption.Create(
            "--hostile", "Connections of an additional session that sends the most expensive requests as fast as possible; the clients then pause between operations", 0, 0, 100);
        var config = ConfigOption.Create();
        var json = new JsonOption();
        var command = new DocumentedCommand("soak", _text)
        {
            stack, config, operations, clients, users, faultRate, seed, redeploys, hostile, json,
        };
        command.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetValue(stack)!,
            arguments.GetValue(config),
            new SoakOptions(
                arguments.GetValue(operations),
                arguments.GetValue(clients),
                arguments.GetValue(users),
                arguments.GetValue(faultRate),
                arguments.GetValue(seed),
                arguments.GetValue(redeploys),
                arguments.GetValue(hostile)),
            arguments.GetValue(json),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string stack, ImmutableArray<KeyValuePair<string, string>> config, SoakOptions options, bool json, CancellationToken cancellation)
    {
        var repository = Repository.Find(Environment.CurrentDirectory);
        var logFile = Path.Combine(repository.Root, FunctionLog);
        Directory.CreateDirectory(Path.GetDirectoryName(logFile)!);
        await using var log = TextWriter.Synchronized(new StreamWriter(logFile));
        Say($"Evaluating the stack '{stack}' …");
        var configuration = StackConfiguration.Load(repository, stack).With(config);
        var graph = await PackagedProgram.EvaluateAsync(repository, configuration, PublishedVersions.None, cancellation);
        // Keeps the functions' output out of the progress output.
        void SayOrLog(string line) => (line.StartsWith('[') ? log : Console.Error).WriteLine(line);
        await using var run = await LocalRun.StartAsync(graph, new LocalRunOptions(repository.Root, 0, SayOrLog, TimeProvider.System), cancellation);
        Say($"{options.Operations} operations by {options.Clients} clients, each kind of fault at {options.FaultRate}, seed {options.Seed} …");
        var report = await new SoakRun(
            run, options, Say, TimeProvider.System,
            (settings, published, stop) => StackProgram.EvaluateAsync(repository, configuration.With(settings), published, stop)).RunAsync(cancellation);
        await Console.Out.WriteLineAsync(json ? report.ToJson() : report.ToText());
        if (report.IsExact)
        {
            return ExitCode.Success;
        }

        Say($"The functions' output: {FunctionLog}");
        return ExitCode.Failure;
    }

    // Console.Error is synchronised: lines of several threads don't mix.
    private static void Say(string line) => Console.Error.WriteLine(line);
}
