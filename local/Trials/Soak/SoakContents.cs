namespace WorkoutLog.Local.Soak;

/// <summary>Generates workouts, each with unique content.</summary>
/// <param name="source">Name of the client that sends them.</param>
/// <param name="types">Workout types that the API accepts.</param>
internal sealed class SoakContents(string source, ImmutableArray<string> types, DateTimeOffset now, Random random)
{
    // Few months, so that the clients collide on roll-ups too; some in past years, which readers seal.
    private const int Minutes = 60 * 24 * 60;
    private const int MostYearsAgo = 2;
    private const double PastShare = 0.25;

    private static readonly ImmutableArray<int> _offsetMinutes = [-420, 0, 120, 330];

    private int _last;

    public string Source { get; } = source.Replace(' ', '-');

    /// <param name="externalId">Of a workout that was sent before; null to generate one, or none.</param>
    public SentWorkout Workout(string userId, string? externalId = null)
    {
        var content = Content("log", timestamp: null);
        var name = content.Notes.Replace(' ', '-');
        return new SentWorkout(userId, $"key-of-{name}", externalId ?? (random.Next(2) == 0 ? null : $"own:{name}"), content);
    }

    /// <param name="timestamp">Null to generate one.</param>
    public Content Content(string purpose, string? timestamp) => new(
        types[random.Next(types.Length)], random.Next(1, 6000) / 10m, random.Next(3) == 0 ? null : random.Next(2000),
        random.Next(3) == 0 ? null : random.Next(10_000) / 100m, timestamp ?? Timestamp(), $"{purpose} {++_last} of {source}");

    private string Timestamp()
    {
        var moment = UtcTimestamp.TruncateToMicroseconds(now - TimeSpan.FromSeconds(random.NextDouble() * Minutes * 60));
        moment = random.NextDouble() < PastShare ? moment.AddYears(-random.Next(1, MostYearsAgo + 1)) : moment;
        return LocalTimestamp.Format(moment.ToOffset(TimeSpan.FromMinutes(_offsetMinutes[random.Next(_offsetMinutes.Length)])));
    }
}
