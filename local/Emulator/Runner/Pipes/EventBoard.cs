using System.Threading.Channels;

namespace WorkoutLog.Local.Runner.Pipes;

/// <summary>
/// The latest events and dead letters of a run, served at <see cref="Path"/>: as server-sent events starting with the latest,
/// or as JSON if the client accepts it.
/// </summary>
public sealed class EventBoard(RunEvents runEvents) : IDisposable
{
    public const string Path = "/_events";

    private const int Kept = 1_000;
    internal const string DeadLetter = "dead-letter";

    private readonly Lock _lock = new();
    private readonly Queue<BoardEntry> _entries = new();
    private readonly HashSet<ChannelWriter<BoardEntry>> _readers = [];
    private long _last;
    private bool _isClosed;

    /// <summary>Oldest first.</summary>
    internal ImmutableArray<BoardEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    internal void Publish(DateTimeOffset time, string pipe, ImmutableArray<JsonObject> events)
    {
        foreach (var published in events)
        {
            Add(time, published.Text("detail-type")!, published["detail"]!.AsObject().Word("userId"), published);
            runEvents.Publish(new EventPublished(time, pipe, published));
        }
    }

    internal void Send(DateTimeOffset time, string pipe, string queue, JsonObject letter)
    {
        Add(time, DeadLetter, queue, letter);
        runEvents.Publish(new DeadLetterSent(time, pipe, queue, letter));
    }

    internal async Task HandleAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Headers.Allow = "GET";
            await context.Response.SendJsonAsync(StatusCodes.Status405MethodNotAllowed, new JsonObject { ["message"] = $"{Path} supports GET." });
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        await (context.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase)
            ? context.Response.SendJsonAsync(StatusCodes.Status200OK, Snapshot())
            : StreamAsync(context));
    }

    /// <summary>Ends all readers.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            foreach (var reader in _readers)
            {
                reader.TryComplete();
            }
        }
    }

    private JsonObject Snapshot()
    {
        var entries = Entries;
        return new JsonObject
        {
            ["events"] = List(entry => !entry.IsDeadLetter),
            ["deadLetters"] = List(entry => entry.IsDeadLetter),
        };

        JsonArray List(Func<BoardEntry, bool> isMeant) => new([.. entries.Where(isMeant).Select(entry => JsonNode.Parse(entry.Json))]);
    }

    // A reader that reconnects sends the last id that it has seen.
    private async Task StreamAsync(HttpContext context)
    {
        var seen = long.TryParse(context.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0;
        var channel = Channel.CreateUnbounded<BoardEntry>();
        lock (_lock)
        {
            foreach (var entry in _entries.Where(entry => entry.Number > seen))
            {
                channel.Writer.TryWrite(entry);
            }

            if (_isClosed)
            {
                channel.Writer.Complete();
            }

            _readers.Add(channel.Writer);
        }

        try
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.StartAsync(context.RequestAborted);
            await foreach (var entry in channel.Reader.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"id: {entry.Number}\nevent: {entry.Kind}\ndata: {entry.Json}\n\n"), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has disconnected.
        }
        finally
        {
            lock (_lock)
            {
                _readers.Remove(channel.Writer);
            }
        }
    }

    private void Add(DateTimeOffset time, string kind, string subject, JsonObject content)
    {
        lock (_lock)
        {
            var entry = new BoardEntry(++_last, time, kind, subject, Encoding.UTF8.GetString(content.ToUtf8Bytes()));
            _entries.Enqueue(entry);
            while (_entries.Count > Kept)
            {
                _entries.Dequeue();
            }

            foreach (var reader in _readers)
            {
                reader.TryWrite(entry);
            }
        }
    }
}

/// <param name="Number">Number of the entry within the run, over events and dead letters.</param>
/// <param name="Kind">The event's <c>detail-type</c>, or <c>dead-letter</c>.</param>
/// <param name="Subject">The user; for a dead letter, its queue.</param>
/// <param name="Json">One line.</param>
internal sealed record BoardEntry(long Number, DateTimeOffset Time, string Kind, string Subject, string Json)
{
    public bool IsDeadLetter => Kind == EventBoard.DeadLetter;
}
