using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.CloudWatch.Publishing;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.CloudWatch.Publishing;

public sealed class MetricPublishingTests
{
    private const string Valid = "Action=PutMetricData&Version=2010-08-01&Namespace=N&MetricData.member.1.MetricName=A&MetricData.member.1.Value=3";
    private readonly MetricStore _metrics = new();

    [Fact]
    public async Task Keeps_values_counts_and_statistics()
    {
        await PutAsync(Valid
            + "&MetricData.member.2.MetricName=B&MetricData.member.2.Dimensions.member.1.Name=D&MetricData.member.2.Dimensions.member.1.Value=x%20y"
            + "&MetricData.member.2.Values.member.1=5&MetricData.member.2.Counts.member.1=2&MetricData.member.2.Values.member.2=7"
            + "&MetricData.member.3.MetricName=C&MetricData.member.3.StatisticValues.SampleCount=4&MetricData.member.3.StatisticValues.Sum=10"
            + "&MetricData.member.3.StatisticValues.Minimum=1&MetricData.member.3.StatisticValues.Maximum=6&MetricData.member.3.Timestamp=1970-01-01T00:00:30Z");

        Assert.Equal(3, Read("Sum", new MetricId("N", "A")));
        Assert.Equal((17, 3), (Read("Sum", new MetricId("N", "B", ("D", "x y"))), Read("SampleCount", new MetricId("N", "B", ("D", "x y")))));
        Assert.Equal((2.5, 6), (Read("Average", new MetricId("N", "C")), Read("Maximum", new MetricId("N", "C"))));
    }

    [Fact]
    public async Task Answers_as_CloudWatch_does()
    {
        var (status, answer) = await PutAsync(Valid);

        Assert.Equal((200, "PutMetricDataResponse", "http://monitoring.amazonaws.com/doc/2010-08-01/"), (status, answer.Name.LocalName, answer.Name.NamespaceName));
        Assert.True(Guid.TryParse(answer.Value, out _));
    }

    [Theory]
    [InlineData("Action=GetMetricData", "InvalidAction", "A local run does not know the action 'GetMetricData'; it knows PutMetricData.")]
    [InlineData("Action=PutMetricData", "MissingParameter", "The parameter Namespace is required.")]
    [InlineData("Action=PutMetricData&Namespace=AWS/Lambda", "InvalidParameterValue", "The value AWS/ for parameter Namespace is invalid.")]
    [InlineData("Action=PutMetricData&Namespace=N", "InvalidParameterValue", "The parameter MetricData must have 1 to 1000 members.")]
    [InlineData("Action=PutMetricData&Namespace=N&MetricData.member.1.Value=1", "MissingParameter", "The parameter MetricData.member.1.MetricName is required.")]
    [InlineData(Valid + "x", "InvalidParameterValue", "The value 3x for parameter MetricData.member.1.Value is invalid.")]
    [InlineData(Valid + "&MetricData.member.1.Timestamp=noon", "InvalidParameterValue", "The value noon for parameter MetricData.member.1.Timestamp is invalid.")]
    [InlineData(Valid + "&MetricData.member.2.MetricName=B&MetricData.member.2.Value=", "MissingParameter", "The parameter MetricData.member.2.Value is required.")]
    public async Task Refuses_as_CloudWatch_does_and_keeps_nothing(string form, string code, string message)
    {
        var (status, answer) = await PutAsync(form);

        Assert.Equal((400, "ErrorResponse"), (status, answer.Name.LocalName));
        Assert.Equal(["Sender", code, message], answer.Elements().First().Elements().Select(element => element.Value));
        Assert.Empty(_metrics.Ids);
    }

    private async Task<(int Status, XElement Answer)> PutAsync(string form)
    {
        using var answer = new MemoryStream();
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(form));
        context.Response.Body = answer;
        await new MetricPublishing(_metrics, new MetricClock(new ManualClock(), TimeSpan.FromMinutes(1))).HandleAsync(context);
        return (context.Response.StatusCode, XElement.Parse(Encoding.UTF8.GetString(answer.ToArray())));
    }

    private double? Read(string statistic, MetricId metric) =>
        _metrics.Read(metric, Statistic.Parse(statistic), new TimeGrid(DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(1), 1)).Single();
}
