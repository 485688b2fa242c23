using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace WorkoutLog.Offline.Tests.Lambda;

/// <summary>Shared by the tests of the bootstrap: a function with a fake Runtime API.</summary>
[Collection(ProcessStateGroup.Name)]
public abstract class RuntimeTests : IDisposable
{
    private readonly HttpClient _client;
    private readonly CancellationTokenSource _end = new();

    protected RuntimeTests()
    {
        _client = new HttpClient(Api);
    }

    private protected FakeRuntimeApi Api { get; } = new();

    public void Dispose()
    {
        _end.Dispose();
        _client.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected LambdaBootstrap Build(
        Func<Order, ILambdaContext, Task<Receipt>> handler,
        LambdaBootstrapInitializer? initializer = null) =>
        LambdaBootstrapBuilder
            .Create<Order, Receipt>(handler, new SourceGeneratorLambdaJsonSerializer<OrderJsonContext>())
            .UseHttpClient(_client)
            .UseBootstrapHandler(initializer)
            .ConfigureOptions(options => options.RuntimeApiEndpoint = "runtime.test:9001")
            .Build();

    /// <summary>Runs until that many responses arrived.</summary>
    private protected async Task<RuntimeApiCall[]> RunAsync(LambdaBootstrap bootstrap, int calls)
    {
        var run = bootstrap.RunAsync(_end.Token);
        var received = new RuntimeApiCall[calls];
        for (var i = 0; i < calls; i++)
        {
            received[i] = await Api.NextCallAsync();
        }

        await _end.CancelAsync();
        await run;
        return received;
    }

    /// <summary>Answers with the ordered item.</summary>
    private protected LambdaBootstrap BuildEcho(LambdaBootstrapInitializer? initializer = null) =>
        Build((order, _) => Task.FromResult(new Receipt(order.Item)), initializer);

    /// <summary>Orders of these items: one piece of the first, two of the second, and so on.</summary>
    private protected void AddEvents(params string[] items)
    {
        foreach (var (index, item) in items.Index())
        {
            Api.AddEvent($"id-{index + 1}", $$"""{"item":"{{item}}","count":{{index + 1}}}""");
        }
    }

    private protected static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}

internal sealed record Order(string Item, int Count);

internal sealed record Receipt(string Text, string? Note = null);

[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(APIGatewayProxyRequest))]
[JsonSerializable(typeof(APIGatewayProxyResponse))]
internal sealed partial class OrderJsonContext : JsonSerializerContext;

/// <summary>Sets environment variables and redirects the console; restores both on disposal.</summary>
internal sealed class ProcessState : IDisposable
{
    private readonly TextWriter _output = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly Dictionary<string, string?> _variables = [];
    private readonly StringWriter _written = new() { NewLine = "\n" };

    public ProcessState(params (string Name, string Value)[] variables)
    {
        // A running bootstrap sets the trace variable, which must also be restored.
        foreach (var (name, value) in variables.Append(("_X_AMZN_TRACE_ID", string.Empty)))
        {
            _variables[name] = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, value);
        }

        Console.SetOut(_written);
    }

    /// <summary>Standard output since creation.</summary>
    public string Written => _written.ToString();

    public void Dispose()
    {
        Console.SetOut(_output);
        Console.SetError(_error);
        foreach (var (name, value) in _variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        _written.Dispose();
    }
}

/// <summary>The tests that change the console or the environment; they run sequentially.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class ProcessStateGroup
{
    public const string Name = "Process state";
}
