using Amazon.DynamoDBv2;
using WorkoutLog.Contracts;
using WorkoutLog.Local;
using WorkoutLog.Local.Client;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;
using WorkoutLog.Storage;

namespace WorkoutLog.Bench.Growth;

/// <summary>A run of the stack with its packaged functions, and direct access to its tables.</summary>
internal sealed class MeasuredStack : IAsyncDisposable
{
    private readonly LocalRun _run;

    private MeasuredStack(LocalRun run, TimeProvider time)
    {
        _run = run;
        Time = time;
        Api = new ApiClient(run, run.Description.Identities[0], time);
        DynamoDb = DynamoDbClients.Create(run.DynamoDb.Endpoint, DynamoDbLocal.Region, DynamoDbLocal.Credentials(run.DynamoDb.AccessKeyId));
        var names = run.Description.Tables.ToDictionary(table => table.Name, table => table.Outputs["name"]!.GetValue<string>());
        Tables = new StorageTables(Logs: names["logs"], Stats: names["stats"]);
        Types = run.Description.Parameters
            .Single(parameter => parameter.Inputs["name"]!.GetValue<string>().EndsWith($"/{ParameterNames.SupportedTypes}", StringComparison.Ordinal))
            .Inputs["value"]!.GetValue<string>().Split(',');
    }

    public TimeProvider Time { get; }

    /// <summary>Calls as a service of the account.</summary>
    public ApiClient Api { get; }

    public IAmazonDynamoDB DynamoDb { get; }

    public StorageTables Tables { get; }

    /// <summary>The workout types that the stack accepts.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <param name="say">Receives progress, a line at a time.</param>
    /// <param name="functionLog">Receives the functions' output.</param>
    /// <exception cref="UserErrorException">A prerequisite of a run is missing.</exception>
    public static async Task<MeasuredStack> StartAsync(
        Repository repository, Action<string> say, TextWriter functionLog, TimeProvider time, CancellationToken cancellation)
    {
        ResourceGraph graph = await UnthrottledStack.EvaluateAsync(repository, cancellation);
        void SayOrLog(string line)
        {
            if (line.StartsWith('['))
            {
                functionLog.WriteLine(line);
            }
            else
            {
                say(line);
            }
        }

        return new MeasuredStack(await LocalRun.StartAsync(graph, new LocalRunOptions(repository.Root, 0, SayOrLog, time), cancellation), time);
    }

    /// <exception cref="InvalidOperationException">The API answered with another status.</exception>
    public async Task<ApiAnswer> CallAsync(HttpMethod method, string path, string? json, int status, CancellationToken cancellation)
    {
        ApiAnswer answer = await Api.SendAsync(method, path, json, [], cancellation);
        return (int)answer.Status == status
            ? answer
            : throw new InvalidOperationException($"{method} {path} returned {(int)answer.Status} instead of {status}: {answer.Body}");
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        DynamoDb.Dispose();
        await _run.DisposeAsync();
    }
}
