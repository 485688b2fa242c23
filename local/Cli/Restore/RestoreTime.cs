namespace WorkoutLog.Local.Restore;

/// <summary>The moment that a restore goes back to.</summary>
internal static class RestoreTime
{
    /// <summary>As far back as point-in-time recovery and the vault of the stack reach.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromDays(35);

    /// <summary>DynamoDB restores up to about that long ago.</summary>
    public static readonly TimeSpan Lag = TimeSpan.FromMinutes(5);

    private const string WholeSecond = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    // With an offset: a time without one is another moment on another machine.
    private static readonly string[] _forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>UTC to the second, the form in which every command gets it.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(WholeSecond, CultureInfo.InvariantCulture);

    /// <returns>The last whole second that can be restored.</returns>
    public static DateTimeOffset Latest(DateTimeOffset now) => WithoutFraction(now - Lag);

    /// <param name="text">RFC 3339, with an offset.</param>
    /// <returns>The time, or what is wrong with it.</returns>
    public static (DateTimeOffset Time, string? Error) Read(string text, DateTimeOffset now)
    {
        // The oldest second is gone before somebody has typed it.
        var (earliest, latest) = (WithoutFraction(now - Reach).AddSeconds(1), Latest(now));
        var known = DateTimeOffset.TryParseExact(text, _forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && (text.EndsWith('Z') || text[^6] is '+' or '-');
        return known && time >= earliest && time <= latest
            ? (WithoutFraction(time.ToUniversalTime()), null)
            : (default, $"--at must be a time with its offset, such as {Text(latest)}, from {Text(earliest)} (35 days ago) to {Text(latest)} (5 minutes ago); received \"{text}\".");
    }

    private static DateTimeOffset WithoutFraction(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
