using WorkoutLog.Infra.Settings;
using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Local.Plan.Waivers;

/// <summary>Lets one finding of a plan pass until a date.</summary>
/// <param name="Finding">A refused kind.</param>
/// <param name="Until">The last day on which the waiver counts, in UTC.</param>
internal sealed partial record Waiver(FindingKind Finding, string Resource, DateOnly Until, string Reason)
{
    private const string Form = "FINDING RESOURCE until YYYY-MM-DD because REASON, with a reason of 10 to 200 characters";

    private static readonly Dictionary<string, FindingKind> _findings = FindingKind.All
        .Where(kind => kind.Severity == Severity.Refused)
        .ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    /// <exception cref="UserErrorException">A waiver of the stack is not valid; the message lists every error.</exception>
    public static ImmutableArray<Waiver> Of(StackConfiguration configuration)
    {
        var setting = WaiverSetting.Declaration;
        if (!configuration.SettingTexts().TryGetValue(setting.Key, out var text))
        {
            return [];
        }

        var reading = setting.Read(text);
        return reading.Errors.IsEmpty
            ? [.. reading.Value.Select(Read)]
            : throw new UserErrorException(SettingError.Report(configuration.Project, configuration.Stack, reading.Errors));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Finding.Name} {Resource} until {Until:yyyy-MM-dd} because {Reason}");

    internal static Reading<string> Judge(SettingText text)
    {
        if (Parts().Match(text.Text) is not { Success: true } parts)
        {
            return text.Refuse<string>(Form);
        }

        var finding = parts.Groups["finding"].Value;
        if (!_findings.ContainsKey(finding))
        {
            var nearest = EditDistance.Nearest(finding, _findings.Keys);
            return text.Refuse<string>(
                $"a finding, one of {string.Join(", ", _findings.Keys)}", nearest is null ? null : nearest + text.Text[finding.Length..]);
        }

        return text.Require(Day(parts) is not null, "a valid date, as YYYY-MM-DD");
    }

    /// <summary>The part that must differ between waivers.</summary>
    /// <param name="text">An accepted waiver.</param>
    internal static string Identity(string text) => text[..text.IndexOf(" until ", StringComparison.Ordinal)];

    private static Waiver Read(string text)
    {
        var parts = Parts().Match(text);
        return new Waiver(
            _findings[parts.Groups["finding"].Value], parts.Groups["resource"].Value, Day(parts)!.Value, parts.Groups["reason"].Value);
    }

    private static DateOnly? Day(Match parts) =>
        DateOnly.TryParseExact(parts.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // One line: control characters would break a terminal or a table.
    [GeneratedRegex(@"^(?<finding>[a-z-]+) (?<resource>[^\s\p{C}]+) until (?<day>[0-9]{4}-[0-9]{2}-[0-9]{2}) because (?<reason>(?! )[^\p{C}]{10,200})\z")]
    private static partial Regex Parts();
}

/// <summary>The setting that only a plan reads.</summary>
public static class WaiverSetting
{
    public static Setting<ImmutableArray<string>> Declaration { get; } = Setting.List(
        SettingKeys.PlanWaivers.Key,
        [],
        0,
        20,
        "waivers FINDING RESOURCE until YYYY-MM-DD because REASON, with a reason of 10 to 200 characters",
        SettingKeys.PlanWaivers.Example.Value!,
        "Waivers for ./workout plan, each with a last day and a reason",
        Waiver.Judge,
        Waiver.Identity);
}
