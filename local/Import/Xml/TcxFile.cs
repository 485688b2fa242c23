using System.Xml.Linq;

namespace WorkoutLog.Local.Import.Xml;

/// <summary>Garmin's Training Center format: activities with laps, which carry time, distance and calories.</summary>
internal static class TcxFile
{
    /// <inheritdoc cref="UntrustedXml.Read" path="/exception"/>
    public static IEnumerable<SourceRow> Read(string name, byte[] content, ReadOptions options)
    {
        var activities = UntrustedXml.Read(content, "TrainingCenterDatabase").All("Activity").ToArray();
        return activities.Length == 0
            ? throw new UnreadableException("it has no activities")
            : activities.Select((activity, place) => SourceRow.Of(new Place(name, $"activity {place + 1}"), () => Workout(activity, options)));
    }

    private static SourceWorkout Workout(XElement activity, ReadOptions options)
    {
        var laps = activity.Children("Lap").ToArray();
        var start = Quantities.Instant("Id", activity.Text("Id") ?? laps.FirstOrDefault()?.Attribute("StartTime")?.Value, options.Zone);
        return new SourceWorkout
        {
            ExternalId = ExternalIds.Of("tcx", start),
            Types = [activity.Attribute("Sport")?.Value ?? ""],
            Start = start,
            DurationSeconds = Sum(laps, "TotalTimeSeconds") ?? throw new UnreadableException("it has no lap with TotalTimeSeconds"),
            DistanceKm = Sum(laps, "DistanceMeters") * Quantities.KmPer("m"),
            Calories = Sum(laps, "Calories"),
            Notes = Notes.Join([activity.Text("Notes")]),
        };
    }

    private static decimal? Sum(XElement[] laps, string name)
    {
        var values = laps.Select(lap => Quantities.Number(name, lap.Text(name))).OfType<decimal>().ToArray();
        return values.Length == 0 ? null : values.Sum();
    }
}
