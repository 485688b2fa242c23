using System.Text;
using Amazon.Lambda.Serialization.SystemTextJson;
using WorkoutLog.Local.Fuzz;
using WorkoutLog.ProcessWorkout;
using WorkoutLog.QueryWorkouts.Paging;

namespace WorkoutLog.Functions.Tests.Fuzz;

public sealed class HostileEventTests
{
    private const int Count = 10_000;

    private readonly TestApi _functions = TestApi.OverEmptyTables();

    [Fact]
    public async Task Hostile_events_get_problems_and_leave_no_trace_in_the_log()
    {
        int seed = Random.Shared.Next();
        var requests = new HostileRequests(seed, Context());
        var faults = new List<string>();

        for (int index = 0; index < Count && faults.Count < 20; index++)
        {
            var request = requests.Create(index);
            var proxyEvent = HostileEvents.Of(request);
            if (index % 2 == 1)
            {
                HostileEvents.Break(proxyEvent, new Random(index), $"{HostileRequests.Marker}-{index}");
                request = request with { MayBeValid = true };
            }

            if (await FaultAsync(request, proxyEvent) is { } fault)
            {
                faults.Add($"seed {seed}, {index}, {request.Kind} {request}: {fault}");
            }
        }

        Assert.Empty(faults);
        Assert.DoesNotContain(_functions.Log.Lines, line => line.GetProperty("level").GetString() != "INFO");
        Assert.DoesNotContain(HostileRequests.Marker, LogWithoutRoutes() + string.Join('\n', _functions.Metrics.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_makes_the_same_requests()
    {
        var context = Context();
        string[] Made(int seed) => [.. Enumerable.Range(0, 500).Select(index => Show(new HostileRequests(seed, context).Create(index)))];

        Assert.Equal(Made(1), Made(1));
        Assert.NotEqual(Made(1), Made(2));
    }

    [Theory]
    [InlineData("""{"headers":[]}""")]
    [InlineData("""{"multiValueQueryStringParameters":{"limit":"1"}}""")]
    [InlineData("""{"pathParameters":[{"userId":"a"}]}""")]
    [InlineData("""{"body":{"userId":"a"}}""")]
    [InlineData("""{"body":"\ud800"}""")]
    [InlineData("[]")]
    [InlineData("")]
    public void An_invalid_event_throws_one_kind_of_exception(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));

        Assert.Throws<JsonSerializerException>(() => new SourceGeneratorLambdaJsonSerializer<ProcessWorkoutJson>().Deserialize<APIGatewayProxyRequest>(stream));
    }

    private async Task<string?> FaultAsync(HostileRequest request, APIGatewayProxyRequest proxyEvent)
    {
        APIGatewayProxyResponse answer;
        try
        {
            answer = await _functions.HandleAsync(proxyEvent);
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }

        return answer.Headers.Values.Any(value => value.Any(letter => letter is < ' ' or > '~'))
            ? "a header of the response has a character that no header may have"
            : new HostileAnswer(answer.StatusCode, answer.Headers.TryGetValue("Content-Type", out var type) ? type : null, answer.Body ?? "").FaultIn(request);
    }

    // Method and resource come from the declared routes; API Gateway calls no function for any other.
    private string LogWithoutRoutes() => string.Join('\n', _functions.Log.Lines.Select(line => string.Join(
        ' ', line.EnumerateObject().Where(member => member.Name is not ("method" or "resource")).Select(member => member.ToString()))));

    private static string Show(HostileRequest request) =>
        $"{request.Kind} {request} {string.Join(',', request.Headers)} {Convert.ToBase64String(request.Body ?? [])} {request.ContentType}";

    private static HostileContext Context()
    {
        var id = WorkoutId.New(FixedTime.Default.GetUtcNow());
        return new HostileContext("victim", id.ToString(), Cursor.After(id, new PagedQuery("list", "victim", null, null, null)));
    }
}
