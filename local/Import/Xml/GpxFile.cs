using System.Xml.Linq;

namespace WorkoutLog.Local.Import.Xml;

/// <summary>GPX: tracks of points with times. Duration and distance come from the points.</summary>
internal static class GpxFile
{
    private const double EarthRadiusKm = 6371.0088;

    /// <inheritdoc cref="UntrustedXml.Read" path="/exception"/>
    public static IEnumerable<SourceRow> Read(string name, byte[] content, ReadOptions options)
    {
        var tracks = UntrustedXml.Read(content, "gpx").Children("trk").ToArray();
        return tracks.Length == 0
            ? throw new UnreadableException("it has no tracks; routes and waypoints are not workouts")
            : tracks.Select((track, place) => SourceRow.Of(new Place(name, $"track {place + 1}"), () => Workout(track, options)));
    }

    private static SourceWorkout Workout(XElement track, ReadOptions options)
    {
        var times = track.All("trkpt").Select(point => point.Text("time")).OfType<string>().Select(time => Quantities.Instant("time", time, options.Zone)).ToArray();
        if (times.Length == 0)
        {
            throw new UnreadableException("its points have no times, so start and duration are unknown");
        }

        return new SourceWorkout
        {
            ExternalId = ExternalIds.Of("gpx", times.Min()),
            Types = [track.Text("type") ?? ""],
            Start = times.Min(),
            DurationSeconds = (decimal)(times.Max() - times.Min()).TotalSeconds,
            // Gaps between segments are pauses or lost reception.
            DistanceKm = (decimal)track.Children("trkseg").Sum(Length),
            Notes = Notes.Join([track.Text("name"), track.Text("desc"), track.Text("cmt")]),
        };
    }

    private static double Length(XElement segment)
    {
        var points = segment.Children("trkpt").Select(point => (Latitude: Radians(point, "lat"), Longitude: Radians(point, "lon"))).ToArray();
        return points.Zip(points.Skip(1), Distance).Sum();
    }

    // The haversine formula, which is accurate for points close together.
    private static double Distance((double Latitude, double Longitude) from, (double Latitude, double Longitude) to)
    {
        var chord = Square(Math.Sin((to.Latitude - from.Latitude) / 2))
            + (Math.Cos(from.Latitude) * Math.Cos(to.Latitude) * Square(Math.Sin((to.Longitude - from.Longitude) / 2)));
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    private static double Square(double number) => number * number;

    private static double Radians(XElement point, string name) =>
        Quantities.Number(name, point.Attribute(name)?.Value) is { } degrees and >= -180 and <= 180
            ? (double)degrees * Math.PI / 180
            : throw new UnreadableException($"{name} must be degrees; got {Received.Quote(point.Attribute(name)?.Value ?? "")}");
}
