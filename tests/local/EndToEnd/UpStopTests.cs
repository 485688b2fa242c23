using System.Net;
using System.Net.Sockets;

namespace WorkoutLog.Local.Tests.EndToEnd;

public sealed class UpStopTests
{
    [Fact]
    public async Task Leaves_no_process_and_no_file_behind_when_told_to_stop()
    {
        var fixture = new UpFixture();
        await fixture.InitializeAsync();
        await fixture.Api.StatsAsync("anyone");
        Assert.True(File.Exists(Path.Combine(fixture.Up.RepositoryRoot, "artifacts", "local", "dev.json")));
        var children = fixture.Up.Descendants();
        var filesBefore = fixture.Up.TemporaryFiles.GetDirectories("workout-up-*").Length;

        var (exitCode, restOfOutput) = await fixture.Up.StopAsync();

        Assert.Equal(0, exitCode);
        Assert.Equal("", restOfOutput);
        Assert.True(children.Length >= 2, "DynamoDB Local and a function should have run.");
        Assert.All(children, child => Assert.False(Directory.Exists($"/proc/{child}"), $"process {child} is still there"));
        Assert.Equal(1, filesBefore);
        Assert.Empty(fixture.Up.TemporaryFiles.GetDirectories("workout-up-*"));
        Assert.Equal(["calls.jsonl"], Directory.GetFiles(Path.Combine(fixture.Up.RepositoryRoot, "artifacts", "local")).Select(Path.GetFileName));
        await fixture.DisposeAsync();
    }

    [Fact]
    public async Task Says_in_one_line_that_the_port_is_busy()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var (exitCode, error) = await UpProcess.RunToEndAsync("--port", $"{port}");

        Assert.Equal(2, exitCode);
        Assert.Contains(
            $"workout: Port {port} of 127.0.0.1 is busy. Stop what listens there, or take another: ./workout up --port 0 takes any free one.",
            error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_port_that_is_none()
    {
        var (exitCode, error) = await UpProcess.RunToEndAsync("--port", "70000");

        Assert.Equal(2, exitCode);
        Assert.Contains("--port must be a whole number from 0 to 65,535; received \"70000\".", error, StringComparison.Ordinal);
    }
}
