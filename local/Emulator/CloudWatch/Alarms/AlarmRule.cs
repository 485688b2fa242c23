using System.Collections.Immutable;

namespace WorkoutLog.Local.CloudWatch.Alarms;

/// <summary>How an alarm judges the values of its periods.</summary>
/// <param name="Periods">How many are looked at.</param>
/// <param name="ToAlarm">How many of them must breach.</param>
internal sealed record AlarmRule(Comparison Comparison, double Threshold, int Periods, int ToAlarm, MissingDataTreatment MissingData)
{
    // AWS retrieves more than the periods that count, in case some of them are missing; its documentation shows 5 for 3.
    private const int ExtraPeriods = 2;

    /// <summary>How many values are retrieved.</summary>
    public int Range => Periods + ExtraPeriods;

    /// <param name="values">Of the whole range, the oldest first; null where data is missing.</param>
    public AlarmVerdict Judge(ImmutableArray<double?> values)
    {
        // Newest first; the age of the newest is 1.
        (double Value, int Age)[] real =
        [
            .. values.Reverse()
                .Select((value, place) => (value, Age: place + 1))
                .Where(point => point.value is not null)
                .Select(point => (point.value!.Value, point.Age)),
        ];
        if (real.Length >= Periods)
        {
            // Enough of them, from farther back if need be: what is missing between them does not matter.
            real = real[..Periods];
        }

        var missing = Periods - real.Length;
        var breaching = real.Count(point => Breaches(point.Value));
        return new AlarmVerdict(this, [.. real.Reverse().Select(point => values.Length - point.Age)], breaching, missing, StateOf(real, breaching, missing));
    }

    public bool Breaches(double value) => Comparison.Breaches(value, Threshold);

    // Null keeps the state as it is.
    private AlarmState? StateOf((double Value, int Age)[] real, int breaching, int missing)
    {
        if (MissingData == MissingDataTreatment.Breaching)
        {
            return breaching + missing >= ToAlarm ? AlarmState.Alarm : AlarmState.Ok;
        }

        if (breaching >= ToAlarm)
        {
            return AlarmState.Alarm;
        }

        if (missing == 0 || MissingData == MissingDataTreatment.NotBreaching || breaching < real.Length)
        {
            return AlarmState.Ok;
        }

        if (MissingData == MissingDataTreatment.Ignore)
        {
            return null;
        }

        if (real.Length == 0)
        {
            return AlarmState.InsufficientData;
        }

        // All that is known breaches: too new, it may have been one bad moment; old enough, nothing has contradicted it since.
        return real[^1].Age >= ToAlarm ? AlarmState.Alarm : AlarmState.Ok;
    }
}
