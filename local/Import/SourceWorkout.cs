namespace WorkoutLog.Local.Import;

/// <summary>The source of a workout.</summary>
/// <param name="File">As the user named it.</param>
/// <param name="Part">Such as <c>line 12</c> or <c>track 2</c>; null for the whole file.</param>
internal readonly record struct Place(string File, string? Part = null)
{
    public override string ToString() => Part is null ? File : $"{File}, {Part}";
}

/// <summary>The result of reading a row, a track, an activity or a session of a file.</summary>
internal abstract record SourceRow(Place Place)
{
    /// <param name="Reason">A sentence without the full stop.</param>
    internal sealed record Skipped(Place Place, string Reason) : SourceRow(Place);

    internal sealed record Read(Place Place, SourceWorkout Workout) : SourceRow(Place);

    /// <param name="read">Throws <see cref="UnreadableException"/> for a row that can't be logged.</param>
    public static SourceRow Of(Place place, Func<SourceWorkout> read)
    {
        try
        {
            return new Read(place, read());
        }
        catch (UnreadableException unreadable)
        {
            return new Skipped(place, unreadable.Message);
        }
    }
}

/// <summary>A workout in units of the API, with the source's type names.</summary>
internal sealed record SourceWorkout
{
    /// <summary>Stable per file; from <see cref="ExternalIds"/>.</summary>
    public required string ExternalId { get; init; }

    /// <summary>From the most specific to the most general; see <see cref="WorkoutTypeMap"/>.</summary>
    public required ImmutableArray<string> Types { get; init; }

    /// <summary>With the athlete's offset, if known: it decides the workout's date.</summary>
    public required DateTimeOffset Start { get; init; }

    public required decimal DurationSeconds { get; init; }

    public decimal? DistanceKm { get; init; }

    public decimal? Calories { get; init; }

    public string? Notes { get; init; }

    /// <summary>A file that describes the same workout, relative to this file's folder.</summary>
    public string? OtherFile { get; init; }
}

/// <summary>A file, or a part of one, can't be read.</summary>
/// <param name="message">A sentence without the full stop.</param>
internal sealed class UnreadableException(string message) : Exception(message);

/// <summary>Facts that the files don't contain.</summary>
/// <param name="Zone">Zone of times without an offset, and of the date of UTC times.</param>
/// <param name="KmPerUnit">Kilometres per unit, for a distance without a unit.</param>
internal sealed record ReadOptions(TimeZoneInfo Zone, decimal KmPerUnit);
