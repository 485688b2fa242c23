using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Bench.Baselines;
using WorkoutLog.Bench.Tests.Support;
using WorkoutLog.Contracts;

namespace WorkoutLog.Bench.Tests.Baselines;

/// <summary>The Go baseline does the same work as our functions, event by event.</summary>
[Collection(BedFixture.Shared)]
public sealed class GoBaselineTests(BedFixture fixture)
{
    private static readonly string[] _accepted =
    [
        """{"userId":"USER","workoutType":"RUN","durationMinutes":42.5,"caloriesBurned":480,"distanceKm":8.4,"workoutTimestamp":"2026-05-09T07:30:00.25+02:00"}""",
        """{"userId":"USER","workoutType":"RUN","durationMinutes":1e1,"caloriesBurned":0,"distanceKm":0.10,"workoutTimestamp":"2026-05-31T23:59:59.9999999-11:30"}""",
        """{"userId":"USER","workoutType":"YOGA","durationMinutes":0.000000000000000001,"notes":"Ä <b>&\r\n\ttab 😀","workoutTimestamp":"2026-05-10t00:00:00z"}""",
        """{"userId":"USER","workoutType":"CYCLE","durationMinutes":1440,"caloriesBurned":19999.999999999999999999,"notes":"","workoutTimestamp":"2000-01-01T00:00:00Z"}""",
        """{"userId":"USER","workoutType":"CYCLE","durationMinutes":33.335,"caloriesBurned":null,"distanceKm":1000,"workoutTimestamp":"2024-02-29T12:00:00+00:00"}""",
    ];

    public static TheoryData<string> Refused =>
    [
        "", "[]", "null", "{}", "\"text\"",
        """{"userId":"","workoutType":"run","durationMinutes":0,"caloriesBurned":-1,"distanceKm":1000.000000000000000001,"notes":"\u0007","workoutTimestamp":"1999-12-31T23:59:59Z","externalId":"a b"}""",
        """{"userId":"batch","workoutType":1,"durationMinutes":"1","caloriesBurned":{},"distanceKm":[],"notes":true,"workoutTimestamp":5,"externalId":null}""",
        """{"userId":"a#b","workoutType":"RUN","durationMinutes":-0,"calories":1,"Notes":1,"a \u2028 b":1,"durationMinutes":2}""",
        """{"userId":"u","workoutType":"RUN","durationMinutes":1e30,"caloriesBurned":1e-19,"distanceKm":0.12345678901234567890123456789}""",
        """{"userId":"u","workoutType":"RUN","durationMinutes":1,"notes":"\ud800","externalId":""}""",
        """{"userId":"u","workoutType":"RUN","durationMinutes":1,"workoutTimestamp":"9999-01-01T00:00:00Z"}""",
    ];

    // The words for where JSON or a timestamp goes wrong are our functions' own.
    public static TheoryData<string> Malformed =>
    [
        "{", "{}x", """{"userId":"u",}""", """{"userId":"u","workoutType":"RUN","durationMinutes":01}""",
        """{"userId":"u","workoutType":"RUN","durationMinutes":1,"workoutTimestamp":"2026-02-29T00:00:00Z"}""",
        """{"userId":"u","workoutType":"RUN","durationMinutes":1,"workoutTimestamp":"2026-01-01 00:00:00Z"}""",
        """{"userId":"u","workoutType":"RUN","durationMinutes":1,"workoutTimestamp":"2026-01-01T24:00:00Z"}""",
        """{"userId":"u","workoutType":"RUN","durationMinutes":1,"workoutTimestamp":"2026-01-01T00:00:00.+01:00"}""",
        """{"userId":"u","workoutType":"RUN","durationMinutes":1,"workoutTimestamp":"2026-01-01T00:00:00+14:01"}""",
    ];

    [GoFact]
    public async Task Writes_and_sums_up_as_our_functions_do()
    {
        await using var go = await BaselineProcess.StartAsync(fixture.Baseline(GoBaseline.Name), fixture.Bed);
        await using var own = await BaselineProcess.StartAsync(fixture.Own.LogWorkout, fixture.Bed);
        await using var ownStats = await BaselineProcess.StartAsync(fixture.Own.GetStats, fixture.Bed);

        foreach (string body in _accepted)
        {
            var ofGo = await go.InvokeAsync(WithBody(body.Replace("USER", "user-go", StringComparison.Ordinal)));
            var ofOwn = await own.InvokeAsync(WithBody(body.Replace("USER", "user-own", StringComparison.Ordinal)));

            Assert.Equal((201, 201), (ofGo.Status, ofOwn.Status));
            Assert.Equal(Without(ofOwn.Body, "workoutId", "userId"), Without(ofGo.Body, "workoutId", "userId"));
        }

        Assert.Equal(await ItemsAsync("user-own"), await ItemsAsync("user-go"));
        string expected = Without((await ownStats.InvokeAsync(fixture.Bed.Events.GetStats("user-own"))).Body, "userId");
        Assert.Equal(expected, Without((await go.InvokeAsync(fixture.Bed.Events.GetStats("user-own"))).Body, "userId"));
        Assert.Equal(expected, Without((await ownStats.InvokeAsync(fixture.Bed.Events.GetStats("user-go"))).Body, "userId"));
    }

