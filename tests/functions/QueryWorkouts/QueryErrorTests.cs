using Amazon.DynamoDBv2;
using Amazon.Lambda.APIGatewayEvents;
using Moq;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Storage;

namespace WorkoutLog.Functions.Tests.QueryWorkouts;

/// <summary>What is refused before anything is read.</summary>
public sealed class QueryErrorTests
{
    private const string CursorRule = "the one that came with a page of this same query, or left out for the first page";
    private const string BoundRule = "an RFC 3339 timestamp with an offset, such as 2026-05-09T07:30:00Z, or a day, such as 2026-05-09";

    [Theory]
    [InlineData("typ=RUN", "typ unknown_parameter: There is no parameter typ; the parameters are type, from, to, limit, cursor.")]
    [InlineData("Type=RUN", "Type unknown_parameter: There is no parameter Type; the parameters are type, from, to, limit, cursor.")]
    [InlineData("%3Cb%3E=1", "\"<b>\" unknown_parameter: There is no parameter \"<b>\"; the parameters are type, from, to, limit, cursor.")]
    [InlineData("=1", "\"\" unknown_parameter: There is no parameter \"\"; the parameters are type, from, to, limit, cursor.")]
    [InlineData("limit=1&limit=1", "limit repeated_parameter: limit must be sent only once.")]
    [InlineData("limit=", "limit required: limit must not be empty; leave it out instead.")]
    [InlineData("cursor", "cursor required: cursor must not be empty; leave it out instead.")]
    [InlineData("limit=0", "limit out_of_range: limit must be a whole number from 1 to 100; received \"0\".")]
    [InlineData("limit=101", "limit out_of_range: limit must be a whole number from 1 to 100; received \"101\".")]
    [InlineData("limit=99999999999", "limit out_of_range: limit must be a whole number from 1 to 100; received \"99999999999\".")]
    [InlineData("limit=-1", "limit malformed: limit must be a whole number from 1 to 100; received \"-1\".")]
    [InlineData("limit=%2B1", "limit malformed: limit must be a whole number from 1 to 100; received \"+1\".")]
    [InlineData("limit=1.0", "limit malformed: limit must be a whole number from 1 to 100; received \"1.0\".")]
    [InlineData("limit=%201", "limit malformed: limit must be a whole number from 1 to 100; received \" 1\".")]
    [InlineData("limit=%D9%A1", "limit malformed: limit must be a whole number from 1 to 100; received \"١\".")]
    [InlineData("type=run", "type malformed: type must be a workout type, 1–32 characters of A-Z, 0-9 and _ with a letter first, such as RUN; received \"run\".")]
    [InlineData("type=RUN%23", "type malformed: type must be a workout type, 1–32 characters of A-Z, 0-9 and _ with a letter first, such as RUN; received \"RUN#\".")]
    [InlineData("from=2026-05", $"from malformed: from must be {BoundRule}; received \"2026-05\".")]
    [InlineData("from=2026-02-29", $"from malformed: from must be {BoundRule}; received \"2026-02-29\".")]
    [InlineData("to=2026-05-09T07:30:00", $"to malformed: to must be {BoundRule}; received \"2026-05-09T07:30:00\".")]
    [InlineData("to=now", $"to malformed: to must be {BoundRule}; received \"now\".")]
    [InlineData("from=2026-05-09T07:30:00+02:00", $"from malformed: from must be {BoundRule}; a + stands as %2B in a URL; received \"2026-05-09T07:30:00 02:00\".")]
    [InlineData("from=2026-05-10&to=2026-05-09", "from out_of_range: from must not be after to; received \"2026-05-10\" and \"2026-05-09\".")]
    [InlineData(
        "from=2026-05-09T07:30:00Z&to=2026-05-09T07:30:00%2B00:01",
        "from out_of_range: from must not be after to; received \"2026-05-09T07:30:00Z\" and \"2026-05-09T07:30:00+00:01\".")]
    [InlineData(
        "from=2026-05-10&to=2026-05-09T09:59:59Z",
        "from out_of_range: from must not be after to; received \"2026-05-10\" and \"2026-05-09T09:59:59Z\".")]
    [InlineData("cursor=abc", $"cursor malformed: cursor must be {CursorRule}; received \"abc\".")]
    public async Task Refuses_a_list(string query, string expected)
    {
        var answer = await HandleAsync(QueryEvents.List("athlete-1", query));

        Assert.Equal(400, answer.StatusCode);
        Assert.Equal([expected], answer.Problem().Lines());
    }

    [Theory]
    [InlineData("limit=501", "limit out_of_range: limit must be a whole number from 1 to 500; received \"501\".")]
    [InlineData("type=RUN", "type unknown_parameter: There is no parameter type; the parameters are limit, cursor.")]
    [InlineData("cursor=abc", $"cursor malformed: cursor must be {CursorRule}; received \"abc\".")]
    public async Task Refuses_an_export(string query, string expected)
    {
        var answer = await HandleAsync(QueryEvents.Export("athlete-1", query));

        Assert.Equal(400, answer.StatusCode);
        Assert.Equal([expected], answer.Problem().Lines());
    }

