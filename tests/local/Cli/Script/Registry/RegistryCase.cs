namespace WorkoutLog.Local.Tests.Cli.Script.Registry;

/// <summary>A checkout with empty caches, and its registry.</summary>
public abstract class RegistryCase : IAsyncLifetime, IDisposable
{
    private protected static string[] Pulumi { get; } = ["Pulumi 3.112.1 OpenTelemetry.Exporter.OpenTelemetryProtocol 1.9.0", "Pulumi.Aws 7.48.0", "OpenTelemetry.Exporter.OpenTelemetryProtocol 1.9.0", "OpenTelemetry.Exporter.OpenTelemetryProtocol 1.20.1"];
    private protected static string[] Lambda { get; } = ["Amazon.Lambda.Core 3.2.0", "Amazon.Lambda.RuntimeSupport 2.1.2"];
    private protected static string[] Others { get; } = ["AWSSDK.Core 4.1.0", "Markdig 1.6.0"];

    private protected RegistryFeed Registry { get; } = new();
    private protected SmallCheckout Checkout { get; } = new();

    public async Task InitializeAsync()
    {
        await Registry.StartAsync();
        Checkout.UseRegistry(Registry.Index);
    }

    public async Task DisposeAsync() => await Registry.DisposeAsync();

    public void Dispose()
    {
        Checkout.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task<Dictionary<string, (string Pin, string Used, string Why)>> UsedAsync()
    {
        var (exitCode, output, errors) = await Checkout.ChooseAsync();

        Assert.True(exitCode == 0, errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|')).Where(row => row[0] != "Native AOT")
            .ToDictionary(row => row[0], row => (row[1], row[2], row[3]));
    }
}
