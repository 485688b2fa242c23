using System.Collections.Immutable;
using System.Globalization;

namespace WorkoutLog.Local.CloudWatch.Publishing;

/// <summary>One entry of a <c>PutMetricData</c> call.</summary>
/// <param name="Time">Null for the moment of the call.</param>
/// <param name="Values">Each with how often it came.</param>
internal sealed record PublishedDatum(
    string Name,
    ImmutableArray<KeyValuePair<string, string>> Dimensions,
    DateTimeOffset? Time,
    ImmutableArray<(double Value, double Count)> Values,
    PublishedStatistics? Statistics)
{
    /// <param name="prefix">Before the members of the entry, such as <c>MetricData.member.1.</c>.</param>
    /// <exception cref="PublishingException">Something is missing or no number.</exception>
    public static PublishedDatum Read(QueryForm form, string prefix)
    {
        var dimensions = form.Members($"{prefix}Dimensions").Select(member => KeyValuePair.Create(form.Require($"{member}Name"), form.Require($"{member}Value")));
        return new PublishedDatum(
            form.Require($"{prefix}MetricName"),
            [.. dimensions],
            form.Text($"{prefix}Timestamp") is { } time ? ReadTime(time, $"{prefix}Timestamp") : null,
            [.. ReadValues(form, prefix)],
            form.Text($"{prefix}StatisticValues.SampleCount") is null
                ? null
                : new PublishedStatistics(
                    form.RequireNumber($"{prefix}StatisticValues.SampleCount"),
                    form.RequireNumber($"{prefix}StatisticValues.Sum"),
                    form.RequireNumber($"{prefix}StatisticValues.Minimum"),
                    form.RequireNumber($"{prefix}StatisticValues.Maximum")));
    }

    private static IEnumerable<(double, double)> ReadValues(QueryForm form, string prefix)
    {
        if (form.Text($"{prefix}Value") is not null)
        {
            return [(form.RequireNumber($"{prefix}Value"), 1)];
        }

        return form.Items($"{prefix}Values").Select(place =>
            (form.RequireNumber($"{prefix}Values.member.{place}"), form.Text($"{prefix}Counts.member.{place}") is null ? 1 : form.RequireNumber($"{prefix}Counts.member.{place}")));
    }

    private static DateTimeOffset ReadTime(string text, string name) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new PublishingException("InvalidParameterValue", $"The value {text} for parameter {name} is invalid.");
}

internal sealed record PublishedStatistics(double Count, double Sum, double Minimum, double Maximum);
