namespace WorkoutLog.Local.Restore;

/// <summary>The point in time of a restore.</summary>
internal static class RestoreTime
{
    /// <summary>Retention of point-in-time recovery and of the vault.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(35);

    /// <summary>Age of the latest restorable time, approximately.</summary>
    public static readonly TimeSpan Lag = TimeSpan.FromMinutes(5);

    private const string WholeSecond = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    // An offset is required: without one, the time depends on the machine.
    private static readonly string[] _forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>UTC to the second, as in all commands of the plan.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(WholeSecond, CultureInfo.InvariantCulture);

    /// <returns>The latest restorable second.</returns>
    public static DateTimeOffset Latest(DateTimeOffset now) => WithoutFraction(now - Lag);

    /// <param name="text">RFC 3339, with an offset.</param>
    /// <returns>The time, or an error message.</returns>
    public static (DateTimeOffset Time, string? Error) Read(string text, DateTimeOffset now)
    {
        // The oldest second expires while the command runs.
        var (earliest, latest) = (WithoutFraction(now - Retention).AddSeconds(1), Latest(now));
        var known = DateTimeOffset.TryParseExact(text, _forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && (text.EndsWith('Z') || text[^6] is '+' or '-');
        return known && time >= earliest && time <= latest
            ? (WithoutFraction(time.ToUniversalTime()), null)
            : (default, $"--at must be a time with an offset, such as {Text(latest)}, from {Text(earliest)} (35 days ago) to {Text(latest)} (5 minutes ago); got \"{text}\".");
    }

    private static DateTimeOffset WithoutFraction(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
