using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.Runner.Api;
using WorkoutLog.Local.Runner.Http;

namespace WorkoutLog.Local.CloudWatch.Publishing;

/// <summary><c>PutMetricData</c> of CloudWatch in the query protocol, beside the API. Nothing is signed.</summary>
internal sealed class MetricPublishing(MetricStore metrics, MetricClock clock)
{
    public const string Path = "/_cloudwatch";

    // CloudWatch's own limits.
    private const int MaxBodyBytes = 1024 * 1024;
    private const int MaxData = 1000;

    private static readonly XNamespace _xml = "http://monitoring.amazonaws.com/doc/2010-08-01/";

    public static bool IsMeant(HttpContext context) => context.Request.Path == Path && ReservedPaths.IsFromHere(context);

    public async Task HandleAsync(HttpContext context)
    {
        var requestId = Guid.NewGuid().ToString();
        try
        {
            var body = await RequestBody.ReadAsync(context.Request, MaxBodyBytes, context.RequestAborted)
                ?? throw new PublishingException("RequestEntityTooLarge", $"Request is larger than {MaxBodyBytes} bytes");
            Put(new QueryForm(Encoding.UTF8.GetString(body)));
            await WriteAsync(context, StatusCodes.Status200OK, new XElement(
                _xml + "PutMetricDataResponse", new XElement(_xml + "ResponseMetadata", new XElement(_xml + "RequestId", requestId))));
        }
        catch (PublishingException refused)
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, new XElement(
                _xml + "ErrorResponse",
                new XElement(_xml + "Error", new XElement(_xml + "Type", "Sender"), new XElement(_xml + "Code", refused.Code), new XElement(_xml + "Message", refused.Message)),
                new XElement(_xml + "RequestId", requestId)));
        }
    }

    private void Put(QueryForm form)
    {
        if (form.Text("Action") is not "PutMetricData")
        {
            throw new PublishingException("InvalidAction", $"A local run does not know the action '{form.Text("Action")}'; it knows PutMetricData.");
        }

        var space = form.Require("Namespace");
        if (space.StartsWith("AWS/", StringComparison.Ordinal))
        {
            throw new PublishingException("InvalidParameterValue", "The value AWS/ for parameter Namespace is invalid.");
        }

        // All of them are read before any is kept: a refused call leaves nothing.
        PublishedDatum[] data = [.. form.Members("MetricData").Take(MaxData + 1).Select(prefix => PublishedDatum.Read(form, prefix))];
        if (data.Length is 0 or > MaxData)
        {
            throw new PublishingException("InvalidParameterValue", string.Create(CultureInfo.InvariantCulture, $"The parameter MetricData must have 1 to {MaxData} members."));
        }

        foreach (var datum in data)
        {
            Put(space, datum);
        }
    }

    private void Put(string space, PublishedDatum datum)
    {
        var metric = new MetricId(space, datum.Name, datum.Dimensions);
        var time = datum.Time is { } told ? clock.Of(told) : clock.Now;
        foreach (var (value, count) in datum.Values.Where(entry => entry.Count > 0))
        {
            metrics.Add(metric, time, value, count);
        }

        if (datum.Statistics is { Count: > 0 } statistics)
        {
            metrics.AddStatistics(metric, time, statistics.Sum, statistics.Minimum, statistics.Maximum, statistics.Count);
        }
    }

    private static Task WriteAsync(HttpContext context, int status, XElement answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/xml";
        return context.Response.WriteAsync(answer.ToString(), context.RequestAborted);
    }
}
