using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace WorkoutLog.Local.CloudWatch.Publishing;

/// <summary>The form of AWS's query protocol: lists are numbered from 1, <c>MetricData.member.1.MetricName</c>.</summary>
internal sealed class QueryForm(string body)
{
    private readonly Dictionary<string, Microsoft.Extensions.Primitives.StringValues> _fields = QueryHelpers.ParseQuery(body);

    public string? Text(string name) => _fields.TryGetValue(name, out var value) ? value.ToString() : null;

    public string Require(string name) =>
        Text(name) is { Length: > 0 } text ? text : throw new PublishingException("MissingParameter", $"The parameter {name} is required.");

    public double RequireNumber(string name) =>
        double.TryParse(Require(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new PublishingException("InvalidParameterValue", $"The value {Text(name)} for parameter {name} is invalid.");

    /// <summary>Numbers of the items of a list.</summary>
    public IEnumerable<int> Items(string list) =>
        Enumerable.Range(1, int.MaxValue).TakeWhile(place => _fields.Keys.Any(key => IsOf(key, $"{list}.member.{place}")));

    /// <summary>Prefixes of the members of each item of a list.</summary>
    public IEnumerable<string> Members(string list) => Items(list).Select(place => $"{list}.member.{place}.");

    private static bool IsOf(string key, string item) =>
        key.StartsWith(item, StringComparison.Ordinal) && (key.Length == item.Length || key[item.Length] == '.');
}
