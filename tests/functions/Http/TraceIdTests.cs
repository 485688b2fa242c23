using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Http;
using WorkoutLog.Http.Routing;

namespace WorkoutLog.Functions.Tests.Http;

public sealed class TraceIdTests
{
    private const string Root = "1-5759e988-bd862e3fe1be46a994272793";

    private readonly LogOutput _log = new();

    [Theory]
    [InlineData($"Root={Root};Parent=53995c3f42cd8ad8;Sampled=1")]
    [InlineData($"Self=1-67891234-12456789abcdef012345678;Root={Root}")]
    [InlineData($"Parent=53995c3f42cd8ad8; root={Root} ;Sampled=0;Lineage=1:a87bd80c:0")]
    public async Task Each_line_of_a_request_has_the_id_of_the_whole_trace(string header)
    {
        await HandleAsync(header);

        Assert.Equal(
            [("Request failed", Root), ("Request handled", Root)],
            _log.Lines.Select(line => (line.GetProperty("message").GetString(), line.GetProperty("traceId").GetString())));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Sampled=1")]
    [InlineData("Root=;Sampled=1")]
    public async Task A_request_without_a_trace_has_none(string? header)
    {
        await HandleAsync(header);

        Assert.Equal(2, _log.Lines.Length);
        Assert.All(_log.Lines, line => Assert.False(line.TryGetProperty("traceId", out _)));
    }

    private async Task HandleAsync(string? traceHeader)
    {
        var function = new ApiFunction<string>(
            [new Route<string>("POST", "/workouts", (_, _) => throw new InvalidOperationException())],
            "handlers",
            _log.Log,
            new MetricOutput().Writer,
            TimeProvider.System);
        await function.HandleAsync(Events.PostWorkout(null), Invocations.Traced(traceHeader));
    }
}
