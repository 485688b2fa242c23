namespace WorkoutLog.Local.Runner;

/// <summary>
/// The calls of the functions to AWS as a file, one line of JSON for each <see cref="CallRecord"/>. The lines of a call are there
/// before the call is answered.
/// </summary>
public sealed class CallLog : IDisposable
{
    private readonly Lock _writing = new();
    private readonly FileStream _file;
    private bool _isClosed;

    private CallLog(FileStream file) => _file = file;

    public string Path => _file.Name;

    public static string PathIn(string repositoryRoot) => System.IO.Path.Combine(repositoryRoot, "artifacts", "local", "calls.jsonl");

    /// <summary>Starts a new file. A run that still writes the old one keeps it, without a name.</summary>
    public static CallLog Create(string path)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.Delete(path);
        // Unbuffered: each call is one write of all its lines, so that a reader sees whole lines.
        return new CallLog(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0));
    }

    public static ImmutableArray<CallRecord> Read(string path) =>
        [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize(line, CallRecordJson.Default.CallRecord)!)];

    /// <summary>Safe from any thread. A call that comes after the end of the run belongs to none, and is left out.</summary>
    public void Add(params ReadOnlySpan<CallRecord> records)
    {
        using var lines = new MemoryStream();
        foreach (var record in records)
        {
            JsonSerializer.Serialize(lines, record, CallRecordJson.Default.CallRecord);
            lines.WriteByte((byte)'\n');
        }

        lock (_writing)
        {
            if (!_isClosed)
            {
                _file.Write(lines.GetBuffer(), 0, (int)lines.Length);
            }
        }
    }

    public void Dispose()
    {
        lock (_writing)
        {
            _isClosed = true;
            _file.Dispose();
        }
    }
}

/// <summary>One action of a function on one resource. A transaction or a batch leaves one for each pair that it needs.</summary>
/// <param name="Action"><c>dynamodb:PutItem</c>.</param>
/// <param name="Allowed">What the policies of the function's role say.</param>
public sealed record CallRecord(string Function, string Action, string Resource, bool Allowed);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CallRecord))]
internal sealed partial class CallRecordJson : JsonSerializerContext;
