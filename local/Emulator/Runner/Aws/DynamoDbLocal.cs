using System.Net.Sockets;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace WorkoutLog.Local.Runner;

/// <summary>Amazon's DynamoDB Local, in memory, on a free port of 127.0.0.1. All credentials see the same tables.</summary>
public sealed class DynamoDbLocal : IAsyncDisposable
{
    private const int Attempts = 3;
    private static readonly TimeSpan _startLimit = TimeSpan.FromMinutes(2);
    private readonly ChildProcess _java;

    private DynamoDbLocal(ChildProcess java, Uri endpoint)
    {
        _java = java;
        Endpoint = endpoint;
    }

    public Uri Endpoint { get; }

    /// <summary>Ends when the process ends, which it does not do by itself.</summary>
    public Task Exited => _java.Exited;

    /// <exception cref="UserErrorException">Java or DynamoDB Local is missing, or does not start.</exception>
    public static async Task<DynamoDbLocal> StartAsync(CancellationToken cancellation = default)
    {
        var (java, folder, lastLine) = (FindJava(), NpmPackage.Find(NpmPackage.DynamoDbLocal), "it said nothing.");
        // Between our look for a free port and Java's bind another process may take it.
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var port = FreePort();
            string[] arguments =
            [
                // Most runs are short: the quick compiler and the simplest collector start a third faster.
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Djava.library.path=./DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar",
                "-inMemory", "-sharedDb", "-disableTelemetry", "-port", $"{port}",
            ];
            var process = await ChildProcess.StartAsync(java, arguments, folder, null, line => lastLine = line);
            var isReady = false;
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                limit.CancelAfter(_startLimit);
                isReady = await AnswersAsync(port, process, limit.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                lastLine = $"no answer after {_startLimit.TotalMinutes} minutes.";
            }
            finally
            {
                if (!isReady)
                {
                    await process.DisposeAsync();
                }
            }

            if (isReady)
            {
                return new DynamoDbLocal(process, new Uri($"http://127.0.0.1:{port}"));
            }
        }

        throw new UserErrorException($"DynamoDB Local does not start: {lastLine} It needs Java 17 or newer: apt-get install default-jre-headless");
    }

    /// <summary>A client with credentials of its own; the caller disposes it.</summary>
    public AmazonDynamoDBClient CreateClient() =>
        new(new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig { ServiceURL = Endpoint.ToString(), AuthenticationRegion = "us-east-1" });

    public ValueTask DisposeAsync() => _java.DisposeAsync();

    private static string FindJava()
    {
        var home = Environment.GetEnvironmentVariable("JAVA_HOME");
        var inHome = string.IsNullOrEmpty(home) ? null : Path.Combine(home, "bin", "java");
        return File.Exists(inHome)
            ? inHome
            : Executables.Find("java")
                ?? throw new UserErrorException("Java is missing; DynamoDB Local needs Java 17 or newer. Install it: apt-get install default-jre-headless");
    }

    private static async Task<bool> AnswersAsync(int port, ChildProcess process, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        while (!process.Exited.IsCompleted)
        {
            try
            {
                // Any answer will do; to a bare GET it is 400.
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/"), cancellation);
                return true;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
            }
        }

        return false;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
