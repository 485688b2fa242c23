using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Bench.Baselines;
using WorkoutLog.Bench.Tests.Support;
using WorkoutLog.Contracts;

namespace WorkoutLog.Bench.Tests.Baselines;

/// <summary>The baselines on our data model do the same work as our functions, event by event.</summary>
[Collection(TestBedFixture.Shared)]
public sealed class OurModelTests(TestBedFixture fixture)
{
    private const string Go = GoBaseline.Name;
    private const string Python = PythonBaselines.OurModel;
    private const string JavaScript = JavaScriptBaselines.OurModel;

    // THIS and LAST are the current and the previous month: only the workout itself writes their rows.
    private static readonly string[] _accepted =
    [
        """{"userId":"USER","workoutType":"RUN","durationMinutes":42.5,"caloriesBurned":480,"distanceKm":8.4,"workoutTimestamp":"LAST-09T07:30:00.25+02:00"}""",
        """{"userId":"USER","workoutType":"RUN","durationMinutes":1e1,"caloriesBurned":0,"distanceKm":0.10,"workoutTimestamp":"LAST-28T23:59:59.9999999-11:30"}""",
        """{"userId":"USER","workoutType":"YOGA","durationMinutes":0.000000000000000001,"notes":"Ä <b>&\r\n\ttab 😀","workoutTimestamp":"LAST-10t00:00:00z"}""",
        """{"userId":"USER","workoutType":"CYCLE","durationMinutes":1440,"caloriesBurned":19999.999999999999999999,"notes":"","workoutTimestamp":"THIS-01T00:00:00Z"}""",
        """{"userId":"USER","workoutType":"CYCLE","durationMinutes":33.335,"caloriesBurned":null,"distanceKm":1000,"workoutTimestamp":"LAST-11T12:00:00+00:00"}""",
    ];

    private static readonly string[] _old =
    [
        """{"userId":"OLD","workoutType":"RUN","durationMinutes":1,"workoutTimestamp":"2000-01-01T00:00:00Z"}""",
        """{"userId":"OLD","workoutType":"RUN","durationMinutes":1,"workoutTimestamp":"2024-02-29T23:59:59-14:00"}""",
    ];

    private static readonly string[] _refused =
    [
        "", "[]", "null", "{}", "\"text\"",
        """{"userId":"","workoutType":"run","durationMinutes":0,"caloriesBurned":-1,"distanceKm":1000.000000000000000001,"notes":"\u0007","workoutTimestamp":"1999-12-31T23:59:59Z","externalId":"a b"}""",
        """{"userId":"batch","workoutType":1,"durationMinutes":"1","caloriesBurned":{},"distanceKm":[],"notes":true,"workoutTimestamp":5,"externalId":null}""",
        """{"userId":"a#b","workoutType":"RUN","durationMinutes":-0,"calories":1,"Notes":1,"a \u2028 b":1,"durationMinutes":2}""",
        """{"userId":"u","workoutType":"RUN","durationMinutes":1e30,"caloriesBurned":1e-19,"distanceKm":0.12345678901234567890123456789}""",
        """{"userId":"u","workoutType":"RUN","durationMinutes":1,"notes":"\ud800","externalId":""}""",
        """{"userId":"u","workoutType":"RUN","durationMinutes":1,"workoutTimestamp":"9999-01-01T00:00:00Z"}""",
    ];

    // Only our functions describe where JSON or a timestamp is malformed.
    private static readonly string[] _malformed =
    [
        "{", "{}x", """{"userId":"u",}""", """{"userId":"u","workoutType":"RUN","durationMinutes":01}""",
        """{"userId":"u","workoutType":"RUN","durationMinutes":1,"workoutTimestamp":"2026-02-29T00:00:00Z"}""",
        """{"userId":"u","workoutType":"RUN","durationMinutes":1,"workoutTimestamp":"2026-01-01 00:00:00Z"}""",
        """{"userId":"u","workoutType":"RUN","durationMinutes":1,"workoutTimestamp":"2026-01-01T24:00:00Z"}""",
        """{"userId":"u","workoutType":"RUN","durationMinutes":1,"workoutTimestamp":"2026-01-01T00:00:00.+01:00"}""",
        """{"userId":"u","workoutType":"RUN","durationMinutes":1,"workoutTimestamp":"2026-01-01T00:00:00+14:01"}""",
    ];

