using System.Net.Http.Headers;

namespace WorkoutLog.Local.Runner.Pipes;

/// <summary>Reads the stream of a DynamoDB Local table, shard by shard; a child shard is read after its parent is exhausted.</summary>
/// <param name="authorization">Authorization header of calls to DynamoDB Local.</param>
/// <param name="may">Whether the reader's role allows an action on a resource.</param>
internal sealed class TableStream(Uri endpoint, string authorization, string table, string startingPosition, Func<string, string, bool> may) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly Dictionary<string, string> _iterators = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private string? _streamArn;
    private bool _hasStarted;

    /// <summary>The next records of a shard that has some, in order; empty if nothing was written since.</summary>
    /// <param name="arn">ARN of the stream at AWS, for the role's permissions.</param>
    /// <exception cref="UnauthorizedAccessException">The role does not allow the call.</exception>
    public async Task<(string Shard, ImmutableArray<JsonObject> Records)> ReadAsync(string arn, CancellationToken cancellation)
    {
        if (_iterators.Count == 0)
        {
            await OpenShardsAsync(arn, cancellation);
        }

        foreach (var (shard, iterator) in _iterators.ToArray())
        {
            Require("dynamodb:GetRecords", arn);
            var page = await NextPageAsync(shard, iterator, cancellation);
            if (page.Text("NextShardIterator") is { } next)
            {
                _iterators[shard] = next;
            }
            else
            {
                _iterators.Remove(shard);
                _read.Add(shard);
            }

            if (page.Objects("Records").ToImmutableArray() is { IsEmpty: false } records)
            {
                return (shard, records);
            }
        }

        return ("", []);
    }

    public void Dispose() => _http.Dispose();

    // As soon as an empty shard gets its first record, DynamoDB Local rejects older iterators of it as trimmed.
    private async Task<JsonObject> NextPageAsync(string shard, string iterator, CancellationToken cancellation)
    {
        try
        {
            return await CallAsync("GetRecords", new JsonObject { ["ShardIterator"] = iterator }, cancellation);
        }
        catch (TrimmedException)
        {
            return await CallAsync("GetRecords", new JsonObject { ["ShardIterator"] = await IteratorAsync(shard, "TRIM_HORIZON", cancellation) }, cancellation);
        }
    }

    private async Task<string> IteratorAsync(string shard, string type, CancellationToken cancellation)
    {
        var query = new JsonObject { ["StreamArn"] = _streamArn, ["ShardId"] = shard, ["ShardIteratorType"] = type };
        return (await CallAsync("GetShardIterator", query, cancellation)).Text("ShardIterator")!;
    }

    private async Task OpenShardsAsync(string arn, CancellationToken cancellation)
    {
        if (_streamArn is null)
        {
            // ListStreams has no resource.
            Require("dynamodb:ListStreams", "*");
            _streamArn = (await CallAsync("ListStreams", new JsonObject { ["TableName"] = table }, cancellation)).Objects("Streams").Single().Text("StreamArn");
        }

        Require("dynamodb:DescribeStream", arn);
        Require("dynamodb:GetShardIterator", arn);
        var shards = new List<JsonObject>();
        string? last = null;
        do
        {
            var query = new JsonObject { ["StreamArn"] = _streamArn, ["ExclusiveStartShardId"] = last };
            var description = (await CallAsync("DescribeStream", query, cancellation))["StreamDescription"]!.AsObject();
            shards.AddRange(description.Objects("Shards"));
            last = description.Text("LastEvaluatedShardId");
        }
        while (last is not null);

        var known = shards.Select(shard => shard.Text("ShardId")!).ToHashSet(StringComparer.Ordinal);
        foreach (var shard in shards)
        {
            var (id, parent) = (shard.Text("ShardId")!, shard.Text("ParentShardId"));
            if (!_read.Contains(id) && (parent is null || _read.Contains(parent) || !known.Contains(parent)))
            {
                // Shards that appear after the start are read from their beginning.
                _iterators[id] = await IteratorAsync(id, _hasStarted ? "TRIM_HORIZON" : startingPosition, cancellation);
            }
        }

        _hasStarted = true;
    }

    private void Require(string action, string resource)
    {
        if (!may(action, resource))
        {
            throw new UnauthorizedAccessException($"its role does not allow {action} on {resource}");
        }
    }

    private async Task<JsonObject> CallAsync(string operation, JsonObject input, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(input.ToUtf8Bytes()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        request.Headers.Add("X-Amz-Target", $"DynamoDBStreams_20120810.{operation}");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await _http.SendAsync(request, cancellation);
        var body = await answer.Content.ReadAsByteArrayAsync(cancellation);
        var output = HttpMessages.TryParse(body) as JsonObject;
        return answer.IsSuccessStatusCode && output is not null ? output
            : output?.Text("__type")?.EndsWith("#TrimmedDataAccessException", StringComparison.Ordinal) == true ? throw new TrimmedException()
            : throw new HttpRequestException($"{operation} was answered {(int)answer.StatusCode}: {Encoding.UTF8.GetString(body)}");
    }

    private sealed class TrimmedException : Exception;
}
