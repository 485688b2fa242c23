using Amazon.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using WorkoutLog.Local.Cli.Repair;

namespace WorkoutLog.Local.Tests.Cli.Repair;

public sealed class DriftMetricTests : IAsyncLifetime
{
    private static readonly TimeProvider _time = new FixedClock(new DateTimeOffset(2026, 5, 9, 7, 30, 0, TimeSpan.Zero));

    private LoopbackServer? _server;
    private SignedRequest? _received;
    private (int Status, string Body) _answer = (200, "<PutMetricDataResponse/>");

    public async Task InitializeAsync() => _server = await LoopbackServer.StartAsync(0, ReceiveAsync, _ => { }, CancellationToken.None);

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    [Fact]
    public async Task Publishes_the_number_of_wrong_months()
    {
        var reason = await PublishAsync(null);

        Assert.Null(reason);
        Assert.Equal(
            ("POST", "application/x-www-form-urlencoded; charset=utf-8", false),
            (_received!.Method, _received.Header("content-type"), _received.Headers.ContainsKey("authorization")));
        Assert.Equal(
            [
                ("Action", "PutMetricData"),
                ("MetricData.member.1.Dimensions.member.1.Name", "Environment"),
                ("MetricData.member.1.Dimensions.member.1.Value", "pr&d"),
                ("MetricData.member.1.MetricName", "StatisticsDrift"),
                ("MetricData.member.1.Unit", "Count"),
                ("MetricData.member.1.Value", "2"),
                ("Namespace", "WorkoutLog"),
                ("Version", "2010-08-01"),
            ],
            QueryHelpers.ParseQuery(Encoding.UTF8.GetString(_received.Body.Span))
                .Select(parameter => (parameter.Key, parameter.Value.ToString())).Order());
    }

    [Fact]
    public async Task Signs_requests_also_with_temporary_credentials()
    {
        var reason = await PublishAsync(new SessionAWSCredentials("KEY", "secret", "token"));

        Assert.Null(reason);
        Assert.Equal("token", _received!.Header("x-amz-security-token"));
        Assert.Contains("x-amz-security-token", _received.Header("authorization"), StringComparison.Ordinal);
        var verifier = new SignatureVerifier("us-east-1", "monitoring", _time, acceptAsSent: false);
        Assert.Equal(new SignatureVerdict.Valid("KEY"), verifier.Verify(_received, key => key == "KEY" ? "secret" : null));
    }

    [Theory, Cases]
    public async Task Returns_the_reason_of_a_failure_on_one_line(int status, string body, string expected)
    {
        _answer = (status, body);

        Assert.Equal(expected, await PublishAsync(null));
    }

    [Fact]
    public async Task Returns_a_connection_failure()
    {
        // Nothing listens on port 1.
        var reason = await new DriftMetric(new MetricTarget(new Uri("http://127.0.0.1:1/"), "us-east-1", null), _time).PublishAsync("dev", 0, CancellationToken.None);

        Assert.Equal("Connection refused (127.0.0.1:1)", reason);
    }

    private Task<string?> PublishAsync(AWSCredentials? credentials) =>
        new DriftMetric(new MetricTarget(_server!.Url, "us-east-1", credentials), _time).PublishAsync("pr&d", 2, CancellationToken.None);

    private async Task ReceiveAsync(HttpContext context)
    {
        var body = await context.Request.ReadBodyAsync(4096);
        _received = SignedRequest.From(context, body);
        context.Response.StatusCode = _answer.Status;
        await context.Response.WriteAsync(_answer.Body);
    }
}
