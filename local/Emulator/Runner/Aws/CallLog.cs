namespace WorkoutLog.Local.Runner;

/// <summary>
/// A file of the functions' calls to AWS, one line of JSON per <see cref="CallRecord"/>. The lines of a call are written
/// before its response.
/// </summary>
public sealed class CallLog : IDisposable
{
    private readonly Lock _writing = new();
    private readonly FileStream _file;
    private readonly Action<string> _say;
    private bool _isClosed;
    private bool _hasFailed;

    internal CallLog(FileStream file, Action<string> say) => (_file, _say) = (file, say);

    public string Path => _file.Name;

    public static string PathIn(string repositoryRoot) => System.IO.Path.Combine(repositoryRoot, "artifacts", "local", "calls.jsonl");

    /// <summary>Creates the file of a run: <see cref="PathIn"/>, or a separate file if another running stack uses that one.</summary>
    /// <param name="say">Receives the path if it is a separate file, and a line if records are missing.</param>
    public static CallLog CreateIn(string repositoryRoot, Action<string> say)
    {
        var path = PathIn(repositoryRoot);
        if (RunningStack.IsAny(repositoryRoot))
        {
            path = System.IO.Path.ChangeExtension(path, $".{Environment.ProcessId}.jsonl");
            say($"Another stack runs from this checkout and writes to calls.jsonl; this run writes its calls to {path}");
        }

        return Create(path, say);
    }

    public static CallLog Create(string path, Action<string> say)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.Delete(path);
        // Unbuffered: all lines of a call are one write, so that a reader sees whole lines.
        return new CallLog(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0), say);
    }

    public static ImmutableArray<CallRecord> Read(string path) =>
        [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize(line, CallRecordJson.Default.CallRecord)!)];

    /// <summary>Thread-safe. Calls after the end of the run are dropped. A write error does not fail the call.</summary>
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
            var whole = _isClosed ? 0 : _file.Position;
            try
            {
                if (!_isClosed)
                {
                    _file.Write(lines.GetBuffer(), 0, (int)lines.Length);
                }
            }
            catch (IOException failure)
            {
                if (!_hasFailed)
                {
                    _say($"Calls are missing from {Path}: {failure.Message}");
                }

                (_hasFailed, _file.Position) = (true, whole);
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

/// <summary>One action of a function on one resource. A transaction or batch has one record per action and resource that it needs.</summary>
/// <param name="Action"><c>dynamodb:PutItem</c>.</param>
/// <param name="Allowed">Whether the policies of the function's role allow it.</param>
public sealed record CallRecord(string Function, string Action, string Resource, bool Allowed);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CallRecord))]
internal sealed partial class CallRecordJson : JsonSerializerContext;
