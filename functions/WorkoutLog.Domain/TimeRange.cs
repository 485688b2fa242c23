namespace WorkoutLog.Domain;

/// <summary>Timestamps from one bound to another, both in; open where null.</summary>
public sealed record TimeRange(TimeBound? From, TimeBound? To)
{
    public static TimeRange All { get; } = new(null, null);

    /// <summary>Whether the bounds stand the wrong way round, so that no timestamp can lie between them.</summary>
    public bool IsReversed => (From, To) switch
    {
        (null, _) or (_, null) => false,
        (TimeBound.LocalDay from, TimeBound.LocalDay to) => from.Day > to.Day,
        _ => From.Earliest > To.Latest,
    };

    /// <summary>False only for an instant that lies outside wherever the user was.</summary>
    public bool MayContain(DateTimeOffset instant) => !(instant < From?.Earliest) && !(instant > To?.Latest);

    public bool Contains(DateTimeOffset timestamp) =>
        (From is null || From.Compare(timestamp) >= 0) && (To is null || To.Compare(timestamp) <= 0);
}
