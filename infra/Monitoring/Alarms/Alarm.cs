using System.Collections.Immutable;
using System.Globalization;

namespace WorkoutLog.Infra.Monitoring.Alarms;

/// <summary>One alarm as data: when it fires and what it says.</summary>
public sealed record Alarm
{
    public required AlarmKind Kind { get; init; }

    /// <summary>Ends the alarm's name, such as <c>errors</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What has gone wrong, as the beginning of a sentence: "ProcessWorkout fails".</summary>
    public required string Meaning { get; init; }

    public required ImmutableArray<MetricSeries> Series { get; init; }

    /// <summary>
    /// CloudWatch metric math, in which <c>m0</c> is the first of <see cref="Series"/>, <c>m1</c> the next;
    /// null when there is one series, read as it is.
    /// </summary>
    public string? Expression { get; init; }

    public Bound Bound { get; init; } = Bound.AtLeast;

    /// <summary><see cref="Bound"/> says on which side of it a value is wrong.</summary>
    public required double Threshold { get; init; }

    /// <summary>What <see cref="Threshold"/> counts, as it stands behind the number: <c>errors</c>, <c>% of the requests</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>A whole number of minutes.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many of the last periods are looked at.</summary>
    public int Periods { get; init; } = 3;

    /// <summary>How many of them must be wrong: more than one, where a single bad moment should wake nobody.</summary>
    public int WrongPeriods { get; init; } = 2;

    public MissingData MissingData { get; init; } = MissingData.NotBreaching;

    /// <summary>Whether the alarm tells people; one that only feeds another does not.</summary>
    public bool Announced { get; init; } = true;

    /// <summary>When it fires: meaning, threshold with unit, and periods.</summary>
    public string Sentence => $"{Meaning}: {Comparison} in {Minutes(Period)}{Times}.";

    private string Comparison => string.Create(CultureInfo.InvariantCulture, $"{(Bound == Bound.AtLeast ? "at least" : "less than")} {Threshold} {Unit}");

    private string Times => Periods == 1
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $", {(WrongPeriods == 1 ? "once" : $"{WrongPeriods} times")} in {Minutes(Period * Periods)}");

    private static string Minutes(TimeSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes} {(span.TotalMinutes == 1 ? "minute" : "minutes")}");
}

/// <summary>On which side of its threshold a value is wrong.</summary>
public enum Bound
{
    /// <summary>The threshold is the lowest value that is wrong.</summary>
    AtLeast,

    /// <summary>The threshold is the lowest value that is right.</summary>
    Below,
}

/// <summary>What a period without data means to an alarm.</summary>
public enum MissingData
{
    /// <summary>Nothing happened, so nothing is wrong.</summary>
    NotBreaching,

    /// <summary>Silence is the failure.</summary>
    Breaching,

    /// <summary>Nobody looked, so what was found last still holds.</summary>
    Ignore,
}