    [GoTheory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_what_our_function_refuses_in_the_same_words(string body)
    {
        var (ofOwn, ofGo) = await AnswersAsync(WithBody(body));

        Assert.Equal(400, ofOwn.Status);
        Assert.Equal(ofOwn.Status, ofGo.Status);
        // The moment until which a workout may be is that of the request.
        Assert.Equal(Cut(ofOwn.Body), Cut(ofGo.Body));

        static string Cut(JsonNode answer) => System.Text.RegularExpressions.Regex.Replace(Sorted(answer).ToJsonString(), "until [^;]+;", "until;");
    }

    [GoTheory]
    [MemberData(nameof(Malformed))]
    public async Task Refuses_malformed_bodies_and_times_by_the_same_codes(string body)
    {
        var (ofOwn, ofGo) = await AnswersAsync(WithBody(body));

        Assert.Equal(400, ofOwn.Status);
        Assert.Equal(ofOwn.Status, ofGo.Status);
        Assert.Equal(Codes(ofOwn.Body), Codes(ofGo.Body));

        static IEnumerable<string> Codes(JsonNode answer) => answer["errors"]!.AsArray().Select(error => $"{error!["code"]}");
    }

    [GoFact]
    public async Task Lets_nobody_act_for_others()
    {
        var stranger = Change(fixture.Bed.Events.GetStats("somebody"), proxyEvent => proxyEvent["requestContext"]!["identity"] = new JsonObject
        {
            ["cognitoIdentityId"] = "another",
            ["cognitoAuthenticationType"] = "authenticated",
        });
        await using var go = await BaselineProcess.StartAsync(fixture.Baseline(GoBaseline.Name), fixture.Bed);
        await using var own = await BaselineProcess.StartAsync(fixture.Own.GetStats, fixture.Bed);

        var (ofOwn, ofGo) = (await own.InvokeAsync(stranger), await go.InvokeAsync(stranger));

        Assert.Equal((403, 403), (ofOwn.Status, ofGo.Status));
        Assert.Equal(Without(ofOwn.Body), Without(ofGo.Body));
    }

    private async Task<((int Status, JsonNode Body) OfOwn, (int Status, JsonNode Body) OfGo)> AnswersAsync(byte[] payload)
    {
        await using var go = await BaselineProcess.StartAsync(fixture.Baseline(GoBaseline.Name), fixture.Bed);
        await using var own = await BaselineProcess.StartAsync(fixture.Own.LogWorkout, fixture.Bed);
        return (await own.InvokeAsync(payload), await go.InvokeAsync(payload));
    }

    private byte[] WithBody(string body) => Change(fixture.Bed.Events.LogWorkout("unused"), proxyEvent => proxyEvent["body"] = body);

    private static byte[] Change(byte[] payload, Action<JsonObject> change)
    {
        var proxyEvent = JsonNode.Parse(payload)!.AsObject();
        change(proxyEvent);
        return Encoding.UTF8.GetBytes(proxyEvent.ToJsonString());
    }

    /// <summary>All items of a user in both tables, without the user's name and the random suffixes.</summary>
    private async Task<string[]> ItemsAsync(string userId)
    {
        using AmazonDynamoDBClient client = fixture.Bed.DynamoDb.CreateClient();
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

    private static string Without(JsonNode answer, params string[] members)
    {
        var rest = Sorted(answer).AsObject();
        foreach (string member in members)
        {
            Assert.True(rest.Remove(member));
        }

        return rest.ToJsonString();
    }

    // JSON objects have no order.
    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Sorted(member.Value!)))),
        JsonArray elements => new JsonArray([.. elements.Select(element => Sorted(element!))]),
        _ => node.DeepClone(),
    };
}

/// <summary>Skipped where Go is missing.</summary>
internal sealed class GoFactAttribute : FactAttribute
{
    public GoFactAttribute() => Skip = GoBaseline.IsInstalled ? null : GoBaseline.Absence;
}

/// <inheritdoc cref="GoFactAttribute"/>
internal sealed class GoTheoryAttribute : TheoryAttribute
{
    public GoTheoryAttribute() => Skip = GoBaseline.IsInstalled ? null : GoBaseline.Absence;
}
