using WorkoutLog.Local.Graph.Versions;

namespace WorkoutLog.Local.Tests.Runner.Deployments;

/// <summary>Deployments that pause halfway: their archive is a named pipe, to which the test writes later.</summary>
public sealed class InterruptedDeploymentTests : IAsyncLifetime
{
    private const string Pipe = "artifacts/functions/Pipe.zip";

    private SampleRun? _sample;

    public async Task InitializeAsync()
    {
        _sample = await SampleRun.StartAsync();
        using var mkfifo = Process.Start("mkfifo", [Path.Combine(_sample.Repository, Pipe)]);
        await mkfifo.WaitForExitAsync();
    }

    public Task DisposeAsync() => _sample!.DisposeAsync().AsTask();

    [Fact]
    public async Task A_second_deployment_is_rejected_during_another_and_a_cancelled_one_changes_nothing()
    {
        using var stop = new CancellationTokenSource();
        var (first, pipe) = await BeginAsync(CancellationToken.None);

        var second = await Refusal.OfAsync(() => _sample!.DeployAsync(_sample.Graph(memoryMiB: 400)));
        await pipe.DisposeAsync();
        var fault = await Refusal.OfAsync(() => first);
        var (third, further) = await BeginAsync(stop.Token);
        await stop.CancelAsync();
        await further.DisposeAsync();
        var end = await Record.ExceptionAsync(() => third);

        Assert.Equal("Another deployment is in progress. Fix: run the command again when it has finished.", second);
        Assert.Contains("it was packaged again in the meantime", fault, StringComparison.Ordinal);
        Assert.True(end is OperationCanceledException or UserErrorException, $"{end}");
        Assert.Equal("1", (await _sample!.PostAsync()).Version);
        await _sample.DeployAsync(_sample.Graph(memoryMiB: 300));
        Assert.Equal("2", (await _sample.PostAsync()).Version);
    }

    [Fact]
    public async Task A_run_that_is_stopped_during_a_deployment_ends_normally()
    {
        var (deployment, pipe) = await BeginAsync(CancellationToken.None);
        var process = int.Parse((await _sample!.PostAsync()).Process!, CultureInfo.InvariantCulture);

        var stop = _sample.Run.DisposeAsync().AsTask();
        await pipe.DisposeAsync();
        var end = await Record.ExceptionAsync(() => deployment);
        await stop;

        Assert.True(end is OperationCanceledException or UserErrorException, $"{end}");
        Assert.False(Directory.Exists($"/proc/{process}"));
    }

    // Opening a pipe for writing waits for its reader: then the deployment is in progress.
    private async Task<(Task Deployment, FileStream Pipe)> BeginAsync(CancellationToken cancellation)
    {
        var graph = _sample!.Graph();
        var function = graph.OfType(FunctionType.Token).Single();
        function.Inputs["code"]!["archive"] = new JsonObject { ["path"] = Pipe, ["sha256"] = new string('f', 64) };
        function.Outputs["version"] = $"{_sample.Run.Published.NumberOf("Echo-1a2b3c4", VersionDigest.Of(function.Inputs))}";
        graph.OfType(LambdaAliasType.Token).Single().Inputs["functionVersion"] = function.Outputs["version"]!.DeepClone();
        var deployment = Task.Run(() => _sample.Run.RedeployAsync(graph, cancellation), CancellationToken.None);
        var opening = Task.Run(() => new FileStream(Path.Combine(_sample.Repository, Pipe), FileMode.Open, FileAccess.Write), CancellationToken.None);
        await Task.WhenAny(deployment, opening);
        return opening.IsCompleted ? (deployment, await opening) : throw new InvalidOperationException("The deployment did not reach its archive.", deployment.Exception);
    }
}
