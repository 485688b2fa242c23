using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using WorkoutLog.Http.Runtime;

namespace WorkoutLog.Functions.Tests.Support;

/// <summary>Catches the log of a function.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A MemoryStream holds nothing to release.")]
internal sealed class LogOutput
{
    private readonly MemoryStream _stream = new();

    public LogOutput() => Log = new Log(_stream, FixedTime.Default);

    public Log Log { get; }

    public string Text => Encoding.UTF8.GetString(_stream.ToArray());

    public JsonElement[] Lines =>
        [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
}
