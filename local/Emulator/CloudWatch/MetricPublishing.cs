using System.Xml.Linq;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace WorkoutLog.Local.CloudWatch;

/// <summary>CloudWatch's <c>PutMetricData</c> in the query protocol, on a reserved path. Requests are not signed.</summary>
internal sealed class MetricPublishing(MetricStore metrics, MetricClock clock)
{
    public const string Path = "/_cloudwatch";

    // CloudWatch's own limits.
    private const int MaxBodyBytes = 1024 * 1024;
    private const int MaxData = 1000;
    private const int MaxValues = 150;
    private const int MaxDimensions = 30;

    private static readonly XNamespace _xml = "http://monitoring.amazonaws.com/doc/2010-08-01/";

    public async Task HandleAsync(HttpContext context)
    {
        var requestId = new XElement(_xml + "RequestId", Guid.NewGuid().ToString());
        try
        {
            var body = await context.Request.ReadBodyAsync(MaxBodyBytes)
                ?? throw new PublishingException("RequestEntityTooLarge", $"Request is larger than {MaxBodyBytes} bytes");
            Put(new QueryForm(Encoding.UTF8.GetString(body)));
            await WriteAsync(context.Response, StatusCodes.Status200OK, new XElement(
                _xml + "PutMetricDataResponse", new XElement(_xml + "ResponseMetadata", requestId)));
        }
        catch (PublishingException refused)
        {
            await WriteAsync(context.Response, StatusCodes.Status400BadRequest, new XElement(
                _xml + "ErrorResponse",
                new XElement(_xml + "Error", new XElement(_xml + "Type", "Sender"), new XElement(_xml + "Code", refused.Code), new XElement(_xml + "Message", refused.Message)),
                requestId));
        }
    }

    private static Task WriteAsync(HttpResponse response, int status, XElement answer) =>
        response.SendAsync(status, "text/xml", Encoding.UTF8.GetBytes(answer.ToString()));

    private void Put(QueryForm form)
    {
        if (form.Text("Action") is not "PutMetricData")
        {
            throw new PublishingException("InvalidAction", $"A local run does not support the action '{form.Text("Action")}'; it supports PutMetricData.");
        }

        var space = form.Require("Namespace");
        if (space.StartsWith("AWS/", StringComparison.Ordinal))
        {
            throw new PublishingException("InvalidParameterValue", "The value AWS/ for parameter Namespace is invalid.");
        }

        // Read all entries before storing any: a rejected call stores nothing.
        Action[] data = [.. form.Members("MetricData", MaxData).Select(entry => Read(form, space, entry))];
        if (data.Length == 0)
        {
            throw new PublishingException("InvalidParameterValue", $"The parameter MetricData must have 1 to {MaxData} members.");
        }

        Array.ForEach(data, keep => keep());
    }

    /// <param name="entry">Prefix of the entry's members, such as <c>MetricData.member.1.</c>.</param>
    /// <returns>An action that stores the values of the entry.</returns>
    private Action Read(QueryForm form, string space, string entry)
    {
        var metric = new MetricId(space, form.Require($"{entry}MetricName"), form.Members($"{entry}Dimensions", MaxDimensions)
            .Select(member => KeyValuePair.Create(form.Require($"{member}Name"), form.Require($"{member}Value"))));
        var time = form.Text($"{entry}Timestamp") is null ? clock.Now : clock.Of(form.RequireTime($"{entry}Timestamp"));
        (double Value, double Count)[] values = form.Text($"{entry}Value") is null
            ? [.. form.Items($"{entry}Values", MaxValues).Select(place => (form.RequireNumber($"{entry}Values.member.{place}"), CountOf(place)))]
            : [(form.RequireNumber($"{entry}Value"), 1)];
        double[] statistics = form.Text($"{entry}StatisticValues.SampleCount") is null
            ? []
            : [.. ((string[])["SampleCount", "Sum", "Minimum", "Maximum"]).Select(name => form.RequireNumber($"{entry}StatisticValues.{name}"))];
        return () =>
        {
            foreach (var (value, count) in values.Where(value => value.Count > 0))
            {
                metrics.Add(metric, time, value, count);
            }

            if (statistics is [> 0 and var samples, var sum, var minimum, var maximum])
            {
                metrics.AddStatistics(metric, time, sum, minimum, maximum, samples);
            }
        };

        double CountOf(int place) => form.Text($"{entry}Counts.member.{place}") is null ? 1 : form.RequireNumber($"{entry}Counts.member.{place}");
    }
}

/// <summary>A form in AWS's query protocol; lists are numbered from 1: <c>MetricData.member.1.MetricName</c>.</summary>
internal sealed class QueryForm(string body)
{
    private readonly Dictionary<string, StringValues> _fields = QueryHelpers.ParseQuery(body);
    private ImmutableSortedSet<string>? _names;

    public string? Text(string name) => _fields.TryGetValue(name, out var value) ? value.ToString() : null;

    public string Require(string name) =>
        Text(name) is { Length: > 0 } text ? text : throw new PublishingException("MissingParameter", $"The parameter {name} is required.");

    public double RequireNumber(string name) =>
        double.TryParse(Require(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : throw Invalid(name);

    public DateTimeOffset RequireTime(string name) =>
        DateTimeOffset.TryParse(Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : throw Invalid(name);

    /// <summary>The item numbers of a list.</summary>
    public IEnumerable<int> Items(string list, int limit) =>
        Enumerable.Range(1, int.MaxValue).TakeWhile(place => Has($"{list}.member.{place}")).Select(place => place <= limit
            ? place
            : throw new PublishingException("InvalidParameterValue", $"The parameter {list} must have 1 to {limit} members."));

    /// <summary>The member prefix of each item of a list.</summary>
    public IEnumerable<string> Members(string list, int limit) => Items(list, limit).Select(place => $"{list}.member.{place}.");

    // Binary search in the sorted names: scanning all of them for each item would be quadratic.
    private bool Has(string item)
    {
        _names ??= _fields.Keys.ToImmutableSortedSet(StringComparer.Ordinal);
        var next = ~_names.IndexOf($"{item}.");
        return _fields.ContainsKey(item) || (next >= 0 && next < _names.Count && _names[next].StartsWith($"{item}.", StringComparison.Ordinal));
    }

    private PublishingException Invalid(string name) => new("InvalidParameterValue", $"The value {Text(name)} for parameter {name} is invalid.");
}

/// <summary>A rejected call to CloudWatch.</summary>
/// <param name="code">CloudWatch's error code, such as <c>MissingParameter</c>.</param>
internal sealed class PublishingException(string code, string message) : Exception(message)
{
    public string Code => code;
}
