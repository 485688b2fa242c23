using WorkoutLog.Local.Graph.Versions;

namespace WorkoutLog.Local.Tests;

/// <summary>The graphs of the committed stacks, evaluated once; each class has a copy, because JSON nodes are not thread-safe.</summary>
public sealed class Stacks : IAsyncLifetime
{
    private static readonly (string, string)[] _everything =
    [
        ("allowedNetworks", """["192.0.2.0/24","2001:db8::/32"]"""),
        ("allowedOrigins", """["https://app.example.org","http://localhost:5173"]"""),
        ("serviceRoles", """["workout-importer"]"""),
        ("domainName", "api.example.org"),
        ("certificateArn", "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"),
        ("apiManageAccountLogging", "true"),
        ("events", "eventBridge"), ("eventArchiveDays", "30"),
        ("processWorkoutStableVersion", "7"), ("processWorkoutCanaryPercent", "10"),
        ("tags", """["team=running"]"""),
        ("events", "eventBridge"), ("eventArchiveDays", "30"),
    ];

    private static readonly Lazy<Task<string[]>> _graphs = new(EvaluateAsync);
    private static readonly Lazy<string> _fullest = new(() => EvaluateAsync("prod", _everything).GetAwaiter().GetResult());

    public ResourceGraph Dev { get; private set; } = null!;

    public ResourceGraph Prod { get; private set; } = null!;

    /// <summary>A stack with all optional features enabled.</summary>
    public static ResourceGraph Fullest => GraphJson.Read(_fullest.Value);

    public ResourceGraph this[string stack] => stack == "dev" ? Dev : Prod;

    public async Task InitializeAsync() => (Dev, Prod) = await _graphs.Value is [var dev, var prod] ? (GraphJson.Read(dev), GraphJson.Read(prod)) : default;

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>A committed stack with other settings.</summary>
    public static async Task<ResourceGraph> OfAsync(string stack, params (string Key, string Value)[] settings) => GraphJson.Read(await EvaluateAsync(stack, settings));

    private static async Task<string[]> EvaluateAsync() => [await EvaluateAsync("dev"), await EvaluateAsync("prod")];

    private static async Task<string> EvaluateAsync(string stack, params (string Key, string Value)[] settings)
    {
        var repository = Repository.Find(AppContext.BaseDirectory);
        var configuration = StackConfiguration.Load(repository, stack).With(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));
        return GraphJson.Write(await StackProgram.EvaluateAsync(repository, configuration, PublishedVersions.None, CancellationToken.None));
    }
}
