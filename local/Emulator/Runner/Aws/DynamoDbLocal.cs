using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace WorkoutLog.Local.Runner;

/// <summary>
/// Amazon's DynamoDB Local, in memory, on a free port of 127.0.0.1. It does not check signatures but has a database per access key:
/// a client without this key sees no tables.
/// </summary>
public sealed class DynamoDbLocal : IAsyncDisposable
{
    /// <summary>The region that every client must use: each region has a separate database.</summary>
    public const string Region = "us-east-1";

    private static readonly TimeSpan _startLimit = TimeSpan.FromMinutes(2);
    private readonly ChildProcess _java;

    private DynamoDbLocal(ChildProcess java, int port)
    {
        _java = java;
        Endpoint = new Uri($"http://127.0.0.1:{port}");
    }

    public Uri Endpoint { get; }

    /// <summary>Random for each start.</summary>
    public string AccessKeyId { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The authorization header of forwarded calls.</summary>
    internal string Authorization =>
        $"AWS4-HMAC-SHA256 Credential={AccessKeyId}/20200101/{Region}/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=00";

    /// <summary>Completes when the process ends, which normally happens only on disposal.</summary>
    public Task Exited => _java.Exited;

    /// <exception cref="UserErrorException">Java or DynamoDB Local is missing, or does not start.</exception>
    public static async Task<DynamoDbLocal> StartAsync(CancellationToken cancellation = default)
    {
        var (java, folder, lastLine) = (FindJava(), NpmPackage.Find(NpmPackage.DynamoDbLocal), "it printed nothing.");
        string[] arguments =
        [
            // Most runs are short: C1 and the serial collector start a third faster.
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
            "-Dorg.eclipse.jetty.LEVEL=WARN", "-Dorg.eclipse.jetty.util.log.announce=false", "-Dorg.eclipse.jetty.xml.XmlParser.Validating=false",
            "-Djava.library.path=./DynamoDBLocal_lib", "-cp", "DynamoDBLocal.jar", "org.eclipse.jetty.xml.XmlConfiguration",
            Path.Combine(AppContext.BaseDirectory, "DynamoDbLocal.xml"),
        ];
        var ready = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = await ChildProcess.StartAsync(java, arguments, folder, null, Read);
        try
        {
            if (await Task.WhenAny(ready.Task, process.Exited).WaitAsync(_startLimit, cancellation) == ready.Task)
            {
                return new DynamoDbLocal(process, await ready.Task);
            }
        }
        catch (TimeoutException)
        {
            lastLine = $"no answer after {_startLimit.TotalMinutes} minutes.";
        }
        catch (OperationCanceledException)
        {
            await process.DisposeAsync();
            throw;
        }

        await process.DisposeAsync();
        throw new UserErrorException($"DynamoDB Local does not start: {lastLine} It needs Java 17 or newer. Fix: apt-get install default-jre-headless");

        void Read(string line)
        {
            // Stack traces are indented.
            lastLine = line is [not (' ' or '\t'), ..] ? line : lastLine;
            if (int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            {
                ready.TrySetResult(port);
            }
        }
    }

    /// <summary>The caller disposes it.</summary>
    public AmazonDynamoDBClient CreateClient() =>
        new(Credentials(AccessKeyId), new AmazonDynamoDBConfig { ServiceURL = Endpoint.ToString(), AuthenticationRegion = Region });

    public static AWSCredentials Credentials(string accessKeyId) => new BasicAWSCredentials(accessKeyId, "local");

    public ValueTask DisposeAsync() => _java.DisposeAsync();

    private static string FindJava()
    {
        var home = Environment.GetEnvironmentVariable("JAVA_HOME");
        var inHome = string.IsNullOrEmpty(home) ? null : Path.Combine(home, "bin", "java");
        return File.Exists(inHome)
            ? inHome
            : Executables.Find("java")
                ?? throw new UserErrorException("Java is missing; DynamoDB Local needs Java 17 or newer. Fix: apt-get install default-jre-headless");
    }
}
