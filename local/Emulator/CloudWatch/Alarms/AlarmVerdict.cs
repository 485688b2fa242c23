using System.Collections.Immutable;
using System.Globalization;
using WorkoutLog.Local.CloudWatch.Metrics;

namespace WorkoutLog.Local.CloudWatch.Alarms;

/// <summary>What an alarm makes of its values.</summary>
/// <param name="Used">Places of the values that counted, the oldest first.</param>
/// <param name="Missing">How many more it had to fill in.</param>
/// <param name="State">Null when the alarm keeps its state.</param>
internal sealed record AlarmVerdict(AlarmRule Rule, ImmutableArray<int> Used, int Breaching, int Missing, AlarmState? State)
{
    /// <summary>In CloudWatch's manner: which values crossed which threshold, or did not.</summary>
    /// <param name="points">Of all values.</param>
    /// <param name="state">The one that the alarm has now.</param>
    public string Reason(ReadOnlySpan<double?> points, TimeGrid grid, AlarmState state)
    {
        if (Used.IsEmpty)
        {
            return Rule.MissingData is MissingDataTreatment.Missing or MissingDataTreatment.Ignore
                ? $"Insufficient Data: {Count(Missing)} unknown."
                : $"Threshold Crossed: no datapoints were received for {Missing} periods and {Count(Missing)} treated as [{Rule.MissingData}].";
        }

        var isAlarm = state == AlarmState.Alarm;
        var values = new List<string>();
        foreach (var place in Used)
        {
            if (points[place] is { } value && Rule.Breaches(value) == isAlarm)
            {
                values.Add(string.Create(CultureInfo.InvariantCulture, $"{value:0.0###} ({grid.TimeOf(place).UtcDateTime:dd/MM/yy HH:mm:ss})"));
            }
        }

        var filled = Missing == 0 ? "" : $", {Count(Missing)} treated as [{Rule.MissingData}]";
        var change = isAlarm ? "OK -> ALARM" : "ALARM -> OK";
        var least = isAlarm ? Rule.ToAlarm : Rule.Periods - Rule.ToAlarm + 1;
        var were = $"{(values.Count == 1 ? "was" : "were")} {(isAlarm ? "" : "not ")}{Rule.Comparison.Words}";
        var minimum = $"minimum {least} {(least == 1 ? "datapoint" : "datapoints")} for {change} transition";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Threshold Crossed: {values.Count} out of the last {Rule.Periods} datapoints [{string.Join(", ", values)}] {were} "
            + $"the threshold ({Rule.Threshold:0.0###}){filled} ({minimum}).");
    }

    private static string Count(int missing) => missing == 1 ? "1 missing datapoint was" : $"{missing} missing datapoints were";
}