    [Theory]
    [OnOurModel(Go)]
    [OnOurModel(Python)]
    [OnOurModel(JavaScript)]
    public async Task Writes_and_sums_up_as_our_functions_do(string name)
    {
        var (theirUser, ownUser) = ($"user-{name[..2]}", $"user-own-{name[..2]}");
        await using var baseline = await BaselineProcess.StartAsync(fixture.Baseline(name), fixture.TestBed);
        await using var own = await BaselineProcess.StartAsync(fixture.Own.LogWorkout, fixture.TestBed);
        await using var ownStats = await BaselineProcess.StartAsync(fixture.Own.GetStats, fixture.TestBed);

        foreach (string body in Recent(_accepted).Concat(_old))
        {
            var theirs = await baseline.InvokeAsync(WithBody(body.Replace("USER", theirUser, StringComparison.Ordinal)));
            var ours = await own.InvokeAsync(WithBody(body.Replace("USER", ownUser, StringComparison.Ordinal)));

            Assert.Equal((201, 201), (theirs.Status, ours.Status));
            Assert.Equal(Answers.Without(ours.Body, "workoutId", "userId"), Answers.Without(theirs.Body, "workoutId", "userId"));
        }

        Assert.Equal(await ItemsAsync(ownUser), await ItemsAsync(theirUser));
        string expected = Answers.Without((await ownStats.InvokeAsync(fixture.TestBed.Events.GetStats(ownUser))).Body, "userId");
        Assert.Equal(expected, Answers.Without((await baseline.InvokeAsync(fixture.TestBed.Events.GetStats(ownUser))).Body, "userId"));
        Assert.Equal(expected, Answers.Without((await ownStats.InvokeAsync(fixture.TestBed.Events.GetStats(theirUser))).Body, "userId"));
    }

    [Theory]
    [OnOurModel(Go)]
    [OnOurModel(Python)]
    [OnOurModel(JavaScript)]
    public async Task Writes_the_metrics_and_log_line_of_our_functions(string name)
    {
        var post = fixture.TestBed.Events.LogWorkout($"lines-{name[..2]}");
        var stats = fixture.TestBed.Events.GetStats($"lines-{name[..2]}");
        var invalid = WithBody("{}");

        var posted = await LinesAsync(fixture.Own.LogWorkout, post, invalid);
        // The first read seals the past months, which the baselines don't do.
        await LinesAsync(fixture.Own.GetStats, stats);
        var ours = (string[])[.. posted, .. await LinesAsync(fixture.Own.GetStats, stats)];
        var theirs = await LinesAsync(fixture.Baseline(name), post, invalid, stats);

        Assert.Equal(3 + 2 + 2, ours.Length);
        Assert.Equal(ours, theirs);
    }

    [Theory]
    [OnOurModel(Go)]
    [OnOurModel(Python)]
    [OnOurModel(JavaScript)]
    public Task Rejects_the_same_requests_with_the_same_messages(string name) =>
        // The latest allowed timestamp is the time of the request.
        AssertRefusesAlikeAsync(name, _refused, answer => Regex.Replace(Answers.Sorted(answer).ToJsonString(), "until [^;]+;", "until;"));

    [Theory]
    [OnOurModel(Go)]
    [OnOurModel(Python)]
    [OnOurModel(JavaScript)]
    public Task Rejects_malformed_bodies_and_times_with_the_same_codes(string name) =>
        AssertRefusesAlikeAsync(name, _malformed, answer => string.Join(' ', answer["errors"]!.AsArray().Select(error => error!["code"])));

    [Theory]
    [OnOurModel(Go)]
    [OnOurModel(Python)]
    [OnOurModel(JavaScript)]
    public async Task Lets_no_caller_act_for_another_user(string name)
    {
        var stranger = Change(fixture.TestBed.Events.GetStats("somebody"), proxyEvent => proxyEvent["requestContext"]!["identity"] = new JsonObject
        {
            ["cognitoIdentityId"] = "another",
            ["cognitoAuthenticationType"] = "authenticated",
        });
        await using var baseline = await BaselineProcess.StartAsync(fixture.Baseline(name), fixture.TestBed);
        await using var own = await BaselineProcess.StartAsync(fixture.Own.GetStats, fixture.TestBed);

        var (ours, theirs) = (await own.InvokeAsync(stranger), await baseline.InvokeAsync(stranger));

        Assert.Equal((403, 403), (ours.Status, theirs.Status));
        Assert.Equal(Answers.Without(ours.Body), Answers.Without(theirs.Body));
    }

