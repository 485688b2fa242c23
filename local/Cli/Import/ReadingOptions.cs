using System.CommandLine.Parsing;
using WorkoutLog.Local.Cli.Redeploy;
using WorkoutLog.Local.Import;

namespace WorkoutLog.Local.Cli.Import;

/// <summary>Options for data that the files don't contain: time zone, distance unit, and the mapping of unknown types.</summary>
internal sealed class ReadingOptions
{
    public Option<TimeZoneInfo> Zone { get; } = new("--time-zone")
    {
        Description = "Time zone of times without an offset (Strong, Hevy), and of the local day of UTC times: Europe/Vienna or +02:00; by default this machine's",
        DefaultValueFactory = _ => TimeZoneInfo.Local,
        CustomParser = ParseZone,
    };

    public Option<string> DistanceUnit { get; } = new("--distance-unit") { Description = "Unit of distances without a unit (Strong, old Strava exports): km or mi", DefaultValueFactory = _ => "km" };

    public Option<ImmutableArray<KeyValuePair<string, string>>> Map { get; } = ConfigOption.Create(
        "--map", "-m", "SOURCE=TYPE", $"Maps a type in the files to a type of the stack, such as Kitesurf=HIIT; repeatable. \"{WorkoutTypeMap.Anything}=HIIT\" maps all other unknown types");

    public ReadingOptions() => DistanceUnit.AcceptOnlyFromAmong("km", "mi");

    public ReadOptions Of(ParseResult arguments) => new(arguments.GetValue(Zone)!, Quantities.KmPer(arguments.GetValue(DistanceUnit)!)!.Value);

    /// <param name="allowed">The types of the stack.</param>
    /// <exception cref="UserErrorException">A type is not among them.</exception>
    public WorkoutTypeMap Types(ParseResult arguments, IReadOnlyList<string> allowed)
    {
        var mapped = arguments.GetValue(Map);
        return mapped.FirstOrDefault(pair => !allowed.Contains(pair.Value)) is { Key: not null } wrong
            ? throw new UserErrorException($"--map must name one of {string.Join(", ", allowed)}; got \"{wrong.Key}={wrong.Value}\".")
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

        result.AddError($"--time-zone must be a time zone such as Europe/Vienna or an offset such as +02:00; got \"{text}\".");
        return TimeZoneInfo.Utc;
    }
}
