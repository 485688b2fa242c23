using System.CommandLine.Parsing;
using WorkoutLog.Local.Cli.Redeploy;
using WorkoutLog.Local.Import;

namespace WorkoutLog.Local.Cli.Import;

/// <summary>What the files don't say: the zone of their times, the unit of their distances, and what types mean that the table does not know.</summary>
internal sealed class ReadingOptions
{
    public Option<TimeZoneInfo> Zone { get; } = new("--time-zone")
    {
        Description = "Zone of times without an offset (Strong, Hevy), and of the day that UTC times belong to: Europe/Vienna or +02:00; otherwise this machine's",
        DefaultValueFactory = _ => TimeZoneInfo.Local,
        CustomParser = ParseZone,
    };

    public Option<string> DistanceUnit { get; } = new("--distance-unit") { Description = "Unit of distances that name none (Strong, old exports of Strava): km or mi", DefaultValueFactory = _ => "km" };

    public Option<ImmutableArray<KeyValuePair<string, string>>> Map { get; } = ConfigOption.Create(
        "--map", "-m", "a type as SOURCE=TYPE", $"A type of the files and the stack's type that it means, as Kitesurf=HIIT; may be given several times, and as \"{WorkoutTypeMap.Anything}=HIIT\" for all others that are unknown");

    public ReadingOptions() => DistanceUnit.AcceptOnlyFromAmong("km", "mi");

    public ReadOptions Of(ParseResult arguments) => new(arguments.GetValue(Zone)!, Quantities.KmPer(arguments.GetValue(DistanceUnit)!)!.Value);

    /// <param name="allowed">The types of the stack.</param>
    /// <exception cref="UserErrorException">A type is not among them.</exception>
    public WorkoutTypeMap Types(ParseResult arguments, IReadOnlyList<string> allowed)
    {
        var mapped = arguments.GetValue(Map);
        return mapped.FirstOrDefault(pair => !allowed.Contains(pair.Value)) is { Key: not null } wrong
            ? throw new UserErrorException($"--map must name one of {string.Join(", ", allowed)}; received \"{wrong.Key}={wrong.Value}\".")
            : new WorkoutTypeMap(allowed, mapped);
    }

    private static TimeZoneInfo ParseZone(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text is ['+' or '-', .. var offset] && TimeSpan.TryParseExact(offset, @"hh\:mm", CultureInfo.InvariantCulture, out var span) && span <= TimeSpan.FromHours(14))
        {
            return TimeZoneInfo.CreateCustomTimeZone(text, text[0] == '-' ? -span : span, text, text);
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone))
        {
            return zone;
        }

        result.AddError($"--time-zone must be a zone such as Europe/Vienna or an offset such as +02:00; received \"{text}\".");
        return TimeZoneInfo.Utc;
    }
}
