namespace WorkoutLog.Local.Soak.Rollout;

/// <summary>Reads of a workout by a version other than the writer's.</summary>
/// <param name="ByOlder">By a version older than the writer's.</param>
/// <param name="ByNewer">By a newer one.</param>
internal sealed record CrossReads(int ByOlder, int ByNewer)
{
    /// <param name="served">Requests that succeeded, each with the number of the version that served it.</param>
    public static CrossReads Count(IReadOnlyCollection<(SentRequest Request, int Version)> served)
    {
        var writers = served
            .Where(item => item.Request is { Method: "POST", Status: 201 } or { Method: "PUT", Status: 200 } && item.Request.ETag is not null)
            // A replayed POST returns the first one's write.
            .GroupBy(item => (item.Request.Path, item.Request.ETag))
            .ToDictionary(writes => writes.Key, writes => writes.Min(write => write.Version));
        ImmutableArray<int> distances =
        [
            .. from item in served
               where item.Request is { Method: "GET", Status: 200, ETag: not null }
               let writer = writers.GetValueOrDefault((item.Request.Path, item.Request.ETag))
               where writer > 0
               select item.Version - writer,
        ];
        return new CrossReads(distances.Count(distance => distance < 0), distances.Count(distance => distance > 0));
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{ByOlder:#,0} by a version older than the writer, {ByNewer:#,0} by a newer one");
}
