namespace WorkoutLog.Local.Soak.Rollout;

/// <summary>Reads of a workout by another version than the one that wrote it.</summary>
/// <param name="ByOlder">By a version that is older than the writer's.</param>
/// <param name="ByNewer">By a newer one.</param>
internal sealed record CrossReads(int ByOlder, int ByNewer)
{
    /// <param name="served">Requests that were carried out, each with the number of the version that did it.</param>
    public static CrossReads Count(IReadOnlyCollection<(SentRequest Request, int Version)> served)
    {
        var writers = served
            .Where(item => item.Request is { Method: "POST", Status: 201 } or { Method: "PUT", Status: 200 } && item.Request.ETag is not null)
            // A repeated POST finds what the first one wrote.
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
        CultureInfo.InvariantCulture, $"{ByOlder:#,0} by an older version than the one that wrote, {ByNewer:#,0} by a newer one");
}
