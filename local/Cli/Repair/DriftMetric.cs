using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using WorkoutLog.Local.Cli.Aws;

namespace WorkoutLog.Local.Cli.Repair;

/// <param name="Endpoint">Endpoint of CloudWatch's Query protocol.</param>
/// <param name="Credentials">Null: unsigned requests.</param>
internal sealed record MetricTarget(Uri Endpoint, string Region, AWSCredentials? Credentials);

/// <summary>Publishes the number of months with wrong statistics after a repair, with CloudWatch's PutMetricData in the Query protocol.</summary>
internal sealed partial class DriftMetric(MetricTarget target, TimeProvider time)
{
    private const string Service = "monitoring";
    private const int MaxReasonLength = 200;

    // The user waits for the report.
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(10);

    /// <param name="stack">The metric's dimension.</param>
    /// <returns>Null, or the reason why it was not published.</returns>
    public async Task<string?> PublishAsync(string stack, int months, CancellationToken cancellation)
    {
        try
        {
            using var http = new HttpClient(target.Credentials is { } credentials ? new AwsSigningHandler(credentials, target.Region, Service, time) : new SocketsHttpHandler()) { Timeout = _limit };
            using var body = new ByteArrayContent(Body(stack, months)) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded", "utf-8") } };
            using var answer = await http.PostAsync(target.Endpoint, body, cancellation);
            return answer.IsSuccessStatusCode
                ? null
                : Reason((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellation));
        }
        catch (Exception exception) when (exception is HttpRequestException or AmazonClientException)
        {
            return exception.Message;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return string.Create(CultureInfo.InvariantCulture, $"no response in {_limit.TotalSeconds} seconds");
        }
    }

    // Without a timestamp, CloudWatch uses the time of arrival.
    private static byte[] Body(string stack, int months)
    {
        (string Name, string Value)[] parameters =
        [
            ("Action", "PutMetricData"),
            ("Version", "2010-08-01"),
            ("Namespace", MetricNames.Namespace),
            ("MetricData.member.1.MetricName", MetricNames.StatisticsDrift),
            ("MetricData.member.1.Dimensions.member.1.Name", MetricNames.Environment),
            ("MetricData.member.1.Dimensions.member.1.Value", stack),
            ("MetricData.member.1.Unit", "Count"),
            ("MetricData.member.1.Value", months.ToString(CultureInfo.InvariantCulture)),
        ];
        return Encoding.ASCII.GetBytes(string.Join('&', parameters.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}")));
    }

    // AWS returns XML with a message; any other response is shortened to one line.
    private static string Reason(int status, string answer)
    {
        var message = Message().Match(answer) is { Success: true } match ? match.Groups["text"].Value : answer;
        var line = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return string.Create(CultureInfo.InvariantCulture, $"{status} {(line.Length > MaxReasonLength ? $"{line[..MaxReasonLength]}…" : line)}").TrimEnd();
    }

    [GeneratedRegex("<Message>(?<text>[^<]*)</Message>")]
    private static partial Regex Message();
}
