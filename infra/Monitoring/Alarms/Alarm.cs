using System.Collections.Immutable;
using System.Globalization;

namespace WorkoutLog.Infra.Monitoring.Alarms;

/// <summary>One alarm as data.</summary>
public sealed record Alarm
{
    public required AlarmKind Kind { get; init; }

    /// <summary>Suffix of the alarm's name, such as <c>errors</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The measured value, as the beginning of a sentence: "ProcessWorkout p99 duration".</summary>
    public required string Measure { get; init; }

    /// <summary>The consequence for callers or data, as a sentence.</summary>
    public required string Impact { get; init; }

    public required ImmutableArray<MetricSeries> Series { get; init; }

    /// <summary>
    /// CloudWatch metric math, in which <c>m0</c> is the first of <see cref="Series"/>, <c>m1</c> the next;
    /// null for a single series without math.
    /// </summary>
    public string? Expression { get; init; }

    public Bound Bound { get; init; } = Bound.AtLeast;

    /// <summary>See <see cref="Bound"/>.</summary>
    public required double Threshold { get; init; }

    /// <summary>Unit of <see cref="Threshold"/>, such as <c>%</c>; empty for a count.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What <see cref="Threshold"/> is derived from, or the least number of samples, as in "80 % of its 10 s timeout"; null for neither.</summary>
    public string? Note { get; init; }

    /// <summary>Replaces the comparison where the threshold is that of an expression; null for the comparison.</summary>
    public string? Condition { get; init; }

    /// <summary>A whole number of minutes.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Evaluated periods.</summary>
    public int Periods { get; init; } = 3;

    /// <summary>Breaching periods that raise the alarm: more than one, so that a short spike does not.</summary>
    public int BreachingPeriods { get; init; } = 2;

    public MissingData MissingData { get; init; } = MissingData.NotBreaching;

    /// <summary>The alarm notifies people; one that only feeds a composite alarm does not.</summary>
    public bool Notifies { get; init; } = true;

    /// <summary>Metric, threshold, window and impact.</summary>
    public string Sentence => $"{Measure} {Condition ?? Comparison}{(Note is null ? "" : $" ({Note})")} in {Window}. {Impact}";

    private string Comparison => $"{(Bound == Bound.AtLeast ? "≥" : "<")} {Quantity}".TrimEnd();

    private string Quantity => Unit == "ms" && Threshold >= 1000
        ? string.Create(CultureInfo.InvariantCulture, $"{Threshold / 1000:0.###} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Threshold} {Unit}");

    private string Window => Periods == 1
        ? $"a {Minutes(Period)} period"
        : string.Create(CultureInfo.InvariantCulture, $"{BreachingPeriods} of {Periods} {Minutes(Period)} periods");

    private static string Minutes(TimeSpan span) => span.TotalMinutes switch
    {
        1 => "one-minute",
        5 => "five-minute",
        60 => "one-hour",
        var minutes => string.Create(CultureInfo.InvariantCulture, $"{minutes}-minute"),
    };
}

/// <summary>The comparison with the threshold.</summary>
public enum Bound
{
    /// <summary>Values at or above the threshold breach.</summary>
    AtLeast,

    /// <summary>Values below the threshold breach.</summary>
    Below,
}

/// <summary>Treatment of a period without data.</summary>
public enum MissingData
{
    /// <summary>No events, so no breach.</summary>
    NotBreaching,

    /// <summary>The absence of data is the failure.</summary>
    Breaching,

    /// <summary>Keeps the state of the last check.</summary>
    Ignore,
}
