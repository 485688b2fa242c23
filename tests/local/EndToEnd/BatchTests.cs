using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary><c>POST /workouts/batch</c>.</summary>
[Collection(SharedRun.Name)]
public sealed class BatchTests(UpFixture fixture)
{
    private const string Path = "/workouts/batch";

    [Fact]
    public async Task Tells_in_order_what_became_of_each_workout()
    {
        const string Body = """
            {"workouts":[
              {"userId":"batch-1","workoutType":"RUN","durationMinutes":30,"idempotencyKey":"one"},
              {"userId":"batch-1","workoutType":"RUN","durationMinutes":0},
              {"userId":"batch-2","workoutType":"SWIM","durationMinutes":45},
              {"userId":"batch-1","workoutType":"RUN","durationMinutes":30,"idempotencyKey":"one"},
              {"userId":"batch-1","workoutType":"RUN","durationMinutes":31,"idempotencyKey":"one"},
              17
            ]}
            """;

        var results = (await fixture.Api.PostAsync(Path, Body)).AssertStatus(200).Json["results"]!.AsArray();

        Assert.Equal([201, 400, 201, 201, 422, 400], results.Select(result => result!["status"]!.GetValue<int>()));
        Assert.Equal("\"1\"", results[0]!["etag"]!.GetValue<string>());
        Assert.Null(results[0]!["idempotentReplayed"]);
        Assert.True(results[3]!["idempotentReplayed"]!.GetValue<bool>());
        Assert.Equal(results[0]!["workout"]!.ToJsonString(), results[3]!["workout"]!.ToJsonString());
        Assert.Equal("durationMinutes", results[1]!["problem"]!["errors"]![0]!["field"]!.GetValue<string>());
        Assert.Equal(ProblemKind.KeyReused.Type, results[4]!["problem"]!["type"]!.GetValue<string>());
        Assert.Equal("body", results[5]!["problem"]!["errors"]![0]!["field"]!.GetValue<string>());
        Assert.Equal(1, (await fixture.Api.StatsAsync("batch-1"))["totalWorkouts"]!.GetValue<int>());
        Assert.Equal(45m, (await fixture.Api.StatsAsync("batch-2"))["totalDurationMinutes"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Takes_25_workouts_of_one_user()
    {
        var results = (await fixture.Api.PostAsync(Path, BodyOf(25))).AssertStatus(200).Json["results"]!.AsArray();

        Assert.Equal(25, results.Count);
        Assert.All(results, result => Assert.Equal(201, result!["status"]!.GetValue<int>()));
        Assert.Equal(25, (await fixture.Api.StatsAsync("batch-25"))["totalWorkouts"]!.GetValue<int>());
    }

    [Fact]
    public async Task Refuses_the_workouts_of_others_alone()
    {
        var answer = await fixture.Api.SendAsync(new Call("POST", Path)
        {
            Caller = Callers.Athlete,
            Body = $$"""
                {"workouts":[
                  {"userId":"somebody-else","workoutType":"RUN","durationMinutes":30},
                  {"userId":"{{Callers.AthleteUser}}","workoutType":"RUN","durationMinutes":30}
                ]}
                """,
        });

        var results = answer.AssertStatus(200).Json["results"]!.AsArray();
        Assert.Equal([403, 201], results.Select(result => result!["status"]!.GetValue<int>()));
        Assert.Equal(ProblemKind.NotYourData.Type, results[0]!["problem"]!["type"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"workouts":[]}""", "workouts", "required")]
    [InlineData("""{}""", "workouts", "required")]
    [InlineData("""{"workouts":[{}],"more":1}""", "more", "unknown_field")]
    public async Task Refuses_what_is_no_batch(string body, string field, string code) =>
        (await fixture.Api.PostAsync(Path, body)).AssertProblem(ProblemKind.InvalidRequest, (field, code));

    [Theory]
    [InlineData("""{"workouts":{}}""", """instance type (object) does not match any allowed primitive type (allowed: ["array"])""")]
    [InlineData("""[]""", """instance type (array) does not match any allowed primitive type (allowed: ["object"])""")]
    [InlineData("""{"workouts":[""", "Unknown error parsing request body")]
    public async Task Is_refused_by_the_gateway_for_what_has_not_even_the_shape_of_a_batch(string body, string error) =>
        (await fixture.Api.PostAsync(Path, body)).AssertRefusedBody(error);

    [Fact]
    public async Task Refuses_more_than_25_workouts_and_writes_none()
    {
        var answer = await fixture.Api.PostAsync(Path, BodyOf(26, "batch-26"));

        answer.AssertProblem(ProblemKind.InvalidRequest, ("workouts", "too_long"));
        Assert.Equal(0, (await fixture.Api.StatsAsync("batch-26"))["totalWorkouts"]!.GetValue<int>());
    }

    [Fact]
    public async Task Refuses_a_body_that_is_too_large_or_of_another_type()
    {
        var tooLarge = await fixture.Api.PostAsync(Path, BodyOf(1, new string('x', 256 * 1024)));
        var ofOtherType = await fixture.Api.SendAsync(new Call("POST", Path) { Body = BodyOf(1), ContentType = "text/csv" });

        tooLarge.AssertProblem(ProblemKind.BodyTooLarge, ("body", "too_large"));
        ofOtherType.AssertProblem(ProblemKind.UnsupportedMediaType, ("Content-Type", "unsupported_value"));
    }

    private static string BodyOf(int count, string user = "batch-25") => new JsonObject
    {
        ["workouts"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ =>
            new JsonObject { ["userId"] = user, ["workoutType"] = "RUN", ["durationMinutes"] = 1 })]),
    }.ToJsonString();
}