    private static IEnumerable<string> Recent(IEnumerable<string> bodies)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return bodies.Select(body => body
            .Replace("THIS", Month(now), StringComparison.Ordinal)
            .Replace("LAST", Month(now.AddDays(-now.Day)), StringComparison.Ordinal));

        static string Month(DateTimeOffset time) => time.ToString("yyyy-MM", CultureInfo.InvariantCulture);
    }

    /// <summary>Sends bodies to our function and to a baseline, each in one process, and compares the answers as <paramref name="show"/> formats them.</summary>
    private async Task AssertRefusesAlikeAsync(string name, string[] bodies, Func<JsonNode, string> show)
    {
        // Both get the same events, because an answer contains the id of its request.
        (string Body, byte[] Event)[] sent = [.. bodies.Select(body => (body, WithBody(body)))];
        string[] ours = await AnswersAsync(fixture.Own.LogWorkout);

        Assert.All(ours, answer => Assert.Contains(" → 400 ", answer, StringComparison.Ordinal));
        Assert.Equal(ours, await AnswersAsync(fixture.Baseline(name)));

        async Task<string[]> AnswersAsync(FunctionUnderTest function)
        {
            await using var process = await BaselineProcess.StartAsync(function, fixture.TestBed);
            var answers = new List<string>();
            foreach (var (body, proxyEvent) in sent)
            {
                var (status, answer) = await process.InvokeAsync(proxyEvent);
                answers.Add($"{body} → {status} {show(answer)}");
            }

            return [.. answers];
        }
    }

    /// <summary>A function's output about its requests, without the parts that differ between requests.</summary>
    private async Task<string[]> LinesAsync(FunctionUnderTest function, params byte[][] payloads)
    {
        var process = await BaselineProcess.StartAsync(function, fixture.TestBed);
        await using (process)
        {
            foreach (byte[] payload in payloads)
            {
                await process.InvokeAsync(payload);
            }
        }

        return
        [
            .. process.Lines.Select(line => JsonNode.Parse(line)!.AsObject())
                .Where(line => line.ContainsKey("_aws") || $"{line["message"]}" == "Request handled")
                .Select(Steady),
        ];

        static string Steady(JsonObject line)
        {
            line["_aws"]?.AsObject().Remove("Timestamp");
            // Only ours reads runtime parameters and reports their version.
            foreach (string member in (string[])["timestamp", "durationMs", "configVersion"])
            {
                line.Remove(member);
            }

            return Answers.Sorted(line).ToJsonString();
        }
    }

    private byte[] WithBody(string body) => Change(fixture.TestBed.Events.LogWorkout("unused"), proxyEvent => proxyEvent["body"] = body);

    private static byte[] Change(byte[] payload, Action<JsonObject> change)
    {
        var proxyEvent = JsonNode.Parse(payload)!.AsObject();
        change(proxyEvent);
        return Encoding.UTF8.GetBytes(proxyEvent.ToJsonString());
    }

    /// <summary>All items of a user in both tables, without the user's name and the random suffixes.</summary>
    private async Task<string[]> ItemsAsync(string userId)
    {
        using AmazonDynamoDBClient client = fixture.TestBed.DynamoDb.CreateClient();
        var items = new List<string>();
        foreach (string table in (await client.ListTablesAsync()).TableNames)
        {
            QueryResponse found = await client.QueryAsync(new QueryRequest
            {
                TableName = table,
                KeyConditionExpression = $"{LogsTableSchema.PartitionKey} = :user",
                ExpressionAttributeValues = new() { [":user"] = new() { S = userId } },
            });
            items.AddRange(found.Items.Select(item => JsonSerializer.Serialize(item
                .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
                .ToDictionary(attribute => attribute.Key, attribute => Text(attribute.Key, attribute.Value)))));
        }

        Assert.True(items.Count > _accepted.Length);
        return [.. items];

        string Text(string attribute, AttributeValue value) => value.N is { } number ? $"number {number}"
            : attribute == LogsTableSchema.SortKey ? value.S.Split('#')[0]
            : value.S.Replace(userId, "", StringComparison.Ordinal);
    }
}