    [Theory]
    [InlineData("groupBy=year", "groupBy unsupported_value: groupBy must be one of type, month, week, day; received \"year\".")]
    [InlineData("groupBy=Type", "groupBy unsupported_value: groupBy must be one of type, month, week, day; received \"Type\".")]
    [InlineData("groupBy=", "groupBy required: groupBy must not be empty; leave it out instead.")]
    [InlineData("from=2026-13", "from malformed: from must be a month, such as 2026-05; received \"2026-13\".")]
    [InlineData("from=2026-5", "from malformed: from must be a month, such as 2026-05; received \"2026-5\".")]
    [InlineData("from=0000-05", "from malformed: from must be a month, such as 2026-05; received \"0000-05\".")]
    [InlineData("to=2026-05-09", "to malformed: to must be a month, such as 2026-05; received \"2026-05-09\".")]
    [InlineData("from=2026-05&to=2026-04", "from out_of_range: from must not be after to; received \"2026-05\" and \"2026-04\".")]
    [InlineData("limit=1", "limit unknown_parameter: There is no parameter limit; the parameters are from, to, groupBy.")]
    public async Task Refuses_statistics(string query, string expected)
    {
        var answer = await HandleAsync(QueryEvents.Stats("athlete-1", query));

        Assert.Equal(400, answer.StatusCode);
        Assert.Equal([expected], answer.Problem().Lines());
    }

    [Fact]
    public async Task Refuses_any_parameter_of_a_single_workout()
    {
        var answer = await HandleAsync(QueryEvents.Workout("athlete-1", "AAaaaaaaaaaaaaaaaaaaaa", "fields=notes"));

        Assert.Equal(400, answer.StatusCode);
        Assert.Equal(["fields unknown_parameter: There is no parameter fields; this path takes none."], answer.Problem().Lines());
    }

    [Fact]
    public async Task Names_every_error_at_once()
    {
        var answer = await HandleAsync(QueryEvents.List("a%20b", "x=1&limit=0&type=run&from=x&to=y&cursor=z"));

        Assert.Equal(400, answer.StatusCode);
        Assert.Equal("7 errors, each named under errors.", answer.Problem().Detail);
        Assert.Equal(["userId", "type", "from", "to", "limit", "cursor", "x"], answer.Problem().Errors!.Select(error => error.Field));
    }

    [Fact]
    public async Task Names_at_most_20_unknown_parameters()
    {
        var answer = await HandleAsync(QueryEvents.Stats("athlete-1", string.Join('&', Enumerable.Range(1, 500).Select(number => $"x{number}=1"))));

        string[] lines = answer.Problem().Lines();
        Assert.Equal(21, lines.Length);
        Assert.Equal("x21 too_many_errors: There are more than 20 unknown parameters.", lines[^1]);
    }

    [Theory]
    [InlineData("a%20b", "userId invalid_characters: userId may hold only letters A-Z and a-z, digits and . _ : @ -; received \"a b\".")]
    [InlineData("..%2F..%2Fetc", "userId invalid_characters: userId may hold only letters A-Z and a-z, digits and . _ : @ -; received \"../../etc\".")]
    [InlineData("%00", "userId invalid_characters: userId may hold only letters A-Z and a-z, digits and . _ : @ -; received \"\\u0000\".")]
    [InlineData("", "userId required: userId must not be empty.")]
    [InlineData("batch", "userId reserved: userId may not be \"batch\", which the API's own paths use.")]
    public async Task Refuses_a_malformed_user_on_every_route(string userId, string expected)
    {
        foreach (var request in EveryRoute(userId, null))
        {
            var answer = await HandleAsync(request);

            Assert.Equal(400, answer.StatusCode);
            Assert.Equal([expected], answer.Problem().Lines());
        }
    }

    [Fact]
    public async Task An_athlete_learns_nothing_of_others_on_any_route()
    {
        foreach (var request in EveryRoute("athlete-1", "athlete-2"))
        {
            var answer = await HandleAsync(request);

            Assert.Equal(403, answer.StatusCode);
            Assert.Equal("A signed-in athlete may act for its own userId only.", answer.Problem().Detail);
        }
    }

    [Fact]
    public async Task Says_nothing_of_errors_to_a_stranger()
    {
        var answer = await HandleAsync(QueryEvents.List("athlete-1", "limit=0", cognitoIdentityId: "athlete-2"));

        Assert.Equal(403, answer.StatusCode);
    }

    private static APIGatewayProxyRequest[] EveryRoute(string userId, string? cognitoIdentityId) =>
    [
        QueryEvents.List(userId, cognitoIdentityId: cognitoIdentityId),
        QueryEvents.Workout(userId, "AAaaaaaaaaaaaaaaaaaaaa", cognitoIdentityId: cognitoIdentityId),
        QueryEvents.Export(userId, cognitoIdentityId: cognitoIdentityId),
        QueryEvents.Stats(userId, cognitoIdentityId: cognitoIdentityId),
    ];

    // Any call to DynamoDB throws.
    private static Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest request) =>
        new QueryFunction(new Mock<IAmazonDynamoDB>(MockBehavior.Strict).Object, new StorageTables("logs", "stats")).HandleAsync(request);
}
