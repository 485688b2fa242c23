using System.Collections.Immutable;
using System.Globalization;

namespace WorkoutLog.Infra.Monitoring;

/// <summary>One alarm as data: when it fires and what it says.</summary>
public sealed record Alarm
{
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

    /// <summary>The lowest value that is wrong.</summary>
    public required double Threshold { get; init; }

    /// <summary>What <see cref="Threshold"/> counts, as it stands behind the number: <c>errors</c>, <c>% of the requests</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>A whole number of minutes.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many of the last periods are looked at.</summary>
    public int Periods { get; init; } = 3;

    /// <summary>How many of them must be wrong: more than one, so that no single bad moment wakes anybody.</summary>
    public int WrongPeriods { get; init; } = 2;

    public MissingData MissingData { get; init; } = MissingData.NotBreaching;

    /// <summary>The whole alarm in one sentence, with its threshold and unit.</summary>
    public string Description => string.Create(
        CultureInfo.InvariantCulture,
        $"{Meaning}: at least {Threshold} {Unit} in {Period.TotalMinutes} minutes, {WrongPeriods} times in {Period.TotalMinutes * Periods} minutes.");
}

/// <summary>What a period without data means to an alarm.</summary>
public enum MissingData
{
    /// <summary>Nothing happened, so nothing is wrong.</summary>
    NotBreaching,

    /// <summary>Silence is the failure.</summary>
    Breaching,
}
