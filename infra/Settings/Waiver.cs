using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Infra.Settings;

/// <summary>Lets one finding of a plan pass for some time.</summary>
/// <param name="Resource">The logical name of the resource that the finding is about.</param>
/// <param name="Until">The last day on which the waiver counts, in UTC.</param>
public sealed partial record Waiver(PlanRefusal Finding, string Resource, DateOnly Until, string Reason)
{
    internal const string Example = "stateful-replacement logs until 2026-12-24 because the items are copied before";

    private const string Form = "FINDING RESOURCE until YYYY-MM-DD because REASON, with a reason of 10 to 200 characters";

    private static readonly Dictionary<string, PlanRefusal> _findings = Enum.GetValues<PlanRefusal>().ToDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>The finding as it is written: <c>data-loss</c>.</summary>
    public static string NameOf(PlanRefusal finding) => JsonNamingPolicy.KebabCaseLower.ConvertName(finding.ToString());

    internal static Verdict<string> Judge(string text)
    {
        if (Parts().Match(text) is not { Success: true } parts)
        {
            return Verdict.Refuse<string>(Form);
        }

        var finding = parts.Groups["finding"].Value;
        if (!_findings.ContainsKey(finding))
        {
            var nearest = _findings.Keys.MinBy(name => EditDistance.Between(finding, name))!;
            return Verdict.Refuse<string>($"a finding out of {string.Join(", ", _findings.Keys)}", nearest + text[finding.Length..]);
        }

        return Day(parts) is null ? Verdict.Refuse<string>("a day that the calendar has, as YYYY-MM-DD") : Verdict.Accept(text);
    }

    /// <summary>What must differ between waivers.</summary>
    /// <param name="text">An accepted waiver.</param>
    internal static string Identity(string text) => text[..text.IndexOf(" until ", StringComparison.Ordinal)];

    /// <param name="text">An accepted waiver.</param>
    internal static Waiver Read(string text)
    {
        var parts = Parts().Match(text);
        return new Waiver(
            _findings[parts.Groups["finding"].Value], parts.Groups["resource"].Value, Day(parts)!.Value, parts.Groups["reason"].Value);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{NameOf(Finding)} {Resource} until {Until:yyyy-MM-dd} because {Reason}");

    private static DateOnly? Day(Match parts) =>
        DateOnly.TryParseExact(parts.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // One line: what a control character would do to a terminal or to a table is nobody's reason.
    [GeneratedRegex(@"^(?<finding>[a-z-]+) (?<resource>[^\s\p{C}]+) until (?<day>[0-9]{4}-[0-9]{2}-[0-9]{2}) because (?<reason>(?! )[^\p{C}]{10,200})\z")]
    private static partial Regex Parts();
}
