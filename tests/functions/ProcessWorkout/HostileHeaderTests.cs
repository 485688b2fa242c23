using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Functions.Tests.Support;

namespace WorkoutLog.Functions.Tests.ProcessWorkout;

[Collection(DynamoDbCollection.Name)]
public sealed class HostileHeaderTests(DynamoDbFixture dynamoDb)
{
    private static readonly string[] _hostile =
    [
        "", " ", "\0", "\r\nSet-Cookie: a=b", "\ud800", "\udc00\"", "\u202e", "é", "🏃", "*", "**", "\"", "\"\"\"", "W/", "W/\"", "w/\"1\"", ",", ",,,\"1\"", ";", "=",
        "application/json;", "application/json; charset", "application/json; charset=", "application/json; charset=\"", "application/json; charset=utf-8\0",
        "*/*", "/", "a/b; c=\"\\\"", "${jndi:ldap://x}", "' OR 1=1 --", "IDEMPOTENCY#x", "../../etc/passwd", "%00", "{{7*7}}", "<script>alert(1)</script>",
        new('x', 10_000), new('"', 10_000), string.Concat(Enumerable.Repeat("\"1\",", 2_500)), new('\ud800', 300),
    ];

    private static readonly int[] _allowed = [200, 201, 204, 400, 412, 415];

    private readonly ProcessFunction _function = new(dynamoDb);

    public static TheoryData<string, int> Headers { get; } = Cases();

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task Answers_with_a_client_error_or_as_if_the_header_were_fine(string header, int value)
    {
        string user = DynamoDbFixture.NewUser();
        var logged = await _function.HandleAsync(Events.PostWorkout(Body(user)));
        string id = logged.Headers["Location"].Split('/')[^1];
        APIGatewayProxyRequest[] requests =
        [
            Events.PostWorkout(Body(user)),
            Events.PostBatch($$"""{"workouts":[{{Body(user)}}]}"""),
            Events.PutWorkout(user, id, """{"workoutType":"RUN","durationMinutes":30}"""),
            Events.DeleteWorkout(user, id),
        ];

        foreach (var request in requests)
        {
            var answer = await _function.HandleAsync(request.With(header, _hostile[value]));

            Assert.Contains(answer.StatusCode, _allowed);
            Assert.DoesNotContain(answer.Headers.Values, text => text.Any(char.IsControl));
            Assert.True((answer.Body?.Length ?? 0) < 1_000);
        }
    }

    [Theory]
    [InlineData("idempotency-key")]
    [InlineData("IDEMPOTENCY-KEY")]
    [InlineData("Idempotency-Key")]
    public async Task The_case_of_a_headers_name_does_not_matter(string header)
    {
        string user = DynamoDbFixture.NewUser();
        await _function.HandleAsync(Events.PostWorkout(Body(user)).With(header, "k"));

        var answer = await _function.HandleAsync(Events.PostWorkout(Body(user)).With("Idempotency-Key", "k"));

        Assert.Equal("true", answer.Headers["Idempotent-Replayed"]);
    }

    private static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (var header in new[] { "Content-Type", "If-Match", "Idempotency-Key" })
        {
            for (int value = 0; value < _hostile.Length; value++)
            {
                cases.Add(header, value);
            }
        }

        return cases;
    }

    private static string Body(string user) => $$"""{"userId":"{{user}}","workoutType":"RUN","durationMinutes":30}""";
}
