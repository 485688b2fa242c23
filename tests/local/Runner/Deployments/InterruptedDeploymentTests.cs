using WorkoutLog.Local.Graph.Versions;

namespace WorkoutLog.Local.Tests.Runner.Deployments;

/// <summary>Deployments that stand still halfway: their archive is a pipe into which the test writes when it likes.</summary>
public sealed class InterruptedDeploymentTests : IAsyncLifetime
{
    private const string Pipe = "artifacts/functions/Pipe.zip";

    private EchoRun? _echo;

    public async Task InitializeAsync()
    {
        _echo = await EchoRun.StartAsync();
        using var mkfifo = Process.Start("mkfifo", [Path.Combine(_echo.Repository, Pipe)]);
        await mkfifo.WaitForExitAsync();
    }

    public Task DisposeAsync() => _echo!.DisposeAsync().AsTask();

    [Fact]
    public async Task A_second_deployment_is_refused_while_one_is_under_way_and_one_that_is_given_up_changes_nothing()
    {
        using var stop = new CancellationTokenSource();
        var (first, pipe) = await BeginAsync(CancellationToken.None);

        var second = await Refusal.OfAsync(() => _echo!.DeployAsync(_echo.Graph(memoryMiB: 400)));
        await pipe.DisposeAsync();
        var fault = await Refusal.OfAsync(() => first);
        var (third, further) = await BeginAsync(stop.Token);
        await stop.CancelAsync();
        await further.DisposeAsync();
        var end = await Record.ExceptionAsync(() => third);

        Assert.Equal("Another deployment is under way. Run the command again when it is through.", second);
        Assert.Contains("it was packaged again in the meantime", fault, StringComparison.Ordinal);
        Assert.True(end is OperationCanceledException or UserErrorException, $"{end}");
        Assert.Equal("1", (await _echo!.PostAsync()).Version);
        await _echo.DeployAsync(_echo.Graph(memoryMiB: 300));
        Assert.Equal("2", (await _echo.PostAsync()).Version);
    }

    [Fact]
    public async Task A_run_that_is_stopped_meanwhile_ends_as_always()
    {
        var (deployment, pipe) = await BeginAsync(CancellationToken.None);
        var process = int.Parse((await _echo!.PostAsync()).Process!, CultureInfo.InvariantCulture);

        var stop = _echo.Run.DisposeAsync().AsTask();
        await pipe.DisposeAsync();
        var end = await Record.ExceptionAsync(() => deployment);
        await stop;

        Assert.True(end is OperationCanceledException or UserErrorException, $"{end}");
        Assert.False(Directory.Exists($"/proc/{process}"));
    }

    // Opening a pipe for writing waits for whoever reads it: then the deployment is under way.
    private async Task<(Task Deployment, FileStream Pipe)> BeginAsync(CancellationToken cancellation)
    {
        var graph = _echo!.Graph();
        var function = graph.OfType(FunctionType.Token).Single();
        function.Inputs["code"]!["archive"] = new JsonObject { ["path"] = Pipe, ["sha256"] = new string('f', 64) };
        function.Outputs["version"] = $"{_echo.Run.Published.NumberOf("Echo-1a2b3c4", VersionDigest.Of(function.Inputs))}";
        graph.OfType(LambdaAliasType.Token).Single().Inputs["functionVersion"] = function.Outputs["version"]!.DeepClone();
        var deployment = Task.Run(() => _echo.Run.RedeployAsync(graph, cancellation), CancellationToken.None);
        var opening = Task.Run(() => new FileStream(Path.Combine(_echo.Repository, Pipe), FileMode.Open, FileAccess.Write), CancellationToken.None);
        await Task.WhenAny(deployment, opening);
        return opening.IsCompleted ? (deployment, await opening) : throw new InvalidOperationException("The deployment did not come to its archive.", deployment.Exception);
    }
}
