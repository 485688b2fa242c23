using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Moq;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.ProcessWorkout;
using WorkoutLog.Tests;

namespace WorkoutLog.Functions.Tests.Wording;

/// <summary>
/// All problem texts of the functions, in <c>problems.txt</c>, so that a change of wording changes one file; other tests check kinds,
/// fields and codes. Refresh it with <c>UPDATE_SNAPSHOTS=1</c>.
/// </summary>
public sealed class ProblemWordingTests
{
    private const string Start = """{"userId":"athlete-1","workoutType":"RUN","durationMinutes":30""";
    private const string WorkoutId = "AAZRJ9C1AEAAAAAAAAAAAA";

    private static readonly string[] _bodies =
    [
        "",
        "[1]",
        "\"a\"",
        "{\n\"durationMinutes\":NaN}",
        Start + "} {}",
        Start,
        Start + ",\n\"notes\":\"🏃é\", }",
        Start + ",\n\"notes\":'easy'}",
        Start + ",\"notes\":\"one\ntwo\"}",
        Start + ",\"notes\":\"one",
        Start + ",\"notes\":tru}",
        Start + ",\"caloriesBurned\":012}",
        """{"x":[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]}""",
        """{"userId":null,"workoutType":{},"durationMinutes":"30","caloriesBurned":true,"distanceKm":[1],"notes":1,"notes":"again","steps":{}}""",
        Start + ",\"a\\r\\n<b>\":1,\"notes\":\"\\ud800\"}",
        """{"userId":"athlete-1","workoutType":"RUN","durationMinutes":1e-29,"caloriesBurned":1e400}""",
        $$"""{{{string.Join(',', Enumerable.Range(0, 101).Select(i => $"\"f{i}\":1"))}}}""",
        """{"userId":"","workoutType":"run","durationMinutes":0,"caloriesBurned":-1,"distanceKm":1000.1,"notes":"a\u0007","workoutTimestamp":"yesterday"}""",
        """{"userId":"batch","workoutType":"RUN","durationMinutes":1440.001,"distanceKm":0.1234567890123456789,"workoutTimestamp":"1999-12-31T23:59:59Z"}""",
        $$"""{"userId":"{{new string('a', 129)}}","workoutType":"RUN","durationMinutes":30,"notes":"{{new string('x', 1_001)}}","workoutTimestamp":"2026-05-10T07:30:01Z"}""",
        """{"userId":"a b","workoutType":"RUN","durationMinutes":30,"externalId":"garmin 1"}""",
        Start + ",\"notes\":\"caf\ufffd\"}",
        .. ((string[])["2026-02-29T07:30:00Z", "2026-05-09T07:30:60Z", "2026-05-09T07:30:00+14:30", "2026-05-09T07:30:00"])
            .Select(timestamp => Start + $",\"workoutTimestamp\":\"{timestamp}\"}}"),
    ];

    private static readonly string[] _batches =
        ["""{"workouts":[]}""", $$"""{"workouts":[{{string.Join(',', Enumerable.Repeat("{}", 26))}}]}""", """{"workouts":{}}""", """{"workouts":[{]}"""];

    private static readonly string[] _queries =
    [
        "typ=RUN&limit=0", "limit=1&limit=1&from=", "limit=-1&type=run", "from=2026-05&to=now", "from=2026-05-09T07:30:00+02:00",
        "from=2026-05-10&to=2026-05-09", "from=2026-02-29&to=2026-05-09T07:30:60Z", "cursor=abc", "externalId=garmin%3A1&limit=1&type=RUN", "externalId=a%20b",
        string.Join('&', Enumerable.Range(1, 21).Select(number => $"x{number}=1")),
    ];

    [Fact]
    public async Task Every_problem_matches_the_committed_text()
    {
        var text = new StringBuilder();
        foreach (var (name, answer) in await AnswersAsync())
        {
            var problem = answer.Problem();
            text.Append('\n').AppendLine(Shown(name).TrimEnd()).AppendLine($"  {answer.Kind()}: {problem.Title}");
            if (problem.Detail is { } detail && problem.Errors?[0].Message != detail)
            {
                text.AppendLine($"  {detail}");
            }

            foreach (var error in FirstAndLast(problem.Errors ?? []))
            {
                text.AppendLine($"  - {Shown(error.Field)} {error.Code}: {Shown(error.Message)}");
            }
        }

        CommittedFile.Holds("tests/functions/Wording/problems.txt", _ => text.ToString().TrimStart('\n'));
    }

