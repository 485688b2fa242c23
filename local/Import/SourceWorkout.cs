namespace WorkoutLog.Local.Import;

/// <summary>Where something was read.</summary>
/// <param name="File">As the user named it.</param>
/// <param name="Part">Such as <c>line 12</c> or <c>track 2</c>; null for the whole file.</param>
internal readonly record struct Place(string File, string? Part = null)
{
    public override string ToString() => Part is null ? File : $"{File}, {Part}";
}

/// <summary>What became of a row, a track, an activity or a session of a file.</summary>
internal abstract record SourceRow(Place Place)
{
    /// <param name="Reason">A sentence without the full stop.</param>
    internal sealed record Skipped(Place Place, string Reason) : SourceRow(Place);

    internal sealed record Read(Place Place, SourceWorkout Workout) : SourceRow(Place);

    /// <param name="read">Throws <see cref="UnreadableException"/> for a row that says nothing that can be logged.</param>
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

/// <summary>A workout in units of the API, with the type in the words of its source.</summary>
internal sealed record SourceWorkout
{
    /// <summary>The same each time that the file is read; <see cref="ExternalIds"/> makes it.</summary>
    public required string ExternalId { get; init; }

    /// <summary>From the most exact to the most general; <see cref="WorkoutTypeMap"/> knows them.</summary>
    public required ImmutableArray<string> Types { get; init; }

    /// <summary>With the offset that the athlete was at, as far as it is known: it decides the day that the workout counts for.</summary>
    public required DateTimeOffset Start { get; init; }

    public required decimal DurationSeconds { get; init; }

    public decimal? DistanceKm { get; init; }

    public decimal? Calories { get; init; }

    public string? Notes { get; init; }

    /// <summary>A file that describes the same workout, named from the folder of this one.</summary>
    public string? OtherFile { get; init; }
}

/// <summary>A file, or a part of one, can't be read as what it should be.</summary>
/// <param name="message">A sentence without the full stop.</param>
internal sealed class UnreadableException(string message) : Exception(message);

/// <summary>What the files don't say themselves.</summary>
/// <param name="Zone">Of times without an offset, and of the day that a UTC time belongs to.</param>
/// <param name="KmPerUnit">Kilometres in a unit of a distance without one.</param>
internal sealed record ReadOptions(TimeZoneInfo Zone, decimal KmPerUnit);
