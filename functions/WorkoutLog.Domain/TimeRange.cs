using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Domain;

/// <summary>A range of timestamps, inclusive; open where null.</summary>
public sealed record TimeRange(TimeBound? From, TimeBound? To)
{
    public static TimeRange All { get; } = new(null, null);

    /// <summary>Whether the bounds are reversed, so that no timestamp is between them.</summary>
    public bool IsReversed => (From, To) switch
    {
        (null, _) or (_, null) => false,
        (TimeBound.LocalDay from, TimeBound.LocalDay to) => from.Day > to.Day,
        _ => From.Earliest > To.Latest,
    };

    /// <summary>False only for an instant that is outside at every UTC offset.</summary>
    public bool MayContain(DateTimeOffset instant) => !(instant < From?.Earliest) && !(instant > To?.Latest);

    public bool Contains(DateTimeOffset timestamp) =>
        (From is null || From.Compare(timestamp) >= 0) && (To is null || To.Compare(timestamp) <= 0);
}

/// <summary>One end of a <see cref="TimeRange"/>, inclusive.</summary>
public abstract record TimeBound
{
    // The offsets in use are -12:00 to +14:00; validation accepts -14:00 to +14:00.
    private static readonly TimeSpan _widestOffset = TimeSpan.FromHours(14);

    private const string Form = "be an RFC 3339 timestamp with an offset, such as 2026-05-09T07:30:00Z, or a day, such as 2026-05-09";

    private TimeBound()
    {
    }

    /// <summary>The earliest instant that can be on or after this bound.</summary>
    public abstract DateTimeOffset Earliest { get; }

    /// <summary>The latest instant that can be on or before this bound.</summary>
    public abstract DateTimeOffset Latest { get; }

    /// <summary>Reads an RFC 3339 timestamp as an instant, or <c>yyyy-MM-dd</c> as a local day.</summary>
    /// <returns>Null for a valid bound; otherwise the rule for the first invalid part, which completes "it must …".</returns>
    public static string? Read(string text, out TimeBound? bound)
    {
        bound = null;
        // A text without a time of day can only be a day.
        if (!text.Contains('T', StringComparison.OrdinalIgnoreCase))
        {
            var ruleOfDay = Rfc3339.ReadDate(text, Form, out DateOnly day);
            bound = ruleOfDay is null ? new LocalDay(day) : null;
            return ruleOfDay;
        }

        var rule = Rfc3339.Read(text, out DateTimeOffset moment);
        bound = rule is null ? new Instant(moment) : null;
        return rule == Rfc3339.Form ? Form : rule;
    }

    /// <returns>Negative before the bound, 0 on it, positive after it.</returns>
    public abstract int Compare(DateTimeOffset timestamp);

    /// <summary>An instant, independent of the offset.</summary>
    public sealed record Instant(DateTimeOffset Moment) : TimeBound
    {
        public override DateTimeOffset Earliest => Moment;

        public override DateTimeOffset Latest => Moment;

        public override int Compare(DateTimeOffset timestamp) => timestamp.CompareTo(Moment);
    }

    /// <summary>A local day, by the offset of each timestamp.</summary>
    public sealed record LocalDay(DateOnly Day) : TimeBound
    {
        public override DateTimeOffset Earliest => Shift(Day.ToDateTime(TimeOnly.MinValue), -_widestOffset);

        public override DateTimeOffset Latest => Shift(Day.ToDateTime(TimeOnly.MaxValue), _widestOffset);

        public override int Compare(DateTimeOffset timestamp) => LocalCalendar.Day(timestamp).CompareTo(Day);

        // Stays within the calendar.
        private static DateTimeOffset Shift(DateTime utc, TimeSpan offset) =>
            new(Math.Clamp(utc.Ticks + offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);
    }
}
