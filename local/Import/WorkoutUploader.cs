using System.Net.Http.Headers;
using System.Text.Json.Serialization;

namespace WorkoutLog.Local.Import;

/// <summary>The result of an upload so far.</summary>
/// <param name="Stored">New ones.</param>
/// <param name="Known">Already stored by an earlier import.</param>
/// <param name="Refused">Rejected by the API, with reasons.</param>
internal sealed record UploadTally(int Stored, int Known, ImmutableList<SourceRow.Skipped> Refused)
{
    public static readonly UploadTally None = new(0, 0, []);

    public int All => Stored + Known + Refused.Count;
}

/// <summary>Logs workouts in batches. All have external ids, so retries are safe.</summary>
/// <param name="api">Address of the API, without a trailing slash.</param>
/// <param name="wait">Waits between tries.</param>
internal sealed class WorkoutUploader(HttpClient http, string api, Func<TimeSpan, CancellationToken, Task> wait)
{
    // The last waits exceed the firewall's five-minute window.
    public const int MaxTries = 12;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static readonly TimeSpan _firstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(1);

    /// <param name="onProgress">Called after each batch with the total so far.</param>
    /// <exception cref="UserErrorException">The API rejects a whole batch, or no longer responds.</exception>
    public async Task<UploadTally> UploadAsync(IEnumerable<PlannedWorkout> workouts, Action<UploadTally> onProgress, CancellationToken cancellation)
    {
        var tally = UploadTally.None;
        // One batch at a time: concurrent batches of one user would conflict on the same statistics.
        foreach (var batch in workouts.Chunk(ApiLimits.MaxBatchSize))
        {
            tally = await SendAsync(batch, tally, cancellation);
            onProgress(tally);
        }

        return tally;
    }

    private async Task<UploadTally> SendAsync(PlannedWorkout[] batch, UploadTally tally, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await TrySendAsync(batch, cancellation);
            var again = new List<PlannedWorkout>();
            foreach (var (workout, result) in batch.Zip(answer.Results))
            {
                (tally, var isDone) = Count(tally, workout, result, isLast: attempt == MaxTries);
                if (!isDone)
                {
                    again.Add(workout);
                }
            }

            if (answer.Results.Count > 0 && again.Count == 0)
            {
                return tally;
            }

            if (answer.Results.Count > 0)
            {
                batch = [.. again];
            }
            else if (!answer.MayChange || attempt == MaxTries)
            {
                throw new UserErrorException($"{api} refused a batch: {answer.Problem}. {tally.Stored:N0} workouts were stored; the same command resumes.");
            }

            await wait(answer.RetryAfter ?? Wait(attempt), cancellation);
        }
    }

    private static TimeSpan Wait(int attempt) => TimeSpan.FromTicks(Math.Min(_longestWait.Ticks, _firstWait.Ticks << (attempt - 1)));

    private static (UploadTally Tally, bool IsDone) Count(UploadTally tally, PlannedWorkout workout, JsonNode result, bool isLast) => (int?)result["status"] switch
    {
        200 => (tally with { Known = tally.Known + 1 }, true),
        201 => (tally with { Stored = tally.Stored + 1 }, true),
        var status when !isLast && (status is 429 or >= 500 || IsOf(ProblemKind.Conflict, result["problem"])) => (tally, false),
        _ => (tally with { Refused = tally.Refused.Add(new(workout.Place, Describe(result["problem"]))) }, true),
    };

    private async Task<BatchAnswer> TrySendAsync(PlannedWorkout[] batch, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new BatchRequest { Workouts = [.. batch.Select(workout => workout.ToRequest())] }, _json);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{api}/workouts/batch")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypes.Json) } },
        };
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellation));
            return answer.IsSuccessStatusCode
                ? new BatchAnswer([.. json!["results"]!.AsArray() is var results && results.Count == batch.Length ? results.Select(result => result!) : throw new JsonException("not one result for each workout")], "", false, null)
                : new BatchAnswer(
                    [],
                    $"{(int)answer.StatusCode} {Describe(json)}",
                    answer.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError || IsOf("filtered", json),
                    answer.Headers.RetryAfter?.Delta);
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or InvalidOperationException
            || (exception is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return new BatchAnswer([], $"no answer ({exception.Message.TrimEnd('.')})", true, null);
        }
    }

    private static bool IsOf(ProblemKind kind, JsonNode? problem) => IsOf(kind.Slug, problem);

    private static bool IsOf(string slug, JsonNode? problem) => problem?["type"]?.ToString().EndsWith(slug, StringComparison.Ordinal) == true;

    private static string Describe(JsonNode? problem) => problem?["errors"]?.AsArray() is { Count: > 0 } errors
        ? string.Join(' ', errors.Select(error => error?["message"]?.ToString())).TrimEnd('.')
        : (problem?["detail"] ?? problem?["title"] ?? problem?["message"])?.ToString().TrimEnd('.') ?? "without a reason";

    /// <param name="Results">One per workout; empty if the whole batch was rejected.</param>
    /// <param name="MayChange">A retry can succeed.</param>
    private sealed record BatchAnswer(IReadOnlyList<JsonNode> Results, string Problem, bool MayChange, TimeSpan? RetryAfter);
}