    private static async Task<List<(string Name, APIGatewayProxyResponse Answer)>> AnswersAsync()
    {
        var answers = new List<(string, APIGatewayProxyResponse)>();
        foreach (var (name, request) in Requests())
        {
            answers.Add((name, await TestApi.OverEmptyTables().HandleAsync(request)));
        }

        answers.Add(("POST under the key of another workout", await ReuseKeyAsync(fingerprint: "other")));
        answers.Add(("POST under the key of a deleted workout", await ReuseKeyAsync(Fingerprint.Of(new WorkoutDraft { UserId = "athlete-1", WorkoutType = "RUN", DurationMinutes = 30 }))));
        var asked = new ApiRequest(Events.PutWorkout("athlete-1", WorkoutId, "{}"), Invocations.Long, FixedTime.Default, Events.ServiceRoles);
        foreach (var (name, outcome) in new (string, EditOutcome)[]
        {
            ("PUT on a stale version", new EditOutcome.Stale(2)),
            ("PUT with another externalId", new EditOutcome.OtherExternalId("garmin:1", "garmin:2")),
            ("PUT with an externalId to a workout without one", new EditOutcome.OtherExternalId(null, "garmin:2")),
        })
        {
            answers.Add((name, ExistingWorkout.Answer(outcome, asked, _ => throw new InvalidOperationException())));
        }

        foreach (var exception in new Exception[]
        {
            new StorageConflictException(), new StorageRejectedException(new IOException()), new StorageUnavailableException(new IOException()), new IOException("secret"),
        })
        {
            answers.Add(($"any request, {exception.GetType().Name}", Responses.Of(Problems.Of(exception, asked))));
        }

        return answers;
    }

    private static IEnumerable<(string Name, APIGatewayProxyRequest Request)> Requests() =>
    [
        .. _bodies.Select(body => ($"POST {body}", Events.PostWorkout(body))),
        ("POST of 256 KB and a byte", Events.PostWorkout(new string(' ', RequestBody.MaxBytes + 1))),
        ("POST of text/plain", Events.PostWorkout("{}").With("Content-Type", "text/plain")),
        ("POST of gzip", Events.PostWorkout("{}").With("Content-Encoding", "gzip")),
        ("POST of wrong base64", Broken(Events.PostWorkout("no base64!"))),
        .. ((string[])["", "a b", new string('k', 256)]).Select(key => ($"POST with Idempotency-Key: {key}", Events.PostWorkout(Start + "}").With("Idempotency-Key", key))),
        ("POST for another athlete", Events.PostWorkout(Start + "}", athlete: "athlete-2")),
        ("POST by a guest", Events.PostWorkout(Start + "}").By(new() { CognitoIdentityId = "athlete-1", CognitoAuthenticationType = "unauthenticated" })),
        ("POST by an IAM user", Events.PostWorkout(Start + "}").By(new() { UserArn = "arn:aws:iam::123456789012:user/importer" })),
        .. _batches.Select(batch => ($"POST batch {batch}", Events.PostBatch(batch))),
        ("POST batch with Idempotency-Key", Events.PostBatch("{}").With("Idempotency-Key", "k")),
        ("PUT of other values with If-Match: 1", Events.PutWorkout("athlete-1", WorkoutId,
            """{"workoutType":"RUN","durationMinutes":30,"workoutId":"x","userId":"other","workoutTimestamp":"May"}""").With("If-Match", "1")),
        ("GET of a workout that is not there", Events.GetWorkout("athlete-1", WorkoutId)),
        ("GET of a workout?fields=notes", Events.GetWorkout("athlete-1", WorkoutId, "fields=notes")),
        .. _queries.Select(query => ($"GET list?{query}", Events.List("athlete-1", query))),
        ("GET export?limit=501", Events.Export("athlete-1", "limit=501")),
        ("GET export with Accept: text/html", Events.Export("athlete-1").With("Accept", "text/html")),
        ("GET stats?groupBy=year&from=2026-13", Events.Stats("athlete-1", "groupBy=year&from=2026-13")),
        ("GET /nowhere", Events.Event("GET", "/nowhere")),
        ("PATCH /workouts/{userId}/{workoutId}", Events.Event("PATCH", "/workouts/{userId}/{workoutId}", "athlete-1", WorkoutId)),
    ];

    private static APIGatewayProxyRequest Broken(APIGatewayProxyRequest request)
    {
        request.IsBase64Encoded = true;
        return request;
    }

    /// <param name="fingerprint">Of the first request with the key; its workout is deleted.</param>
    private static Task<APIGatewayProxyResponse> ReuseKeyAsync(string fingerprint)
    {
        var client = new Mock<IAmazonDynamoDB>(MockBehavior.Strict);
        client.Setup(c => c.GetItemAsync(It.IsAny<GetItemRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(new GetItemResponse());
        client.Setup(c => c.TransactGetItemsAsync(It.IsAny<TransactGetItemsRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new TransactGetItemsResponse { Responses = [new(), new()] });
        client.Setup(c => c.TransactWriteItemsAsync(It.IsAny<TransactWriteItemsRequest>(), It.IsAny<CancellationToken>())).ThrowsAsync(
            new TransactionCanceledException("cancelled")
            {
                CancellationReasons =
                [
                    new() { Code = "None" }, new() { Code = "ConditionalCheckFailed", Item = new() { ["fingerprint"] = new() { S = fingerprint }, ["workout"] = new() { S = "2026-05-09T05:30:00.000000Z#def2512d2fe21d54" } } }, new() { Code = "None" },
                ],
            });
        return new TestApi(client.Object).HandleAsync(Events.PostWorkout(Start + "}").With("Idempotency-Key", "k"));
    }

    // Long text is truncated for readability.
    private static IEnumerable<ProblemError> FirstAndLast(IReadOnlyList<ProblemError> errors) => errors.Count > 10 ? [errors[0], errors[^1]] : errors;

    private static string Shown(string text) => (text.Length > 240 ? $"{text[..120]}…" : text).Replace("\n", "\\n", StringComparison.Ordinal);
}
