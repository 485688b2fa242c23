using Amazon.DynamoDBv2;
using WorkoutLog.Bench.Baselines;
using WorkoutLog.Bench.Comparison.Aws;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Bench.Comparison;

/// <summary>The environment that all functions are measured in: one DynamoDB Local behind TLS, with a stack's tables.</summary>
internal sealed class TestBed : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _parts = new();

    private TestBed(StackDescription stack, TimeProvider time)
    {
        Stack = stack;
        Events = new ProxyEvents(stack, time);
    }

    public StackDescription Stack { get; }

    public ProxyEvents Events { get; }

    public TestAuthority Authority { get; private set; } = null!;

    public DynamoDbLocal DynamoDb { get; private set; } = null!;

    public Uri Aws { get; private set; } = null!;

    /// <param name="folder">Folder for the run's files; must exist while the test bed is used.</param>
    public static async Task<TestBed> StartAsync(ResourceGraph graph, string folder, Action<string> say, TimeProvider time, CancellationToken cancellation)
    {
        var bed = new TestBed(StackDescription.From(graph), time);
        try
        {
            await bed.StartPartsAsync(folder, say, time, cancellation);
            return bed;
        }
        catch
        {
            await bed.DisposeAsync();
            throw;
        }
    }

    /// <summary>The environment variables that Lambda and the stack would set, and the function's own.</summary>
    /// <param name="runtimeApi">Host and port.</param>
    public IReadOnlyDictionary<string, string> Variables(FunctionUnderTest function, string runtimeApi)
    {
        FunctionDeclaration declared = Declaration(function.Resource);
        var variables = new Dictionary<string, string>(
            FunctionVariables.Create(declared, FunctionCredentials.Create(declared.Name), Stack.Region, function.WorkingDirectory, Aws, runtimeApi),
            StringComparer.Ordinal)
        {
            ["_HANDLER"] = function.Handler,
        };
        foreach (var (name, value) in function.Variables)
        {
            variables[name] = value;
        }

        return variables;
    }

    public string ArnOf(FunctionUnderTest function) => Declaration(function.Resource).Arn;

    /// <param name="resource">Name of the function's resource.</param>
    public FunctionDeclaration Declaration(string resource) => Stack.Functions.First(function => function.Name == resource);

    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out IAsyncDisposable? part))
        {
            await part.DisposeAsync();
        }

        Authority?.Dispose();
    }

    private async Task StartPartsAsync(string folder, Action<string> say, TimeProvider time, CancellationToken cancellation)
    {
        Authority = new TestAuthority(Path.Combine(folder, "authority"), time);
        DynamoDb = await DynamoDbLocal.StartAsync(cancellation);
        _parts.Push(DynamoDb);
        using AmazonDynamoDBClient client = DynamoDb.CreateClient();
        foreach (GraphResource table in Stack.Tables)
        {
            await TableCreator.CreateAsync(client, table, cancellation);
        }

        AwsEndpoint endpoint = await AwsEndpoint.StartAsync(DynamoDb, Stack, Authority, time, cancellation);
        _parts.Push(endpoint);
        Aws = endpoint.Url;
    }
}
